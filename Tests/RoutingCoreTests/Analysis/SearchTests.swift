import Testing

@testable import RoutingCore

/// The search for youths, held against asking everybody.
struct SearchTests {
  /// A small world with everybody in it.
  private struct World {
    let checks: Checks
    let proofs: [ChainProof]
    /// Per chain, everybody it answers for, with what its tables decided.
    var answered: [[Somebody]] = []
    /// Per chain, everybody, with what its tables decided.
    var asked: [[Somebody]] = []
    var enumerations: [Enumeration] = []

    init(seed: UInt64, isFine: Bool) throws {
      let rulebook = try RulebookLoader.load(SmallWorld(seed: seed).files)
      checks = Checks(of: rulebook, cases: [])
      proofs = checks.proofs(isFine: isFine)
      let chains = checks.chains
      try #require(chains.count == 2)
      let cuts = chains[1].cuts.union(chains[0].cuts)
      enumerations = chains.map { Enumeration(chain: $0, cuts: cuts) }
      var random = Seeded(seed: seed)
      let days = try SmallWorld.days.shuffled(using: &random).prefix(3).map(day)
      let everybody = days.flatMap { enumerations[0].everybody(on: $0) }
      let given = rulebook.vocabulary.facts.count
      for (place, enumeration) in enumerations.enumerated() {
        let outcomes = chains[place].vocabulary.facts.count - given
        asked.append(
          everybody.map { somebody in
            var somebody = somebody
            somebody.values =
              Array(somebody.values.prefix(given)) + Array(repeating: .absent, count: outcomes)
            return enumeration.asked(somebody)
          })
      }
      let inside = asked[1].map { isInside($0) }
      answered = [
        zip(asked[0], inside).filter { !$0.1 }.map(\.0),
        zip(asked[1], inside).filter { $0.1 }.map(\.0),
      ]
    }

    /// Whether the region answers for somebody its own tables were asked about.
    func isInside(_ somebody: Somebody) -> Bool {
      let chain = checks.chains[1]
      guard chain.agreement.valid.contains(somebody.date),
        let region = chain.vocabulary.index(of: "woonregio"),
        let scope = chain.table("werkingsgebied")
      else { return false }
      return somebody.values[region] == .choice(0)
        && somebody.values[chain.tables[scope].outcome] == .choice(0)
    }

    /// Whether a chain answers for the youth of an example.
    func isAnswered(_ youth: Youth, by place: Int) -> Bool {
      guard let somebody = enumerations[1].somebody(youth) else { return false }
      return isInside(enumerations[1].asked(somebody)) == (place == 1)
    }

    /// The tables that are looked at in a chain.
    func tables(_ place: Int) -> Range<Int> {
      (place == 0 ? 0 : checks.lawTables)..<checks.chains[place].tables.count
    }

    /// The proofs in which a table is looked at: one of the law in all of them.
    func homes(of table: Int, in place: Int) -> [Int] {
      table < checks.lawTables ? Array(proofs.indices) : [place]
    }

    /// Those a table is asked about, the tables it needs having answered.
    func askedAbout(_ table: Int, of place: Int) -> [Somebody] {
      let chain = checks.chains[place]
      let isScope = chain.tables[table].name == "werkingsgebied"
      return (isScope ? asked : answered)[place].filter { somebody in
        isReached(table, of: place, for: somebody)
          && (!isScope || chain.agreement.valid.contains(somebody.date))
      }
    }

    /// Whether every table that one needs has answered.
    func isReached(_ table: Int, of place: Int, for somebody: Somebody) -> Bool {
      checks.chains[place].plans[table].order.allSatisfy {
        $0 == table || somebody.rules[$0] != nil
      }
    }

    /// The youth of an example with what the tables of a chain decided; nil when that is nobody who can
    /// exist and for whom the chain answers.
    func somebody(_ youth: Youth, of place: Int, about table: Int) -> Somebody? {
      guard let somebody = enumerations[place].somebody(youth),
        enumerations[place].exists(somebody),
        checks.chains[place].tables[table].name == "werkingsgebied"
          || isAnswered(youth, by: place)
      else { return nil }
      return enumerations[place].asked(somebody)
    }
  }

