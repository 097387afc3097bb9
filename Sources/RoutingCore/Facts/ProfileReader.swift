/// Reads a profile from a JSON object and from `name=value` arguments, which complete or override it.
public struct ProfileReader {
  let rulebook: Rulebook
  private let date: CalendarDate
  /// Whether faults may repeat what was written.
  let isQuoting: Bool
  private let faults = FaultCollector()
  private var profile = Profile()

  /// More facts than this are no profile.
  private static let mostFacts = 500

  /// A value as it was written, and where.
  struct Written {
    let text: String
    let span: SourceSpan?
  }

  private init(rulebook: Rulebook, date: CalendarDate, isQuoting: Bool) {
    self.rulebook = rulebook
    self.date = date
    self.isQuoting = isQuoting
  }

  /// What a file and arguments say about a youth.
  ///
  /// - Parameters:
  ///   - file: a JSON object of facts, when there is one.
  ///   - arguments: facts as `name=value`.
  ///   - region: the agreement to use when no municipality settles it: a name of a rule folder.
  ///   - regionIsDefault: whether a municipality of another region simply goes before it.
  ///   - date: the reference date, on which a stated age holds.
  ///   - columns: names in the file that are no facts, which the caller reads.
  ///   - ignored: names in the file to pass over, however they are written.
  ///   - isQuoting: whether faults may repeat the value that was written.
  public static func read(
    _ file: SourceFile?, arguments: [String], region: String?, regionIsDefault: Bool = false,
    on date: CalendarDate, for rulebook: Rulebook, besides columns: [String] = [],
    ignoring ignored: [String] = [], isQuoting: Bool = true
  ) throws(Diagnostics) -> Profile {
    var reader = ProfileReader(rulebook: rulebook, date: date, isQuoting: isQuoting)
    var written: [(name: Written, value: Written)] = []
    if let file { written = reader.members(of: file, besides: columns, ignoring: ignored) }
    let stated = reader.assignments(arguments)
    let overridden = Set(stated.map(\.name.text))
    written = written.filter { !overridden.contains($0.name.text) } + stated
    for (name, value) in written { reader.state(name, value) }
    if let region { reader.state(region: region, isDefault: regionIsDefault) }
    try reader.faults.finish()
    return reader.profile
  }

  private func members(
    of file: SourceFile, besides columns: [String], ignoring ignored: [String]
  ) -> [(name: Written, value: Written)] {
    let node: JSONNode
    do {
      node = try JSONParser.parse(file)
    } catch {
      faults.report(error)
      return []
    }
    guard case .object(let members) = node.value else {
      report(
        .wrongType, SourceSpan(file: file, range: node.range),
        nl: "een profiel is een object, geen \(node.kind.nl)",
        en: "a profile is an object, not \(node.kind.en)",
        help: Text(
          nl: "schrijf {\"woongemeente\": \"Oss\"}", en: "write {\"woongemeente\": \"Oss\"}"))
      return []
    }
    var result: [(name: Written, value: Written)] = []
    guard members.count <= ProfileReader.mostFacts else {
      report(
        .syntax, SourceSpan(file: file, range: node.range),
        nl: "\(members.count) feiten zijn te veel voor een profiel",
        en: "\(members.count) facts are too many for a profile",
        help: Text(nl: "een profiel gaat over een jongere", en: "a profile is about one youth"))
      return []
    }
    func isPassedOver(_ name: String) -> Bool {
      columns.contains(name) || CaseloadHeader.isIgnored(name, ignored)
    }
    for (member, first) in node.repeatedMembers where isQuoting || mayRepeat(member.key) {
      faults.report(ObjectReader.duplicate(member, of: first, in: file))
    }
    for member in members where !isPassedOver(member.key) {
      let name = Written(text: member.key, span: SourceSpan(file: file, range: member.keyRange))
      let span = SourceSpan(file: file, range: member.value.range)
      let text: String
      switch member.value.value {
      case .string(let string): text = string
      case .bool(let flag): text = flag ? "ja" : "nee"
      case .number(let digits): text = digits
      case .null:
        // Nothing is known, but the name is looked at all the same.
        _ = place(of: name)
        continue
      case .array, .object:
        if place(of: name) != nil {
          report(
            .wrongType, span,
            nl: "bij `\(member.key)` hoort een waarde, geen \(member.value.kind.nl)",
            en: "`\(member.key)` wants one value, not \(member.value.kind.en)",
            help: Text(nl: "geef een enkele waarde", en: "give a single value"))
        }
        continue
      }
      result.append((name, Written(text: text, span: span)))
    }
    return result
  }

