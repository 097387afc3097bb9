extension [Answering.Part] {
  /// Who answers, each agreement once.
  var grounds: [Ground] {
    var result: [Ground] = []
    for part in self where !result.contains(where: { $0.agreement.id == part.ground.agreement.id })
    {
      result.append(part.ground)
    }
    return result
  }
}

/// Finds which agreement answers for a youth on a day, and keeps the agreements it has read.
final class Answering {
  let rulebook: Rulebook
  private var law: LawTables?
  private var chains: [String: Chain] = [:]
  /// Those of which no more was read than who is responsible and who to call.
  private var briefs: [String: Chain] = [:]

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
  /// - Parameter isBrief: whether nothing is asked but who is responsible and who to call.
  /// - Throws: faults of the rules, or facts that contradict each other.
  func parts(_ profile: Profile, on date: CalendarDate, isBrief: Bool = false)
    throws(Diagnostics) -> [Part]
  {
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
    do {
      return try ask(profile, on: date, frame, isBrief)
    } catch {
      throw Diagnostics([error])
    }
  }

  /// Asks one agreement after the other about whom those before it leave.
  private func ask(
    _ profile: Profile, on date: CalendarDate, _ frame: Agreement, _ isBrief: Bool
  ) throws(Diagnostic) -> [Part] {
    func chain(_ agreement: Agreement) -> Chain {
      isBrief ? briefChain(agreement) : self.chain(agreement)
    }
    let (places, unknown) = rulebook.asked(by: profile)
    let asked = places.map { rulebook.regions[$0] }
    let valid = asked.filter { $0.valid.contains(date) }
    var parts: [Part] = []
    // One that is not valid is told of as well.
    var (decision, considered) = (Decision?.none, asked.first)
    // Once some youths are left to the next agreement, the axes have to be cut alike.
    var cuts: Cuts?
    var rest: [Box]?
    for agreement in valid {
      var setting = Setting(chain(agreement), profile, on: date, cuts: cuts)
      var (inside, outside, rule) = try split(setting, try whole(profile, setting, rest))
      if cuts == nil, !inside.boxes.isEmpty, !outside.boxes.isEmpty {
        cuts = (valid + [frame]).reduce(chain(frame).cuts) { $0.union(chain($1).cuts) }
        setting = Setting(chain(agreement), profile, on: date, cuts: cuts)
        (inside, outside, rule) = try split(setting, try whole(profile, setting, rest))
      }
      if !inside.boxes.isEmpty {
        let ground = Ground(agreement: agreement, decision: nil, considered: agreement)
        parts.append(Part(inquiry: Inquiry(setting: setting, region: inside), ground: ground))
      }
      if outside.boxes.isEmpty { return parts }
      (decision, considered) = (rule, agreement)
      if cuts != nil { rest = outside.boxes }
    }
    if let unknown { return try ask(profile, on: date, frame, isBrief, forEach: unknown) }
    let setting = Setting(chain(frame), profile, on: date, cuts: cuts)
    let ground = Ground(agreement: frame, decision: decision, considered: considered)
    let region = try whole(profile, setting, rest)
    return parts + [Part(inquiry: Inquiry(setting: setting, region: region), ground: ground)]
  }

  /// The agreements that answer when a municipality nobody knows is in none of them, or in each.
  private func ask(
    _ profile: Profile, on date: CalendarDate, _ frame: Agreement, _ isBrief: Bool,
    forEach fact: Int
  ) throws(Diagnostic) -> [Part] {
    var result: [Part] = []
    var fault: Diagnostic?
    let count = rulebook.regions.count
    // One that does not hold on this day is as none.
    let regions = rulebook.regions.indices.filter { rulebook.regions[$0].valid.contains(date) }
    for region in [count] + regions {
      var known = profile
      known.regions[fact] = region
      do throws(Diagnostic) {
        result += try ask(known, on: date, frame, isBrief)
      } catch {
        guard error.code == .contradiction else { throw error }
        fault = fault ?? error
      }
    }
    if let fault, result.isEmpty { throw fault }
    return result
  }

  /// The other agreements that hold for a youth as well, each with the municipality that brings it.
  ///
  /// That of the home beside that of the school; the national frame speaks for a home without agreement.
  /// And those that leave the youth out, with the rule that does.
  func others(_ profile: Profile, on date: CalendarDate, beside parts: [Part])
    throws(Diagnostic) -> (
      holding: [(place: Int, part: Part)],
      declined: [(place: Int, agreement: Agreement, decision: Decision)]
    )
  {
    var result: [(place: Int, part: Part)] = []
    var declined: [(place: Int, agreement: Agreement, decision: Decision)] = []
    // Where everything really is, whatever agreement the caller wanted.
    var profile = profile
    for fact in rulebook.vocabulary.places where profile[fact] != nil {
      profile.regions[fact] = nil
    }
    var known = Set(parts.map(\.ground.agreement.id))
    for fact in rulebook.vocabulary.places {
      guard case .municipality(let municipality) = profile[fact] else { continue }
      let place = rulebook.region(ofMunicipality: municipality)
      let regional = place < rulebook.regions.count ? rulebook.regions[place] : nil
      let valid = regional.flatMap { $0.valid.contains(date) ? $0 : nil }
      let isHome = fact == rulebook.vocabulary.home
      guard let agreement = valid ?? (isHome ? rulebook.frame : nil),
        known.insert(agreement.id).inserted
      else { continue }
      let setting = Setting(briefChain(agreement), profile, on: date)
      let (inside, _, rule) = try split(setting, try Region(profile, in: setting))
      if inside.boxes.isEmpty {
        if let rule { declined.append((fact, agreement, rule)) }
        continue
      }
      let ground = Ground(agreement: agreement, decision: nil, considered: regional)
      result.append(
        (fact, Part(inquiry: Inquiry(setting: setting, region: inside), ground: ground)))
    }
    return (result, declined)
  }

  /// The youths a profile could be about, or those of them that are left.
  private func whole(_ profile: Profile, _ setting: Setting, _ rest: [Box]?) throws(Diagnostic)
    -> Region
  {
    let region = try Region(profile, in: setting)
    return rest.map { region.limited(to: passed($0, to: setting)) } ?? region
  }

  /// Goes on with tables read already.
  func keep(_ chain: Chain) { chains[chain.agreement.id] = chain }

  /// The tables of an agreement, read once.
  func chain(_ agreement: Agreement) -> Chain {
    if let chain = chains[agreement.id] { return chain }
    let chain = Chain(agreement, after: lawTables(), of: rulebook)
    chains[agreement.id] = chain
    return chain
  }

  /// Those of its tables that say whom it holds for, who is responsible and who to call, or all of
  /// them when they were read already.
  ///
  /// Of most agreements an advice asks no more, and these are less than half of one.
  private func briefChain(_ agreement: Agreement) -> Chain {
    if let chain = chains[agreement.id] ?? briefs[agreement.id] { return chain }
    let chain = Chain(
      agreement, after: lawTables(), of: rulebook, asking: [.scope] + Plan.answerTables)
    briefs[agreement.id] = chain
    return chain
  }

  private func lawTables() -> LawTables {
    let law = self.law ?? LawTables(of: rulebook)
    self.law = law
    return law
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
