/// Reads for whom a rule holds: facts with a literal, a list or a half-open range, and `any` for
/// alternatives.
struct MatchReader {
  let file: SourceFile
  let faults: FaultCollector
  let vocabulary: Vocabulary

  func match(_ node: JSONNode) -> Match {
    guard node.isObject else {
      report(
        .wrongType, node.range, nl: "`when` is een object van feiten",
        en: "`when` is an object of facts")
      return Match.everybody
    }
    return Match(alternatives: alternatives(node))
  }

  private func alternatives(_ node: JSONNode) -> [Match.Alternative] {
    var shared: Match.Alternative = []
    var branches: [Match.Alternative]?
    if faults.isThorough {
      for (member, first) in node.repeatedMembers {
        faults.report(ObjectReader.duplicate(member, of: first, in: file))
      }
    }
    node.forEachMember { key, value in
      if key.isText("any") {
        branches = any(value)
      } else if let fact = fact(key), let constraint = constraint(value, on: fact) {
        shared.append((fact, constraint))
      }
    }
    return branches?.map { shared + $0 } ?? [shared]
  }

  private func any(_ node: JSONNode) -> [Match.Alternative] {
    guard case .array(let elements) = node.value, !elements.isEmpty else {
      report(
        .wrongType, node.range, nl: "`any` is een lijst van objecten",
        en: "`any` is a list of objects")
      return [[]]
    }
    return elements.flatMap { element -> [Match.Alternative] in
      guard element.isObject else {
        report(
          .wrongType, element.range, nl: "`any` is een lijst van objecten",
          en: "`any` is a list of objects")
        return []
      }
      return alternatives(element)
    }
  }

  private func fact(_ key: JSONNode) -> Int? {
    if let fact = vocabulary.index(of: key) { return fact }
    let name = key.string ?? ""
    let word = Printable.word(name)
    let message = Text(nl: "onbekend feit `\(word)`", en: "unknown fact `\(word)`")
    let help = Spelling.help(for: name, among: vocabulary.facts.map(\.name))
    let span = SourceSpan(file: file, range: key.range)
    faults.report(Diagnostic(.unknownFact, message, help: help, at: span))
    return nil
  }

  private func constraint(_ node: JSONNode, on index: Int) -> Constraint? {
    let fact = vocabulary[index]
    switch fact.kind {
    case .yesNo, .choice:
      guard node.isArray else { return choice(node, of: fact).map { .values(1 << UInt64($0)) } }
      if node.elements.isEmpty {
        report(
          .wrongType, node.range, nl: "deze lijst kan geen waarde bevatten",
          en: "this list cannot hold a value")
      }
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
    let word = node.string ?? node.integer.map { String($0) } ?? ""
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
    guard case .object = node.value,
      let reader = ObjectReader(node, in: file, keys: ["from", "below"], faults: faults)
    else {
      report(
        .wrongType, node.range, nl: "bij `\(fact.name)` hoort een getal of een bereik",
        en: "`\(fact.name)` wants a number or a range")
      return nil
    }
    let (from, below) = (reader.integer("from"), reader.integer("below"))
    if faults.isThorough,
      !limits.contains(from ?? 0) || !limits.contains(below ?? 0) || isEmpty(from, below)
    {
      report(
        .wrongType, node.range, nl: "dit bereik kan geen getal bevatten",
        en: "this range cannot hold a number")
    }
    return HalfOpenRange(from: from, below: below)
  }

  /// The numbers a fact about a life can be.
  private var limits: ClosedRange<Int> { -10_000...10_000 }

  private func isEmpty<Bound: Comparable>(_ from: Bound?, _ below: Bound?) -> Bool {
    guard let from, let below else { return false }
    return from >= below
  }

  private func days(_ node: JSONNode, of fact: Fact) -> HalfOpenRange<CalendarDate>? {
    guard case .object = node.value,
      let reader = ObjectReader(node, in: file, keys: ["from", "below"], faults: faults)
    else {
      report(
        .wrongType, node.range, nl: "bij `\(fact.name)` hoort een bereik van dagen",
        en: "`\(fact.name)` wants a range of days")
      return nil
    }
    let (from, below) = (reader.day("from"), reader.day("below"))
    if isEmpty(from, below) {
      report(
        .wrongType, node.range, nl: "dit bereik kan geen dag bevatten",
        en: "this range cannot hold a day")
    }
    return HalfOpenRange(from: from, below: below)
  }

  private func report(_ code: Diagnostic.Code, _ range: Range<Int>, nl: String, en: String) {
    faults.report(
      Diagnostic(
        code, Text(nl: nl, en: en), help: ObjectReader.formHelp,
        at: SourceSpan(file: file, range: range)))
  }
}
