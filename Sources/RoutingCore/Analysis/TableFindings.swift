/// What is wrong with the tables of one agreement: gaps, rules that never answer, and rules that answer
/// differently without anything saying which goes first.
struct TableFindings {
  let proof: ChainProof

  private var chain: Chain { proof.chain }

  /// The most gaps of one table that are shown.
  private static let gapsShown = 3

  /// What hides a dead rule is looked into for so long; after that a rule that may hide it is named too.
  private static let stepsToExplain = 2_000

  // MARK: Gaps

  /// Youths for whom a table has no rule, on a day of each kind; one finding for each gap.
  func gaps(in table: Int) -> [Diagnostic] {
    let described = chain.tables[table]
    guard described.hitPolicy == .first else { return [] }
    var findings: [Diagnostic] = []
    var known: Set<String> = []
    for arena in proof.arenas {
      let rules = arena.setting.rules(of: table).flatMap { $0 }
      if rules.contains(where: \.isEmpty) { continue }
      var found: [Box.Bounds] = []
      while findings.count < TableFindings.gapsShown,
        let gap = proof.youth(in: [[]], of: table, avoiding: rules + found, in: arena)
      {
        let box = grown(gap.box, outside: rules, of: table, in: arena)
        found.append(ProfileSpace.bounds(of: box, in: arena.space.whole))
        let writer = BoxWriter(setting: arena.setting, whole: arena.space.whole)
        let when = writer.when(box, reading: chain.plans[table].reads)
        guard known.insert(when).inserted else { continue }
        findings.append(gapFinding(described, when, gap.youth))
      }
    }
    return findings
  }

  /// The largest box around a gap in which no rule holds: where nothing is lost, an axis is taken whole;
  /// otherwise cells are added in which there is somebody.
  private func grown(
    _ box: Box, outside rules: [Box.Bounds], of table: Int, in arena: ChainProof.Arena
  ) -> Box {
    var result = box
    for axis in box.cells.indices {
      var candidate = result
      candidate.cells[axis] = arena.space.whole.cells[axis]
      if !rules.contains(where: { candidate.isTouched($0) }) {
        result = candidate
        continue
      }
      for bit in 0..<UInt64.bitWidth {
        let cell = arena.space.whole.cells[axis] & 1 << UInt64(bit)
        guard cell & ~result.cells[axis] != 0 else { continue }
        candidate = result
        candidate.cells[axis] = cell
        guard !rules.contains(where: { candidate.isTouched($0) }),
          !arena.search.isEmpty(candidate, avoiding: [], within: TableFindings.stepsToExplain)
        else { continue }
        result.cells[axis] |= cell
      }
    }
    return result
  }

  private func gapFinding(_ table: DecisionTable, _ when: String, _ youth: Youth) -> Diagnostic {
    Diagnostic(
      .noRule,
      Text(
        nl: "de tabel `\(table.name)` antwoordt niet op \(youth.date) voor \(when)",
        en: "the table `\(table.name)` does not answer on \(youth.date) for \(when)"),
      help: Text(
        nl: "voeg een regel toe, of sluit de tabel af met een regel zonder `when`",
        en: "add a rule, or end the table with a rule without `when`"),
      at: table.span, example: youth,
      remedy: [
        "{", "  \"id\": \"nieuwe-regel\",",
        "  \"title\": {\"nl\": \"...\", \"en\": \"...\"},", "  \"when\": \(when),",
        "  \"then\": \"...\",", "  \"source\": [\"...\"],", "  \"basis\": \"afspraak\"", "}",
      ])
  }

  // MARK: Dead rules

  /// The finding that a rule of a table never answers for anybody.
  func dead(_ rule: Int, of table: Int) -> Diagnostic {
    let rules = chain.tables[table].rules
    let hiding = hiding(rule, of: table)
    let message: Text
    let help: Text
    if proof.arenas.allSatisfy({ $0.setting.rules(of: table)[rule].isEmpty }) {
      message = Text(
        nl: "`\(rules[rule].id)` geldt op geen enkele dag van deze afspraken",
        en: "`\(rules[rule].id)` holds on no day of this agreement")
      help = Text(
        nl: "verbeter de periode, of haal de regel weg", en: "mend the period, or remove it")
    } else if hiding.isEmpty {
      message = Text(
        nl: "`\(rules[rule].id)` kan voor niemand gelden",
        en: "`\(rules[rule].id)` can hold for nobody")
      help = Text(
        nl: "de voorwaarden gaan nooit samen; verbeter ze, of haal de regel weg",
        en: "its conditions never go together; mend them, or remove the rule")
    } else {
      let names = hiding.map { "`\(rules[$0].id)`" }
      message = Text(
        nl:
          "`\(rules[rule].id)` antwoordt voor niemand: \(Wording.all(names, .nl)) \(hiding.count == 1 ? "is" : "zijn samen") altijd eerder",
        en:
          "`\(rules[rule].id)` answers for nobody: \(Wording.all(names, .en)) \(hiding.count == 1 ? "always answers" : "together always answer") before it"
      )
      help = Text(
        nl: "zet de regel hoger, of haal hem weg", en: "move the rule up, or remove it")
    }
    let notes = hiding.prefix(6).map {
      Diagnostic.Note(
        message: Text(nl: "deze regel gaat voor", en: "this rule goes first"),
        span: rules[$0].nameSpan)
    }
    // Somebody for whom it would hold, if the others did not come before it.
    let example = hiding.isEmpty ? nil : proof.example(of: rule, in: table, isDeciding: false)
    return Diagnostic(
      .deadRule, message, help: help, at: rules[rule].nameSpan, notes: Array(notes),
      example: example)
  }

