/// Says in words for whom a rule holds.
struct ConditionWords {
  let vocabulary: Vocabulary

  /// What has to hold for all of some matches together, a line for each fact; alternatives share a line.
  ///
  /// The day is left out: it is known.
  func lines(allOf matches: [Match]) -> [Text] {
    var shared: Match.Alternative = []
    var either: [[Match.Alternative]] = []
    for match in matches {
      let alternatives = match.alternatives.map { alternative in
        alternative.filter { !vocabulary[$0.fact].isReferenceDate }
      }
      let common = (alternatives.first ?? []).filter { condition in
        alternatives.allSatisfy { $0.contains { isSame($0, condition) } }
      }
      for condition in common { add(condition, to: &shared) }
      let rest = alternatives.map { alternative in
        alternative.filter { condition in !common.contains { isSame($0, condition) } }
      }
      if rest.count > 1, rest.allSatisfy({ !$0.isEmpty }) { either.append(rest) }
    }
    return shared.map { words($0.fact, $0.constraint) } + either.map { words(anyOf: $0) }
  }

  /// Adds what a fact has to be; values of the same fact come to those that both allow.
  private func add(
    _ condition: (fact: Int, constraint: Constraint), to shared: inout Match.Alternative
  ) {
    for place in shared.indices where shared[place].fact == condition.fact {
      if case .values(let known) = shared[place].constraint,
        case .values(let more) = condition.constraint
      {
        shared[place].constraint = .values(known & more)
        return
      }
      if shared[place].constraint == condition.constraint { return }
    }
    shared.append(condition)
  }

  private func words(anyOf alternatives: [Match.Alternative]) -> Text {
    let either = alternatives.map { alternative in
      let parts = alternative.map { words($0.fact, $0.constraint) }
      return Text(nl: Wording.all(parts.map(\.nl), .nl), en: Wording.all(parts.map(\.en), .en))
    }
    return Text(
      nl: "een van deze: " + either.map(\.nl).joined(separator: "; "),
      en: "one of these: " + either.map(\.en).joined(separator: "; "))
  }

  /// What one fact has to be.
  func words(_ fact: Int, _ constraint: Constraint) -> Text {
    let described = vocabulary[fact]
    switch constraint {
    case .values(let choices):
      if described.choices.isEmpty { return described.label }
      return described.label + Text(": ") + described.words(forAnyOf: choices)
    case .numbers(let ranges):
      return described.label + Text(": ")
        + Text(
          nl: Wording.either(ranges.map { number($0, .nl) }, .nl),
          en: Wording.either(ranges.map { number($0, .en) }, .en))
    case .days(let ranges):
      return described.label + Text(": ")
        + Text(
          nl: Wording.either(ranges.map { $0.words(.nl) }, .nl),
          en: Wording.either(ranges.map { $0.words(.en) }, .en))
    }
  }

  /// `27` when there is only one, `18 tot 27` otherwise.
  private func number(_ range: HalfOpenRange<Int>, _ language: Language) -> String {
    if let from = range.from, range.below == from + 1 { return "\(from)" }
    return range.words(language)
  }

  private func isSame(
    _ left: (fact: Int, constraint: Constraint), _ right: (fact: Int, constraint: Constraint)
  ) -> Bool {
    left.fact == right.fact && left.constraint == right.constraint
  }
}

extension HalfOpenRange where Bound: CustomStringConvertible {
  /// The range in words: `18 tot 27`.
  func words(_ language: Language) -> String {
    let (since, until) = language == .nl ? ("vanaf", "tot") : ("from", "below")
    return switch (from, below) {
    case (let low?, let high?):
      language == .nl ? "\(low) tot \(high)" : "from \(low) to below \(high)"
    case (let low?, nil): "\(since) \(low)"
    case (nil, let high?): "\(until) \(high)"
    case (nil, nil): ""
    }
  }
}