  @Test func `a table has a gap, and a rule is dead, when asking everybody shows it`() throws {
    var (gapped, closed, dead, alive) = (0, 0, 0, 0)
    for seed in 0..<UInt64(50) {
      let world = try World(seed: seed, isFine: false)
      for (place, proof) in world.proofs.enumerated() {
        for table in world.tables(place) {
          let name = "\(seed) \(proof.chain.tables[table].name)"
          var decided: Set<Int?> = []
          for home in world.homes(of: table, in: place) {
            let here = Set(world.askedAbout(table, of: home).map { $0.rules[table] })
            decided.formUnion(here)
            let gaps = TableFindings(proof: world.proofs[home]).gaps(in: table)
            if here.contains(nil) { #expect(!gaps.isEmpty, "\(name)") }
            if gaps.isEmpty { closed += 1 } else { gapped += 1 }
            for gap in gaps {
              let youth = try #require(gap.example)
              let somebody = world.somebody(youth, of: home, about: table)
              let shown = try #require(somebody, "\(name) \(youth.arguments)")
              #expect(shown.rules[table] == nil, "\(name) \(youth.arguments)")
            }
          }
          for rule in proof.chain.tables[table].rules.indices {
            let id = "\(seed) \(proof.chain.tables[table].rules[rule].id)"
            let homes = world.homes(of: table, in: place).filter {
              world.proofs[$0].isAlive(rule, of: table)
            }
            if homes.isEmpty {
              dead += 1
              #expect(!decided.contains(rule), "\(id)")
              continue
            }
            alive += 1
            for home in homes {
              let witness = try #require(youth(rule, of: table, in: world.proofs[home]), "\(id)")
              let somebody = world.somebody(witness, of: home, about: table)
              let shown = try #require(somebody, "\(id) \(witness.arguments)")
              guard world.isReached(table, of: home, for: shown) else { continue }
              #expect(shown.rules[table] == rule, "\(id) \(witness.arguments)")
            }
          }
        }
      }
    }
    #expect(gapped > 50 && closed > 50 && dead > 50 && alive > 50)
  }

  private func youth(_ rule: Int, of table: Int, in proof: ChainProof) -> Youth? {
    for arena in proof.arenas {
      let found = proof.youth(
        in: arena.setting.rules(of: table)[rule], of: table,
        avoiding: proof.earlier(than: rule, of: table, in: arena), in: arena)
      if let found { return found.youth }
    }
    return nil
  }

  @Test func `a mutant changes something for its youth, or for nobody`() throws {
    var (equivalent, different) = (0, 0)
    for seed in 200..<UInt64(208) {
      let world = try World(seed: seed, isFine: true)
      let mutation = Mutation(
        world.checks.answering, proofs: world.proofs, lawTables: world.checks.lawTables)
      let people = world.proofs.indices.map { place in
        world.checks.chains[place].tables.indices.map { world.askedAbout($0, of: place) }
      }
      for (place, proof) in world.proofs.enumerated() {
        let enumeration = world.enumerations[place]
        let maker = MutantMaker(chain: proof.chain, tables: Array(world.tables(place)))
        for mutant in maker.mutants() {
          let rule = proof.chain.tables[mutant.table].rules[mutant.rule]
          let what = "\(seed) \(rule.id): \(mutant.words.en)"
          if let survivor = mutation.survivor(mutant, of: proof) {
            different += 1
            let home = try #require(world.proofs.firstIndex { $0 === survivor.proof })
            let youth = survivor.youth
            let somebody = try #require(
              world.enumerations[home].somebody(youth), "\(what) \(youth.arguments)")
            let shown = world.enumerations[home].asked(somebody)
            #expect(world.enumerations[home].exists(somebody), "\(what) \(youth.arguments)")
            guard world.isReached(mutant.table, of: home, for: shown) else { continue }
            #expect(
              world.enumerations[home].notices(mutant, shown), "\(what) \(youth.arguments)")
          } else {
            equivalent += 1
            let tables =
              if case .shifted = mutant.change { Array(world.tables(place)) } else {
                [mutant.table]
              }
            for table in tables {
              let touched = world.homes(of: table, in: place).lazy
                .flatMap { people[$0][table] }
                .first { enumeration.notices(mutant, $0, in: table) }
              #expect(touched == nil, "\(what)")
            }
          }
        }
      }
    }
    #expect(equivalent > 50 && different > 200)
  }
}

extension Enumeration {
  /// Whether a mutant makes another rule decide for somebody, in some table.
  fileprivate func notices(_ mutant: Mutant, _ somebody: Somebody) -> Bool {
    chain.tables.indices.contains { notices(mutant, somebody, in: $0) }
  }

  /// Whether a mutant makes another rule of a table decide for somebody, all else being equal.
  fileprivate func notices(_ mutant: Mutant, _ somebody: Somebody, in table: Int) -> Bool {
    let rules = chain.tables[table].rules
    var order = Array(rules.indices)
    var matches = rules.map(\.match)
    var shift: (fact: Int, days: Int)?
    if case .shifted(let fact, let days) = mutant.change {
      shift = (fact, days)
    } else if table != mutant.table {
      return false
    }
    switch mutant.change {
    case .removed: order.removeAll { $0 == mutant.rule }
    case .lowered: order.swapAt(mutant.rule, mutant.rule + 1)
    case .holds(let match): matches[mutant.rule] = match
    case .answers, .due: return somebody.rules[table] == mutant.rule
    case .shifted: break
    }
    let now = order.first { holds(matches[$0], for: somebody, daysLater: shift) }
    return now != somebody.rules[table]
  }
}
