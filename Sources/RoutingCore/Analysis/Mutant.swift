/// A small change of the rules, of the kind somebody makes by mistake.
struct Mutant {
  /// What is changed.
  enum Change {
    /// The rule is gone.
    case removed
    /// The rule stands one place lower.
    case lowered
    /// The rule answers something else.
    case answers(Int)
    /// The rule holds for others: a constraint dropped, a value left out, a bound moved.
    case holds(Match)
    /// A fact computed from a date is reached some days earlier or later.
    case shifted(fact: Int, days: Int)
    /// What is due is due on another day.
    case due
  }

  /// The table, by its place in the chain.
  let table: Int
  /// The rule, by its place in the table; the first one that reads it when a fact is shifted.
  let rule: Int
  let change: Change
  /// What was changed, in words.
  let words: Text
}

/// Makes the mutants of a chain.
struct MutantMaker {
  let chain: Chain
  /// The tables to change, by their place.
  let tables: [Int]

  private var vocabulary: Vocabulary { chain.vocabulary }

  func mutants() -> [Mutant] {
    var result = tables.flatMap { table in
      chain.tables[table].rules.indices.flatMap { mutants(of: $0, in: table) }
    }
    result += shiftedFacts()
    return result
  }

  private func mutants(of place: Int, in table: Int) -> [Mutant] {
    let described = chain.tables[table]
    let rule = described.rules[place]
    func mutant(_ change: Mutant.Change, _ nl: String, _ en: String) -> Mutant {
      Mutant(table: table, rule: place, change: change, words: Text(nl: nl, en: en))
    }
    var result = [mutant(.removed, "de regel weggehaald", "the rule removed")]
    if described.hitPolicy == .first, place + 1 < described.rules.count {
      let next = described.rules[place + 1].id
      result.append(
        mutant(.lowered, "de regel na `\(next)` gezet", "the rule moved below `\(next)`"))
    }
    if let answer = rule.answer {
      let used = Set(described.rules.compactMap(\.answer)).sorted()
      if let other = used.first(where: { $0 > answer }) ?? used.first(where: { $0 != answer }) {
        let value = vocabulary[described.outcome].choices[other].value
        result.append(mutant(.answers(other), "het antwoord `\(value)`", "the answer `\(value)`"))
      }
    }
    if case .moment = rule.due {
      result.append(mutant(.due, "een andere uiterste dag", "another day it is due"))
    }
    for (match, words) in matches(of: rule) {
      result.append(mutant(.holds(match), words.nl, words.en))
    }
    return result
  }

  /// The matches with one constraint dropped or changed a little.
  private func matches(of rule: Rule) -> [(Match, Text)] {
    var result: [(Match, Text)] = []
    for (branch, alternative) in rule.match.alternatives.enumerated() {
      for (place, entry) in alternative.enumerated() {
        let name = vocabulary[entry.fact].name
        func with(_ constraint: Constraint?) -> Match {
          var changed = alternative
          if let constraint {
            changed[place] = (entry.fact, constraint)
          } else {
            changed.remove(at: place)
          }
          var all = rule.match.alternatives
          all[branch] = changed
          return Match(alternatives: all)
        }
        result.append(
          (
            with(nil),
            Text(nl: "zonder de voorwaarde `\(name)`", en: "without the condition `\(name)`")
          ))
        for (constraint, words) in neighbours(of: entry.constraint, entry.fact) {
          result.append(
            (with(constraint), Text(nl: "`\(name)` \(words.nl)", en: "`\(name)` \(words.en)")))
        }
      }
    }
    return result
  }

  private func neighbours(of constraint: Constraint, _ fact: Int) -> [(Constraint, Text)] {
    switch constraint {
    case .values(let mask):
      guard mask.nonzeroBitCount > 1 else { return [] }
      return vocabulary[fact].choices.indices.filter { mask & 1 << UInt64($0) != 0 }.map { choice in
        let value = vocabulary[fact].choices[choice].value
        return (
          .values(mask & ~(1 << UInt64(choice))),
          Text(nl: "zonder `\(value)`", en: "without `\(value)`")
        )
      }
    case .numbers(let ranges):
      return shifts(of: ranges) { $0 + $1 }.map { (.numbers($0), $1) }
    case .days(let ranges):
      return shifts(of: ranges) { $0.adding(days: $1) }.map { (.days($0), $1) }
    }
  }

  /// The ranges with one bound moved by one; a range that would hold nothing is left out.
  private func shifts<Bound>(
    of ranges: [HalfOpenRange<Bound>], _ moved: (Bound, Int) -> Bound
  ) -> [([HalfOpenRange<Bound>], Text)] {
    var result: [([HalfOpenRange<Bound>], Text)] = []
    for (place, range) in ranges.enumerated() {
      for step in [-1, 1] {
        for isLower in [true, false] {
          guard let bound = isLower ? range.from : range.below else { continue }
          var changed = ranges
          let new = moved(bound, step)
          changed[place] = HalfOpenRange(
            from: isLower ? new : range.from, below: isLower ? range.below : new)
          if let from = changed[place].from, let below = changed[place].below, from >= below {
            changed.remove(at: place)
          }
          let word =
            isLower
            ? Text(nl: "vanaf \(new)", en: "from \(new)")
            : Text(nl: "tot \(new)", en: "below \(new)")
          result.append((changed, word))
        }
      }
    }
    return result
  }

  /// Each fact that time moves, reached a day earlier or later.
  private func shiftedFacts() -> [Mutant] {
    vocabulary.facts.indices.flatMap { fact -> [Mutant] in
      switch vocabulary[fact].derivation {
      case .years, .months, .reached: break
      case nil, .order, .region, .referenceDate, .outcome: return []
      }
      for table in tables where chain.plans[table].reads.contains(fact) {
        guard
          let rule = chain.tables[table].rules.firstIndex(where: { $0.match.facts.contains(fact) })
        else { continue }
        let name = vocabulary[fact].name
        return [-1, 1].map { days in
          Mutant(
            table: table, rule: rule, change: .shifted(fact: fact, days: days),
            words: days < 0
              ? Text(nl: "`\(name)` een dag later bereikt", en: "`\(name)` reached a day later")
              : Text(nl: "`\(name)` een dag eerder bereikt", en: "`\(name)` reached a day earlier"))
        }
      }
      return []
    }
  }
}
