import RoutingCore

/// Invented youths for any rules, the same for the same seed: facts that fit together as far as the
/// vocabulary says so, some of them left out.
struct InventedYouths {
  private let rulebook: Rulebook
  private let date: CalendarDate
  private var random: Randomness
  /// Per hundred facts that mean something, how many are left out.
  private let silence: Int

  init(_ rulebook: Rulebook, on date: CalendarDate, seed: UInt64, silence: Int) {
    self.rulebook = rulebook
    self.date = date
    self.silence = silence
    random = Randomness(seed: seed)
  }

  /// The facts of the next youth, as a profile writes them.
  mutating func next() -> [(name: String, value: String)] {
    let vocabulary = rulebook.vocabulary
    var chosen: [Int: Int] = [:]
    var facts: [(name: String, value: String)] = []
    for (fact, described) in vocabulary.facts.enumerated()
    where described.derivation == nil && described.means == nil {
      guard applies(described, chosen) else { continue }
      // What is usual is usually left out or stated as such.
      let isUsual = described.usual != nil || described.absent != nil
      if random.below(100) < (isUsual ? 60 : silence) {
        if let word = described.usual ?? described.absent {
          chosen[fact] = described.choiceIndex(word)
        }
        continue
      }
      switch described.kind {
      case .yesNo, .choice:
        var place = random.below(described.choices.count)
        if isUsual, random.below(3) != 0, let word = described.usual ?? described.absent {
          place = described.choiceIndex(word) ?? place
        }
        chosen[fact] = place
        facts.append((described.name, described.choices[place].value))
      case .number: facts.append((described.name, String(random.below(4))))
      case .municipality:
        let regional = rulebook.regions.flatMap(\.municipalities)
        let names =
          random.below(2) == 0 && !regional.isEmpty ? regional : rulebook.municipalities.names
        facts.append((described.name, names[random.below(names.count)]))
      case .text: facts.append((described.name, "Het College"))
      case .date: facts.append((described.name, day(described, isFirst: facts.isEmpty)))
      }
    }
    return facts
  }

  /// A birth for the first date; days still to come for what may not happen at all, past days otherwise.
  private mutating func day(_ fact: Fact, isFirst: Bool) -> String {
    let back =
      isFirst
      ? 14 * 365 + random.below(14 * 365)
      : fact.allowsNoDate || fact.name.hasPrefix("volgende") || fact.name.hasSuffix("Einddatum")
        ? -1 - random.below(500) : random.below(1200)
    return date.adding(days: -back).description
  }

  private func applies(_ fact: Fact, _ chosen: [Int: Int]) -> Bool {
    guard let match = fact.applies else { return true }
    return match.alternatives.contains { alternative in
      alternative.allSatisfy { fact, constraint in
        guard case .values(let values) = constraint, let place = chosen[fact] else { return false }
        return values & 1 << UInt64(place) != 0
      }
    }
  }
}

/// Numbers that look random and are the same in every run: SplitMix64.
struct Randomness: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to a bound.
  mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }
}
