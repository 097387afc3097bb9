/// An invented youth beside the rules, with the advice expected and the rules that must give it.
public struct WorkedCase: Sendable {
  /// What a question has to come to.
  public struct Expectation: Sendable {
    /// The table asked.
    public let table: String
    /// The answers, in any order: one, unless it has to stay open; none when only the rules matter.
    public let answers: [String]
    /// Rules that must be among those that decided, or that hold.
    public let rules: [String]
    /// Rules that must not be among them.
    public let excluded: [String]
    /// Whom rules that hold name, by the name of the party.
    public let named: [(rule: String, party: String)]
    /// Days on which what a rule asks is due.
    public let due: [(rule: String, day: CalendarDate)]
    /// Where it stands.
    public let span: SourceSpan

    /// What a question has to come to.
    public init(
      table: String, answers: [String], rules: [String], excluded: [String],
      named: [(rule: String, party: String)],
      due: [(rule: String, day: CalendarDate)], span: SourceSpan
    ) {
      self.table = table
      self.answers = answers
      self.rules = rules
      self.excluded = excluded
      self.named = named
      self.due = due
      self.span = span
    }
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
    self.expectations = expectations.map { Expectation($0, in: reader) }
    agreement = reader.string("agreement")
    until = reader.day("until")
    span = reader.span(reader.node.range)
  }

  /// A case made rather than read.
  init(
    id: String, title: Text, why: Text?, youth: Youth, expectations: [Expectation],
    agreement: String?, span: SourceSpan
  ) {
    self.id = id
    self.title = title
    self.why = why
    date = youth.date
    facts = youth.facts
    self.expectations = expectations
    self.agreement = agreement
    until = nil
    self.span = span
  }
}

extension WorkedCase.Expectation {
  /// Reads `"verantwoordelijk": "uwv-adviseur"`, or an object with `is`, `by`, `not`, `then` and `due`.
  fileprivate init(_ member: JSONNode.Member, in reader: ObjectReader) {
    let entry = reader.child(member.value)
    var due: [(rule: String, day: CalendarDate)] = []
    entry?.value("due")?.forEachMember { key, value in
      if let rule = key.string, let day = value.day { due.append((rule, day)) }
    }
    let answer = member.value.string ?? entry?.string("is")
    self.init(
      table: member.key, answers: answer.map { [$0] } ?? entry?.strings("is") ?? [],
      rules: entry?.strings("by") ?? [], excluded: entry?.strings("not") ?? [],
      named: entry?.names("then").map { ($0.name, $0.now) } ?? [], due: due,
      span: reader.span(member.keyRange))
  }
}
