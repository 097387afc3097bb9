/// Says in words what a rule asks, and why a party is not responsible.
struct Explanation {
  let inquiry: Inquiry

  private var chain: Chain { inquiry.chain }

  /// Why the other parties of a table do not answer, the nearest ones first.
  func rivals(of verdict: Verdict, _ name: TableName) throws(Diagnostic) -> [Rival] {
    guard let answer = verdict.answer,
      let decision = answer.decisions.first(where: { $0.table == name.rawValue }),
      let table = chain.table(name.rawValue),
      let winner = chain.tables[table].rules.firstIndex(where: { $0.id == decision.rule.id })
    else { return [] }
    let pieces = try inquiry.evaluation.pieces(of: table, keepsAll: true)
    let parties = chain.rulebook.parties
    var seen: Set<Int> = answer.party.map { [parties.partner(of: $0)] } ?? []
    var found: [(misses: Int, rival: Rival)] = []
    let candidates = chain.tables[table].rules.indices.map { place in
      (place, misses(of: place, in: table, pieces))
    }.sorted { ($0.1.count, $0.0) < ($1.1.count, $1.0) }
    for (place, misses) in candidates where place != winner {
      let rule = chain.tables[table].rules[place]
      guard let party = chain.party(answeredBy: rule, of: table) else { continue }
      if case .reference = parties.all[party].kind { continue }
      let partner = parties.partner(of: party)
      if case .nobody = parties.all[partner].kind { continue }
      guard seen.insert(partner).inserted else { continue }
      let reason =
        misses.isEmpty
        ? Text(nl: "komt pas na: ", en: "comes only after: ") + decision.rule.title
        : Text(
          nl: misses.map { words(for: $0, .nl) }.joined(separator: "; "),
          en: misses.map { words(for: $0, .en) }.joined(separator: "; "))
      found.append(
        (misses.count, Rival(party: parties.all[partner].label, reason: reason, rule: rule)))
    }
    return found.map(\.rival)
  }

  private typealias Miss = (fact: Int, wanted: Constraint, actual: UInt64)

  /// The constraints of a rule that do not hold, in its alternative with the fewest.
  private func misses(of rule: Int, in table: Int, _ pieces: [Evaluation.Piece]) -> [Miss] {
    let setting = inquiry.setting
    var best: [Miss]?
    for alternative in chain.tables[table].rules[rule].match.alternatives {
      var misses: [Miss] = []
      for (fact, constraint) in alternative where !chain.vocabulary[fact].isReferenceDate {
        let (axis, cells) = setting.cells(fact, constraint)
        let actual = pieces.reduce(0) { $0 | $1.box.cells[axis] }
        if actual & ~cells != 0 { misses.append((fact, constraint, actual)) }
      }
      if misses.count < best?.count ?? Int.max { best = misses }
    }
    return best ?? []
  }

  private func words(for miss: Miss, _ language: Language) -> String {
    let described = chain.vocabulary[miss.fact]
    let label = described.label[language]
    switch miss.wanted {
    case .values:
      let present = described.choices.indices.filter { Box.cell(ofChoice: $0) & miss.actual != 0 }
      let isOwnAxis = inquiry.setting.cells(miss.fact, miss.wanted).axis == miss.fact
      guard isOwnAxis, !present.isEmpty else {
        return label + (language == .nl ? ": anders" : ": otherwise")
      }
      let values = present.map { described.choices[$0].label[language] }
      return "\(label): \(Wording.either(values, language))"
    case .numbers(let ranges):
      return
        "\(label): \(language == .nl ? "niet" : "not") \(Wording.either(ranges.map { $0.words(language) }, language))"
    case .days: return label + (language == .nl ? ": andere periode" : ": another period")
    }
  }
}
