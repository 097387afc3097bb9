/// Every youth that can exist on one day, as one box and what has to be taken out of it.
///
/// The box is not cut up beforehand: a fact that applies to some youths only, or a corner that cannot
/// exist, is a bound to stay out of, and a search stays out of those it meets.
struct ProfileSpace {
  let setting: Setting
  /// All cells of all facts.
  let whole: Box
  /// What cannot be true together: declared corners, and facts that would apply to nobody.
  let impossible: [Box.Bounds]

  init(_ setting: Setting) {
    self.setting = setting
    let vocabulary = setting.chain.vocabulary
    var whole = Box(cells: setting.allCells)
    for fact in vocabulary.facts.indices where ProfileSpace.mayBeAbsent(fact, vocabulary) {
      whole.cells[fact] |= Box.notApplicable
    }
    var impossible = setting.impossible.flatMap { $0 }
    for (fact, described) in vocabulary.facts.enumerated() {
      let absent: Box.Bounds = [(fact, Box.notApplicable)]
      let present: Box.Bounds = [(fact, ~Box.notApplicable)]
      if let applies = setting.applies[fact] {
        if !ProfileSpace.hasNoDate(described) { impossible += applies.map { $0 + absent } }
        let outside = [whole].subtracting(anyOf: applies)
        impossible += outside.map { ProfileSpace.bounds(of: $0, in: whole) + present }
      }
      switch described.derivation {
      case .region(let base):
        impossible.append(absent + [(base, ~Box.notApplicable)])
        impossible.append(present + [(base, Box.notApplicable)])
      case .order(let base, let moment):
        impossible.append(
          absent + [(base, ~Box.notApplicable), (moment.fact, ~Box.notApplicable)])
        impossible.append(present + [(base, Box.notApplicable)])
        impossible.append(present + [(moment.fact, Box.notApplicable)])
      default: break
      }
    }
    self.whole = whole
    self.impossible = impossible.compactMap { Box.common([], $0) }
  }

  /// Whether some youth may have no value of a fact.
  private static func mayBeAbsent(_ fact: Int, _ vocabulary: Vocabulary) -> Bool {
    let described = vocabulary[fact]
    switch described.derivation {
    case nil: return described.applies != nil || hasNoDate(described)
    case .region(let base): return mayBeAbsent(base, vocabulary)
    case .order(let base, let moment):
      return mayBeAbsent(base, vocabulary) || mayBeAbsent(moment.fact, vocabulary)
    case .years, .months, .reached, .referenceDate, .outcome: return false
    }
  }

  /// Whether a date may never happen, also to a youth it applies to.
  private static func hasNoDate(_ fact: Fact) -> Bool {
    fact.kind == .date && fact.derivation == nil && (fact.usual != nil || fact.absent != nil)
  }

  /// The axes on which a box is smaller than another.
  static func bounds(of box: Box, in whole: Box) -> Box.Bounds {
    box.cells.indices.compactMap { axis in
      box.cells[axis] == whole.cells[axis] ? nil : (axis, box.cells[axis])
    }
  }
}
