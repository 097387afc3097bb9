/// Reads for whom a rule holds: facts with a literal, a list or a half-open range, and `any` for
/// alternatives.
struct MatchReader {
  let file: SourceFile
  let faults: FaultCollector
  let vocabulary: Vocabulary
  /// Tables that decide only after this place, with where they are.
  var later: [String: SourceSpan] = [:]

  func match(_ node: JSONNode) -> Match {
    node.isObject ? Match(alternatives: alternatives(node)) : Match.everybody
  }

  private func alternatives(_ node: JSONNode) -> [Match.Alternative] {
    var shared: Match.Alternative = []
    var branches: [Match.Alternative]?
    node.forEachMember { key, value in
      if key.isText("any") {
        branches = any(value)
      } else if let fact = fact(key), let constraint = constraint(value, on: fact) {
        shared.append((fact, constraint))
      }
    }
    return branches?.map { shared + $0 } ?? [shared]
  }

  /// Adds the names of the facts that a condition reads.
  static func facts(in node: JSONNode, adding names: inout Set<String>) {
    node.forEachMember { key, value in
      if key.isText("any") {
        for branch in value.elements { facts(in: branch, adding: &names) }
      } else if let name = key.string {
        names.insert(name)
      }
    }
  }

  private func any(_ node: JSONNode) -> [Match.Alternative] {
    guard node.isArray else { return [[]] }
    return node.elements.flatMap { $0.isObject ? alternatives($0) : [] }
  }

  /// The fact that a key names.
  private func fact(_ key: JSONNode) -> Int? {
    if faults.isThorough { return fact(named: key) }
    return vocabulary.index(of: key)
  }

  /// The fact that a text names, which has to be known here.
  func fact(named key: JSONNode) -> Int? {
    guard let name = key.string else { return nil }
    if let table = later[name] {
      reportOrder(name, key, table)
      return nil
    }
    if let fact = vocabulary.index(of: name) { return fact }
    guard !faults.unsure.contains(.facts) else { return nil }
    let word = Printable.word(name)
    let message = Text(nl: "onbekend feit `\(word)`", en: "unknown fact `\(word)`")
    let help = Spelling.help(for: name, among: vocabulary.facts.map(\.name) + later.keys)
    let span = SourceSpan(file: file, range: key.range)
    faults.report(Diagnostic(.unknownFact, message, help: help, at: span))
    return nil
  }

  private func reportOrder(_ name: String, _ key: JSONNode, _ table: SourceSpan) {
    let message = Text(
      nl: "`\(name)` wordt hier gelezen voordat het is beslist",
      en: "`\(name)` is read here before it is decided")
    let help = Text(
      nl: "zet de tabel `\(name)` hierboven", en: "move the table `\(name)` above this place")
    let note = Diagnostic.Note(
      message: Text(nl: "deze tabel beslist het", en: "this table decides it"), span: table)
    faults.report(
      Diagnostic(
        .tableOrder, message, help: help, at: SourceSpan(file: file, range: key.range),
        notes: [note]))
  }

  private func constraint(_ node: JSONNode, on index: Int) -> Constraint? {
    let fact = vocabulary[index]
    if faults.isThorough, faults.unsure.contains(.values(fact.name)) { return nil }
    switch fact.kind {
    case .yesNo, .choice:
      guard node.isArray else { return choice(node, of: fact).map { .values(1 << UInt64($0)) } }
      var mask: UInt64 = 0
      for node in node.elements {
        guard let choice = choice(node, of: fact) else { return nil }
        mask |= 1 << UInt64(choice)
      }
      return .values(mask)
    case .number:
      let nodes = node.isArray ? node.elements : [node]
      let ranges = nodes.compactMap { number($0, of: fact) }
      return ranges.count == nodes.count ? .numbers(ranges) : nil
    case .date:
      let nodes = node.isArray ? node.elements : [node]
      let ranges = nodes.compactMap { days($0, of: fact) }
      return ranges.count == nodes.count ? .days(ranges) : nil
    case .municipality, .text:
      report(
        .wrongType, node.range, nl: "op `\(fact.name)` kan een regel niet kiezen",
        en: "a rule cannot choose on `\(fact.name)`")
      return nil
    }
  }

  private func choice(_ node: JSONNode, of fact: Fact) -> Int? {
    if let choice = node.place(among: fact.choices) { return choice }
    guard let word = node.string ?? node.integer.map({ String($0) }) else {
      report(
        .wrongType, node.range, nl: "bij `\(fact.name)` hoort een waarde of een lijst van waarden",
        en: "`\(fact.name)` wants a value or a list of values")
      return nil
    }
    if let choice = fact.choiceIndex(word) { return choice }
    let shown = Printable.word(word)
    let message = Text(
      nl: "`\(fact.name)` kan niet `\(shown)` zijn", en: "`\(fact.name)` cannot be `\(shown)`")
    let help = Spelling.help(for: word, among: fact.choices.map(\.value))
    let span = SourceSpan(file: file, range: node.range)
    faults.report(Diagnostic(.unknownValue, message, help: help, at: span))
    return nil
  }

  private func number(_ node: JSONNode, of fact: Fact) -> HalfOpenRange<Int>? {
    if let number = node.integer, limits.contains(number) {
      return HalfOpenRange(from: number, below: number + 1)
    }
    guard node.isObject else {
      report(
        .wrongType, node.range, nl: "bij `\(fact.name)` hoort een getal of een bereik",
        en: "`\(fact.name)` wants a number or a range")
      return nil
    }
    let (lower, upper) = (node.value(of: "from"), node.value(of: "below"))
    let range = HalfOpenRange(from: lower?.integer, below: upper?.integer)
    guard faults.isThorough else { return range }
    for bound in [lower, upper] {
      guard let bound, bound.integer == nil else { continue }
      report(
        .wrongType, bound.range, nl: "bij `\(fact.name)` hoort een getal",
        en: "`\(fact.name)` wants a number")
    }
    if !limits.contains(range.from ?? 0) || !limits.contains(range.below ?? 0) || range.isEmpty {
      report(
        .wrongType, node.range, nl: "dit bereik kan geen getal bevatten",
        en: "this range cannot hold a number")
    }
    return range
  }

  /// The numbers a fact about a life can be.
  private var limits: ClosedRange<Int> { -10_000...10_000 }

  private func days(_ node: JSONNode, of fact: Fact) -> HalfOpenRange<CalendarDate>? {
    guard node.isObject else {
      report(
        .wrongType, node.range, nl: "bij `\(fact.name)` hoort een bereik van dagen",
        en: "`\(fact.name)` wants a range of days")
      return nil
    }
    let (lower, upper) = (node.value(of: "from"), node.value(of: "below"))
    let range = HalfOpenRange(from: lower?.day, below: upper?.day)
    guard faults.isThorough else { return range }
    for bound in [lower, upper] {
      guard let bound, bound.string == nil else { continue }
      report(
        .wrongType, bound.range, nl: "bij `\(fact.name)` hoort een dag",
        en: "`\(fact.name)` wants a day")
    }
    if range.isEmpty {
      report(
        .wrongType, node.range, nl: "dit bereik kan geen dag bevatten",
        en: "this range cannot hold a day")
    }
    return range
  }

  private func report(_ code: Diagnostic.Code, _ range: Range<Int>, nl: String, en: String) {
    faults.report(
      Diagnostic(
        code, Text(nl: nl, en: en), help: ObjectReader.formHelp,
        at: SourceSpan(file: file, range: range)))
  }
}
