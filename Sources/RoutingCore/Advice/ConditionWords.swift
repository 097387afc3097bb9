/// Says in words for whom a rule holds.
struct ConditionWords {
  let vocabulary: Vocabulary

  /// What has to hold, a line for each fact; alternatives share a line.
  func lines(_ match: Match) -> [Text] {
    guard let first = match.alternatives.first else { return [] }
    // What all alternatives ask stands by itself.
    let shared = first.filter { condition in
      match.alternatives.allSatisfy { $0.contains { isSame($0, condition) } }
    }
    var lines = shared.map { words($0.fact, $0.constraint) }
    let rest = match.alternatives.map { alternative in
      alternative.filter { condition in !shared.contains { isSame($0, condition) } }
    }
    guard rest.count > 1, rest.allSatisfy({ !$0.isEmpty }) else { return lines }
    let either = rest.map { alternative in
      let parts = alternative.map { words($0.fact, $0.constraint) }
      return Text(
        nl: Wording.all(parts.map(\.nl), .nl), en: Wording.all(parts.map(\.en), .en))
    }
    lines.append(
      Text(
        nl: "een van deze: " + either.map(\.nl).joined(separator: "; "),
        en: "one of these: " + either.map(\.en).joined(separator: "; ")))
    return lines
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
          nl: Wording.either(ranges.map { $0.words(.nl) }, .nl),
          en: Wording.either(ranges.map { $0.words(.en) }, .en))
    case .days(let ranges):
      return described.label + Text(": ")
        + Text(
          nl: Wording.either(ranges.map { $0.words(.nl) }, .nl),
          en: Wording.either(ranges.map { $0.words(.en) }, .en))
    }
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
    case (let low?, let high?): "\(low) \(until) \(high)"
    case (let low?, nil): "\(since) \(low)"
    case (nil, let high?): "\(until) \(high)"
    case (nil, nil): ""
    }
  }
}
