/// Per fact of a rulebook, the cells its values fall in, the same for all its chains.
///
/// Cell 0 of an axis is "does not apply to this youth". A `Setting` lays what is computed from a date on
/// the axis of that date; here every computed fact has an axis of its own, so that a day known exactly
/// needs no more than a search in cut points.
struct Axes: Sendable {
  /// How the cell of a fact is found.
  enum Kind: Sendable {
    /// A choice: the cell after its place.
    case choice
    /// A number: the cell after the cuts that it reaches.
    case number([Int])
    /// A date: the cell after the cuts that it reaches.
    case date([CalendarDate])
    /// Whole years, months or a moment, all computed from a date: the cell after the days reached.
    case timed(base: Int)
    /// Which of two dates came first.
    case order(base: Int, with: Moment)
    /// The agreement of a municipality.
    case region(base: Int)
    /// The reference date: the cell after the cuts that it reaches.
    case referenceDate([CalendarDate])
    /// What a table answers.
    case outcome
    /// No rule can ask for it.
    case mute
  }

  /// For whom a fact means anything.
  typealias Guard = [Box.Bounds]

  let kinds: [Kind]
  /// Per fact, the cells of which one applies, bit 0 left out.
  let all: [UInt64]
  /// Per fact, for whom it means anything; nil for everybody.
  let guards: [Guard?]
  /// Where each fact changes its mind.
  let cuts: Cuts
  /// Per fact, the cells that cannot be.
  let excluded: [UInt64]
  /// What cannot be true together, on more axes than one.
  let impossible: [Box.Bounds]

  /// Whether every axis has room for its cells.
  var isFit: Bool { all.allSatisfy { $0 & (1 << 63) == 0 } }

  init(_ rulebook: Rulebook, _ chains: [Chain]) {
    let vocabulary = rulebook.vocabulary
    var cuts = Cuts(facts: vocabulary.facts.count)
    for chain in chains { cuts = cuts.union(chain.cuts) }
    for fact in vocabulary.facts { if let applies = fact.applies { cuts.add(applies) } }
    self.cuts = cuts
    kinds = vocabulary.facts.indices.map { Axes.kind(of: $0, vocabulary, cuts) }
    var all: [UInt64] = []
    for (fact, kind) in kinds.enumerated() {
      all.append(Axes.cells(Axes.count(kind, vocabulary[fact], cuts.numbers[fact])))
    }
    self.all = all
    let makers = Constraints(kinds: kinds, cuts: cuts)
    guards = vocabulary.facts.map { fact in
      fact.derivation == nil ? fact.applies.map { makers.bounds($0) } : nil
    }
    var excluded: [UInt64] = Array(repeating: 0, count: kinds.count)
    var impossible: [Box.Bounds] = []
    for bounds in rulebook.impossible.flatMap({ makers.bounds($0.match) }) {
      if bounds.count == 1 {
        excluded[bounds[0].axis] |= bounds[0].cells
      } else {
        impossible.append(bounds)
      }
    }
    self.excluded = excluded
    self.impossible = impossible
  }

  private static func kind(of fact: Int, _ vocabulary: Vocabulary, _ cuts: Cuts) -> Kind {
    switch vocabulary[fact].derivation {
    case .years(let base), .months(let base): return .timed(base: base)
    case .reached(let moment): return .timed(base: moment.fact)
    case .order(let base, let moment): return .order(base: base, with: moment)
    case .region(let base): return .region(base: base)
    case .referenceDate: return .referenceDate(cuts.days[fact])
    case .outcome: return .outcome
    case nil: break
    }
    switch vocabulary[fact].kind {
    case .yesNo, .choice: return .choice
    case .number: return .number(cuts.numbers[fact])
    case .date: return .date(cuts.days[fact])
    case .municipality, .text: return .mute
    }
  }

  /// How many cells an axis has beside "does not apply".
  private static func count(_ kind: Kind, _ fact: Fact, _ numbers: [Int]) -> Int {
    switch kind {
    case .choice, .order, .region, .outcome: fact.choices.count
    case .number(let cuts): cuts.count + 1
    case .date(let cuts), .referenceDate(let cuts): cuts.count + 1
    case .timed: fact.kind == .number ? numbers.count + 1 : 2
    case .mute: 1
    }
  }

  /// The first so many cells after "does not apply".
  static func cells(_ count: Int) -> UInt64 {
    (UInt64.max >> UInt64(63 - min(count, 63))) & ~Box.notApplicable
  }
}

/// Turns what rules ask into cells of axes.
struct Constraints {
  let kinds: [Axes.Kind]
  let cuts: Cuts

  /// The axes that time moves or tables decide.
  var moving: Set<Int> {
    Set(
      kinds.indices.filter { axis in
        switch kinds[axis] {
        case .timed, .referenceDate, .outcome: true
        default: false
        }
      })
  }

  /// The boxes of a match; alternatives that nobody can fit are left out.
  func bounds(_ match: Match) -> [Box.Bounds] {
    match.alternatives.compactMap { alternative in
      var result: Box.Bounds = []
      for (fact, constraint) in alternative {
        guard Box.narrow(&result, fact, cells(fact, constraint)) else { return nil }
      }
      return result
    }
  }

  /// The cells a constraint admits.
  private func cells(_ fact: Int, _ constraint: Constraint) -> UInt64 {
    switch constraint {
    case .values(let choices): return choices << 1
    case .numbers(let ranges):
      return reached([Int.min] + cuts.numbers[fact]) { number in
        ranges.contains { $0.contains(number) }
      }
    case .days(let ranges):
      return reached([CalendarDate(dayNumber: .min)] + cuts.days[fact]) { day in
        ranges.contains { $0.contains(day) }
      }
    }
  }

  /// The cells whose first value passes a test.
  private func reached<Bound>(_ starts: [Bound], where holds: (Bound) -> Bool) -> UInt64 {
    var cells: UInt64 = 0
    for (index, start) in starts.enumerated() where holds(start) {
      cells |= 2 << UInt64(index)
    }
    return cells
  }
}
