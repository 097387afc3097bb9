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
    var cases: [WorkedCase] = []
    do {
      let node = try JSONParser.parse(file)
      let reader = ObjectReader(node, in: file, keys: ["$schema", "cases"], faults: faults)
      cases = reader?.list("cases").compactMap { WorkedCase($0, in: file, faults) } ?? []
    } catch {
      faults.report(error)
    }
    try faults.finish()
    return cases
  }

  private init?(_ node: JSONNode, in file: SourceFile, _ faults: FaultCollector) {
    let keys = ["id", "title", "why", "on", "profile", "agreement", "until", "expect"]
    guard let reader = ObjectReader(node, in: file, keys: keys, faults: faults),
      let id = reader.requiredString("id"), let title = reader.requiredText("title"),
      let date = reader.day("on"), let profile = reader.value("profile"),
      let expect = reader.value("expect"), case .object(let facts) = profile.value,
      case .object(let expectations) = expect.value
    else {
      ObjectReader(node, in: file, keys: keys, faults: FaultCollector())?.missing(
        "on, profile, expect")
      return nil
    }
    self.id = id
    self.title = title
    why = reader.text("why")
    self.date = date
    self.facts = facts.map { ($0.key, $0.value.string ?? "") }
    self.expectations = expectations.compactMap { member in
      let keys = ["is", "by"]
      if let answer = member.value.string {
        return Expectation(table: member.key, answers: [answer], rules: [])
      }
      guard let entry = ObjectReader(member.value, in: file, keys: keys, faults: faults) else {
        return nil
      }
      let answers = entry.value("is")?.string.map { [$0] } ?? entry.strings("is")
      return Expectation(table: member.key, answers: answers, rules: entry.strings("by"))
    }
    agreement = reader.string("agreement")
    until = reader.day("until")
    span = SourceSpan(file: file, range: node.range)
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
