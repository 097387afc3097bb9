/// An invented youth beside the rules, with the advice expected and the rules that must give it.
public struct WorkedCase: Sendable {
  /// What a question has to come to.
  public struct Expectation: Sendable {
    /// The table asked.
    public let table: String
    /// The answers, in any order: one, unless it has to stay open.
    public let answers: [String]
    /// Rules that must be among those that decided; empty when that does not matter.
    public let rules: [String]
  }

  /// Its name, unique in the folder.
  public let id: String
  /// Who this is about, in words.
  public let title: Text
  /// Where it departs from the text or from expectation, and why.
  public let why: Text?
  /// The reference date.
  public let date: CalendarDate
  /// The facts, as a profile file has them.
  public let facts: [(name: String, value: String)]
  /// What the questions have to come to.
  public let expectations: [Expectation]
  /// The folder of rules that has to answer; nil when that does not matter.
  public let agreement: String?
  /// The day until which the responsible party is responsible; nil when that does not matter.
  public let until: CalendarDate?
  /// Where it stands.
  public let span: SourceSpan

  /// The cases of a file.
  public static func read(_ file: SourceFile) throws(Diagnostics) -> [WorkedCase] {
    let faults = FaultCollector()
    let reader = ObjectReader(reading: file, as: .cases, faults: faults)
    let entries = reader?.named("cases", by: "id", of: nil) ?? []
    try faults.finish()
    return entries.compactMap { WorkedCase($0) }
  }

  private init?(_ reader: ObjectReader) {
    guard let id = reader.string("id"), let title = reader.text("title"),
      let date = reader.day("on"), let profile = reader.value("profile"),
      let expect = reader.value("expect"), case .object(let facts) = profile.value,
      case .object(let expectations) = expect.value
    else { return nil }
    self.id = id
    self.title = title
    why = reader.text("why")
    self.date = date
    self.facts = facts.map { ($0.key, $0.value.string ?? "") }
    self.expectations = expectations.map { member in
      if let answer = member.value.string {
        return Expectation(table: member.key, answers: [answer], rules: [])
      }
      let entry = reader.child(member.value)
      let answers = entry?.string("is").map { [$0] } ?? entry?.strings("is") ?? []
      return Expectation(table: member.key, answers: answers, rules: entry?.strings("by") ?? [])
    }
    agreement = reader.string("agreement")
    until = reader.day("until")
    span = reader.span(reader.node.range)
  }

  /// What an advice gives otherwise than expected, in words; empty when it is as expected.
  public func differences(from advice: Advice) -> [String] {
    var result: [String] = []
    if let agreement, advice.grounds.map(\.agreement.id) != [agreement] {
      result.append("answered by \(advice.grounds.map(\.agreement.id)), not \(agreement)")
    }
    if let until, advice.until != DateRange(until) {
      result.append("until \(advice.until?.words.en ?? "no day"), not \(until)")
    }
    let verdicts = [advice.responsible, advice.contact] + advice.verdicts
    for expectation in expectations {
      guard let verdict = verdicts.first(where: { $0.table == expectation.table }) else {
        result.append("no table \(expectation.table)")
        continue
      }
      let answers = verdict.options.map(\.value)
      if Set(answers) != Set(expectation.answers) {
        result.append(
          "\(expectation.table): \(answers.sorted()), not \(expectation.answers.sorted())")
      }
      let rules = verdict.options.flatMap(\.decisions).map(\.rule.id)
      for rule in expectation.rules where !rules.contains(rule) {
        result.append("\(expectation.table): by \(rules), not \(rule)")
      }
    }
    return result
  }
}
