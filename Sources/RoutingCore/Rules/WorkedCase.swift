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
    self.expectations = expectations.compactMap { Expectation($0, in: file, faults) }
    agreement = reader.string("agreement")
    until = reader.day("until")
    span = SourceSpan(file: file, range: node.range)
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
  fileprivate init?(_ member: JSONNode.Member, in file: SourceFile, _ faults: FaultCollector) {
    let span = SourceSpan(file: file, range: member.keyRange)
    if let answer = member.value.string {
      self.init(
        table: member.key, answers: [answer], rules: [], excluded: [], named: [], due: [], span: span)
      return
    }
    let keys = ["is", "by", "not", "then", "due"]
    guard let entry = ObjectReader(member.value, in: file, keys: keys, faults: faults) else {
      return nil
    }
    let answers = entry.value("is")?.string.map { [$0] } ?? entry.strings("is")
    var due: [(rule: String, day: CalendarDate)] = []
    if let node = entry.value("due"), case .object(let members) = node.value,
      let days = ObjectReader(node, in: file, keys: members.map(\.key), faults: faults)
    {
      due = members.compactMap { member in days.day(member.key).map { (member.key, $0) } }
    }
    self.init(
      table: member.key, answers: answers, rules: entry.strings("by"),
      excluded: entry.strings("not"),
      named: entry.names("then").map { ($0.name, $0.now) }, due: due, span: span)
  }
}