  private func assignments(_ arguments: [String]) -> [(name: Written, value: Written)] {
    var result: [(name: Written, value: Written)] = []
    for argument in arguments.prefix(ProfileReader.mostFacts) {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = Written(text: String(parts.first ?? ""), span: nil)
      let value = Written(text: parts.count > 1 ? String(parts[1]) : "", span: nil)
      if result.contains(where: { $0.name.text == name.text }) {
        report(
          .duplicateKey, nil, nl: "`\(Printable.word(name.text))` staat er dubbel",
          en: "`\(Printable.word(name.text))` is given twice",
          help: Text(nl: "houd er een over", en: "keep one of them"))
      } else {
        result.append((name, value))
      }
    }
    return result
  }

  /// The fact a name stands for; reports names that are refused or unknown, never their values.
  private func place(of name: Written) -> Int? {
    if let fact = rulebook.vocabulary.index(of: name.text), rulebook.vocabulary[fact].isGiven {
      return fact
    }
    if let (word, reason) = rulebook.refusal(of: name.text) {
      report(
        .personalData, name.span, nl: "`\(word)` wordt geweigerd", en: "`\(word)` is refused",
        help: reason)
      return nil
    }
    let names = rulebook.vocabulary.facts.filter(\.isGiven).map(\.name)
    var list = Text(
      nl: "`jongeren-route facts` noemt ze alle", en: "`jongeren-route facts` lists them all")
    if !isQuoting {
      list =
        list
        + Text(
          nl: "; sla andere over met --ignore-columns",
          en: "; pass over others with --ignore-columns")
    }
    guard isQuoting || mayRepeat(name.text) else {
      report(
        .unknownFact, name.span, nl: "een onbekend feit", en: "an unknown fact", help: list)
      return nil
    }
    let word = Printable.word(name.text)
    report(
      .unknownFact, name.span, nl: "onbekend feit `\(word)`", en: "unknown fact `\(word)`",
      help: Spelling.help(for: name.text, among: names) ?? list)
    return nil
  }

  /// Whether a name is that of a fact, nearly that, or at least looks like one: a name with blanks,
  /// capitals or digits may be that of a youth.
  private func mayRepeat(_ name: String) -> Bool {
    let names = rulebook.vocabulary.facts.filter(\.isGiven).flatMap { [$0.name] + $0.synonyms }
    return name.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      || rulebook.vocabulary.index(of: name) != nil
      || CaseloadHeader.keyNames.contains(name)
      || !Spelling.nearest(to: name, among: names).isEmpty
  }

  private mutating func state(_ name: Written, _ value: Written) {
    guard let fact = place(of: name) else { return }
    let described = rulebook.vocabulary[fact]
    if case .years(let base) = described.derivation {
      if let age = number(described, value) { narrow(base, to: .births(age: age, on: date), value) }
      return
    }
    switch described.kind {
    case .yesNo, .choice: set(fact, choice(described, value).map { .choice($0) }, value)
    case .number: set(fact, number(described, value).map { .number($0) }, value)
    case .municipality: set(fact, municipality(value), value)
    case .text: set(fact, text(described, value), value)
    case .date:
      if described.allowsNoDate, value.text == described.usual {
        set(fact, .noDate, value)
      } else if let range = days(described, value) {
        let days = described.means?.days ?? 0
        let moved = DateRange(
          first: range.first.adding(days: days), last: range.last.adding(days: days))
        narrow(described.means?.fact ?? fact, to: moved, value)
      }
    }
  }

  private mutating func set(_ fact: Int, _ known: Profile.Known?, _ value: Written) {
    guard let known else { return }
    profile[fact] = known
    profile.spans[fact] = value.span
  }

  /// Makes a date known, or known better, when it was stated in another way as well.
  private mutating func narrow(_ fact: Int, to range: DateRange, _ value: Written) {
    guard case .days(let earlier) = profile[fact] else {
      return set(fact, .days(range), value)
    }
    guard let both = earlier.intersection(range) else {
      let name = rulebook.vocabulary[fact].name
      report(
        .contradiction, value.span, nl: "dit past niet bij de \(name) die ook is gegeven",
        en: "this does not fit the \(name) that is given as well",
        help: Text(nl: "laat een van de twee weg", en: "leave one of the two out"))
      return
    }
    set(fact, .days(both), value)
  }

  private mutating func state(region: String, isDefault: Bool) {
    guard let home = rulebook.vocabulary.home else { return }
    do throws(Diagnostic) {
      let place = try rulebook.place(ofRegion: region)
      if !isDefault { profile.wanted = place }
      // A default is for whom no municipality is known of.
      if !isDefault || profile[home] == nil { profile.regions[home] = place }
    } catch {
      faults.report(error)
    }
  }

  func report(
    _ code: Diagnostic.Code, _ span: SourceSpan?, nl: String, en: String, help: Text? = nil
  ) {
    faults.report(Diagnostic(code, Text(nl: nl, en: en), help: help, at: span))
  }
}
