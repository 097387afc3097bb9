/// A way in which a table comes to name somebody: the rule that answers, and what that rule refers to.
struct Naming {
  /// The rules that decide, each with its table; the first one is of the table itself.
  var steps: [(table: Int, rule: Int)]
  /// What a fact has to be for a rule that names whoever the fact names.
  var bounds: Box.Bounds = []
  /// Whom it comes to.
  let party: Int

  /// Every way in which a table can name somebody who is wanted.
  static func all(of table: Int, in chain: Chain, where isWanted: (Int) -> Bool) -> [Naming] {
    all(of: table, in: chain, depth: 0).filter { isWanted($0.party) }
  }

  /// References further than this lead in a circle.
  private static let deepest = 8

  private static func all(of table: Int, in chain: Chain, depth: Int) -> [Naming] {
    guard depth < deepest else { return [] }
    return chain.tables[table].rules.indices.flatMap { rule -> [Naming] in
      guard let party = chain.party(answeredBy: chain.tables[table].rules[rule], of: table)
      else { return [] }
      return meant(by: party, in: chain, depth: depth).map { meant in
        var naming = meant
        naming.steps.insert((table, rule), at: 0)
        return naming
      }
    }
  }

  /// Everybody a party can stand for.
  static func meant(by party: Int, in chain: Chain, depth: Int = 0) -> [Naming] {
    let parties = chain.rulebook.parties
    guard case .reference(let name) = parties.all[party].kind else {
      return [Naming(steps: [], party: party)]
    }
    if let table = chain.table(name) { return all(of: table, in: chain, depth: depth + 1) }
    guard let fact = chain.vocabulary.index(of: name) else { return [] }
    guard depth < deepest else { return [] }
    var result: [Naming] = []
    for (place, choice) in chain.vocabulary[fact].choices.enumerated() {
      guard let next = choice.party.flatMap({ parties.index(of: $0) }) else { continue }
      let cell = Box.cell(ofChoice: place)
      // Whom a fact names may itself stand for somebody: who guides now is the school, and that is one.
      for var naming in meant(by: next, in: chain, depth: depth + 1) {
        naming.bounds.append((fact, cell))
        if let known = result.firstIndex(where: { $0.differsOnly(on: fact, from: naming) }) {
          result[known].bounds[result[known].bounds.count - 1].cells |= cell
        } else {
          result.append(naming)
        }
      }
    }
    return result
  }

  /// Whether two ways, both of which end on a fact, are the same but for what that fact has to be.
  private func differsOnly(on fact: Int, from other: Naming) -> Bool {
    party == other.party && steps.elementsEqual(other.steps, by: ==)
      && bounds.dropLast().elementsEqual(other.bounds.dropLast(), by: ==)
  }
}

extension Naming {
  /// The boxes of the youths for whom this can be the way, before the rules that go first are taken away.
  func alternatives(in setting: Setting) -> [Box.Bounds] {
    let chain = setting.chain
    guard let fixed = Box.common([], bounds) else { return [] }
    var result: [Box.Bounds] = [fixed]
    for (place, step) in steps.enumerated() {
      let table = chain.tables[step.table]
      result = result.flatMap { bounds in
        setting.rules(of: step.table)[step.rule].compactMap { Box.common(bounds, $0) }
      }
      // What a table referred to answers is fixed by now, for whoever reads it.
      if place > 0, let answer = table.rules[step.rule].answer {
        result = result.compactMap {
          Box.common($0, [(table.outcome, Box.cell(ofChoice: answer))])
        }
      }
    }
    return result
  }

  /// The boxes of the rules that go before its own.
  func earlier(in setting: Setting) -> [Box.Bounds] {
    steps.flatMap { step -> [Box.Bounds] in
      guard setting.chain.tables[step.table].hitPolicy == .first else { return [] }
      return setting.rules(of: step.table).prefix(step.rule).flatMap { $0 }
    }
  }
}
