/// Finds which agreement answers for a youth on a day, and keeps the agreements it has read.
final class Answering {
  let rulebook: Rulebook
  private var law: LawTables?
  private var chains: [String: Chain] = [:]

  init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
  }

  /// One agreement that answers, for some of the youths a profile could be about.
  struct Part {
    let inquiry: Inquiry
    let ground: Ground
  }

  /// The agreements that answer: one, unless that depends on what is not known.
  ///
  /// - Throws: faults of the rules, or facts that contradict each other.
  func parts(_ profile: Profile, on date: CalendarDate) throws(Diagnostics) -> [Part] {
    guard let frame = rulebook.frame else {
      throw Diagnostics([
        Diagnostic(
          .missingKey,
          Text(
            nl: "de map met regels heeft geen landelijk kader",
            en: "the rule folder has no national frame"),
          help: Text(
            nl: "geef een map `\"kind\": \"frame\"` in haar agreement.json",
            en: "give one folder `\"kind\": \"frame\"` in its agreement.json"))
      ])
    }
    var parts: [Part] = []
    var decision: Decision?
    var considered: Agreement?
    do {
      for agreement in rulebook.regions where mayConcern(agreement, profile) {
        considered = considered ?? agreement
        guard agreement.valid.contains(date) else { continue }
        let chain = chain(agreement)
        let setting = Setting(chain, profile, on: date)
        var (inside, outside, rule) = try split(setting, try Region(profile, in: setting))
        if !inside.boxes.isEmpty, !outside.boxes.isEmpty {
          // Both answer: cut the axes alike, so that the rest can be passed on.
          let cuts = chain.cuts.union(self.chain(frame).cuts)
          let shared = Setting(chain, profile, on: date, cuts: cuts)
          (inside, outside, rule) = try split(shared, try Region(profile, in: shared))
          let rest = Setting(self.chain(frame), profile, on: date, cuts: cuts)
          let others = outside.limited(to: passed(outside.boxes, to: rest))
          return [
            Part(
              inquiry: Inquiry(setting: shared, region: inside),
              ground: Ground(agreement: agreement, decision: nil, considered: agreement)),
            Part(
              inquiry: Inquiry(setting: rest, region: others),
              ground: Ground(agreement: frame, decision: rule, considered: agreement)),
          ]
        }
        if !inside.boxes.isEmpty {
          let ground = Ground(agreement: agreement, decision: nil, considered: agreement)
          return [Part(inquiry: Inquiry(setting: setting, region: inside), ground: ground)]
        }
        (decision, considered) = (rule, agreement)
      }
      let setting = Setting(chain(frame), profile, on: date)
      parts.append(
        Part(
          inquiry: Inquiry(setting: setting, region: try Region(profile, in: setting)),
          ground: Ground(agreement: frame, decision: decision, considered: considered)))
    } catch {
      throw Diagnostics([error])
    }
    return parts
  }

  /// Goes on with tables read already.
  func keep(_ chain: Chain) { chains[chain.agreement.id] = chain }

  /// The tables of an agreement, read once.
  func chain(_ agreement: Agreement) -> Chain {
    if let chain = chains[agreement.id] { return chain }
    let law = self.law ?? LawTables(of: rulebook)
    self.law = law
    let chain = Chain(agreement, after: law, of: rulebook)
    chains[agreement.id] = chain
    return chain
  }

  /// Whether an agreement could hold: its municipalities are named, or some are not known.
  func mayConcern(_ agreement: Agreement, _ profile: Profile) -> Bool {
    let place = rulebook.regions.firstIndex { $0.id == agreement.id }
    return rulebook.vocabulary.facts.indices.contains { fact in
      guard rulebook.vocabulary[fact].kind == .municipality else { return false }
      return rulebook.region(of: fact, profile).map { $0 == place } ?? true
    }
  }

  /// The youths an agreement holds for, the others, and the rule that leaves those out.
  private func split(_ setting: Setting, _ region: Region) throws(Diagnostic)
    -> (inside: Region, outside: Region, rule: Decision?)
  {
    guard let table = setting.chain.table(TableName.scope.rawValue) else {
      return (region, region.limited(to: []), nil)
    }
    let evaluation = Evaluation(setting: setting, region: region)
    var inside: [Box] = []
    var outside: [Box] = []
    var decision: Decision?
    for piece in try evaluation.pieces(of: table, keepsAll: true) {
      let rule = setting.chain.tables[table].rules[piece.rules[table]]
      let box = withoutOutcomes(piece.box, setting, region)
      if rule.answer == 0 {
        inside.append(box)
      } else {
        outside.append(box)
        decision = decision ?? Decision(table: TableName.scope.rawValue, rule: rule)
      }
    }
    if outside.isEmpty { return (region, region.limited(to: []), nil) }
    return (region.limited(to: inside), region.limited(to: outside), decision)
  }

  /// A box with every table still to be asked again.
  private func withoutOutcomes(_ box: Box, _ setting: Setting, _ region: Region) -> Box {
    var result = box
    for (fact, described) in setting.chain.vocabulary.facts.enumerated() {
      if case .outcome = described.derivation { result.cells[fact] = region.cells(fact) }
    }
    return result
  }

  /// Boxes of one chain as boxes of another: the facts a profile can speak of come first in both.
  private func passed(_ boxes: [Box], to setting: Setting) -> [Box] {
    let given = rulebook.vocabulary.facts.count
    let outcomes = setting.allCells.dropFirst(given)
    return boxes.map { Box(cells: Array($0.cells.prefix(given)) + outcomes) }
  }
}