  /// The rules that together keep one from answering: without any of them somebody would be left.
  private func hiding(_ rule: Int, of table: Int) -> [Int] {
    guard chain.tables[table].hitPolicy == .first else { return [] }
    var hiding = (0..<rule).filter { earlier in
      proof.arenas.contains { arena in
        arena.setting.rules(of: table)[earlier].contains { bounds in
          arena.setting.rules(of: table)[rule].contains { own in
            arena.space.whole.intersection(own)?.isTouched(bounds) ?? false
          }
        }
      }
    }
    for candidate in hiding.reversed() {
      let others = hiding.filter { $0 != candidate }
      let isHidden = proof.arenas.allSatisfy { arena in
        let asked = proof.asked(table, in: arena)
        return arena.setting.rules(of: table)[rule].allSatisfy { own in
          guard let box = asked.intersection(own) else { return true }
          return arena.search.isEmpty(
            box, avoiding: others.flatMap { arena.setting.rules(of: table)[$0] },
            within: TableFindings.stepsToExplain)
        }
      }
      if isHidden { hiding = others }
    }
    return hiding
  }

  // MARK: Precedence

  /// Pairs of rules that answer differently for the same youth while nothing says which goes first, and
  /// rules that stand in another order than the one stated.
  func precedence(in table: Int) -> [Diagnostic] {
    let described = chain.tables[table]
    guard described.hitPolicy == .first else { return [] }
    var places: [String: Int] = [:]
    for (place, rule) in described.rules.enumerated() { places[rule.id] = place }
    let stated = described.precedence.compactMap { entry in
      places[entry.id].map { ($0, entry.span) }
    }
    var findings: [Diagnostic] = []
    for (before, after) in zip(stated, stated.dropFirst()) where before.0 > after.0 {
      findings.append(misplaced(described, before.0, after.0, after.1))
    }
    let ranks = Dictionary(
      stated.enumerated().map { ($1.0, $0) }, uniquingKeysWith: { first, _ in first })
    for (lower, rule) in described.rules.enumerated() {
      let pairs = (0..<lower).filter { upper in
        described.rules[upper].answer != rule.answer
          && !(ranks[upper] != nil && ranks[lower] != nil)
          && !isPlain(upper, lower, of: table)
      }
      guard let (upper, youth) = firstMeeting(of: pairs, with: lower, in: table) else { continue }
      findings.append(unstated(described, upper, lower, youth))
    }
    return findings
  }

  /// Whether the order speaks for itself: an exception before the rule it is an exception to, or what
  /// binds more before what binds less.
  private func isPlain(_ upper: Int, _ lower: Int, of table: Int) -> Bool {
    let rules = chain.tables[table].rules
    if rules[upper].basis.rank < rules[lower].basis.rank { return true }
    return proof.arenas.allSatisfy { arena in
      let wide = arena.setting.rules(of: table)[lower]
      // On a day without the lower rule nothing has to go before it.
      if wide.isEmpty { return true }
      return arena.setting.rules(of: table)[upper].allSatisfy { bounds in
        let box = arena.space.whole.intersection(bounds)
        return box.map { box in wide.contains { box.isInside($0) } } ?? true
      }
    }
  }

  private func firstMeeting(of uppers: [Int], with lower: Int, in table: Int) -> (Int, Youth)? {
    for upper in uppers {
      for arena in proof.arenas {
        let rules = arena.setting.rules(of: table)
        let both = rules[upper].flatMap { left in
          rules[lower].compactMap { Box.common(left, $0) }
        }
        let earlier = proof.earlier(than: upper, of: table, in: arena)
        if let found = proof.youth(in: both, of: table, avoiding: earlier, in: arena) {
          return (upper, found.youth)
        }
      }
    }
    return nil
  }

  private func unstated(_ table: DecisionTable, _ upper: Int, _ lower: Int, _ youth: Youth)
    -> Diagnostic
  {
    let (first, second) = (table.rules[upper], table.rules[lower])
    return Diagnostic(
      .unstatedPrecedence,
      Text(
        nl: "`\(first.id)` en `\(second.id)` gelden soms allebei en antwoorden verschillend",
        en: "`\(first.id)` and `\(second.id)` sometimes both hold and answer differently"),
      help: Text(
        nl: "zet beide in `precedence` van de tabel, in de bedoelde volgorde en met de reden",
        en: "put both in `precedence` of the table, in the order meant and with the reason"),
      at: second.nameSpan,
      notes: [
        Diagnostic.Note(
          message: Text(nl: "deze regel gaat nu voor", en: "this rule goes first now"),
          span: first.nameSpan)
      ], example: youth)
  }

  private func misplaced(
    _ table: DecisionTable, _ before: Int, _ after: Int, _ span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .tableOrder,
      Text(
        nl:
          "`\(table.rules[after].id)` staat in de tabel voor `\(table.rules[before].id)`, en volgens `precedence` erna",
        en:
          "`\(table.rules[after].id)` stands before `\(table.rules[before].id)` in the table, and after it in `precedence`"
      ),
      help: Text(nl: "zet de regels of de namen om", en: "swap the rules or the names"), at: span,
      notes: [
        Diagnostic.Note(
          message: Text(nl: "hier staat de regel", en: "the rule is here"),
          span: table.rules[after].nameSpan)
      ])
  }
}

extension Basis {
  /// What outranks what: a duty in law, the agreement, a power in law, practice.
  fileprivate var rank: Int {
    switch self {
    case .wet: 0
    case .afspraak: 1
    case .bevoegdheid: 2
    case .praktijk: 3
    }
  }
}
