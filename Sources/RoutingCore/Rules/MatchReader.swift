/// Reads for whom a rule holds: facts with a literal, a list or a half-open range, and `any` for
/// alternatives.
struct MatchReader {
  let file: SourceFile
  let faults: FaultCollector
  let vocabulary: Vocabulary

  func match(_ node: JSONNode) -> Match {
    guard case .object(let members) = node.value else {
      report(
        .wrongType, node.range, nl: "`when` is een object van feiten",
        en: "`when` is an object of facts")
      return Match.everybody
    }
    return Match(alternatives: alternatives(node, members))
  }

  private func alternatives(_ node: JSONNode, _ members: [JSONNode.Member]) -> [Match.Alternative] {
    var shared: Match.Alternative = []
    var branches: [Match.Alternative] = [[]]
    for (member, first) in node.repeatedMembers {
      faults.report(ObjectReader.duplicate(member, of: first, in: file))
    }
    for member in members {
      if member.key == "any" {
        branches = any(member.value)
      } else if let fact = fact(member), let constraint = constraint(member.value, on: fact) {
        shared.append((fact, constraint))
      }
    }
    return branches.map { shared + $0 }
  }

  private func any(_ node: JSONNode) -> [Match.Alternative] {
    guard case .array(let elements) = node.value, !elements.isEmpty else {
      report(
        .wrongType, node.range, nl: "`any` is een lijst van objecten",
        en: "`any` is a list of objects")
      return [[]]
    }
    return elements.flatMap { element -> [Match.Alternative] in
      guard case .object(let members) = element.value else {
        report(
          .wrongType, element.range, nl: "`any` is een lijst van objecten",
          en: "`any` is a list of objects")
        return []
      }
      return alternatives(element, members)
    }
  }

  private func fact(_ member: JSONNode.Member) -> Int? {
    if let fact = vocabulary.index(of: member.key) { return fact }
    let word = Printable.word(member.key)
    let message = Text(nl: "onbekend feit `\(word)`", en: "unknown fact `\(word)`")
    let help = Spelling.help(for: member.key, among: vocabulary.facts.map(\.name))
    let span = SourceSpan(file: file, range: member.keyRange)
    faults.report(Diagnostic(.unknownFact, message, help: help, at: span))
    return nil
  }

  private func constraint(_ node: JSONNode, on index: Int) -> Constraint? {
    let fact = vocabulary[index]
    let nodes: [JSONNode]
    if case .array(let elements) = node.value { nodes = elements } else { nodes = [node] }
    switch fact.kind {
    case .yesNo, .choice:
      var mask: UInt64 = 0
      for node in nodes {
        guard let choice = choice(node, of: fact) else { return nil }
        mask |= 1 << UInt64(choice)
      }
      return .values(mask)
    case .number:
      let ranges = nodes.compactMap { number($0, of: fact) }
      return ranges.count == nodes.count ? .numbers(ranges) : nil
    case .date:
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
    if let number = node.integer { return HalfOpenRange(from: number, below: number + 1) }
    guard case .object = node.value,
      let reader = ObjectReader(node, in: file, keys: ["from", "below"], faults: faults)
    else {
      report(
        .wrongType, node.range, nl: "bij `\(fact.name)` hoort een getal of een bereik",
        en: "`\(fact.name)` wants a number or a range")
      return nil
    }
    return HalfOpenRange(from: reader.integer("from"), below: reader.integer("below"))
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
    return HalfOpenRange(from: reader.day("from"), below: reader.day("below"))
  }

  private func report(_ code: Diagnostic.Code, _ range: Range<Int>, nl: String, en: String) {
    faults.report(
      Diagnostic(code, Text(nl: nl, en: en), at: SourceSpan(file: file, range: range)))
  }
}
