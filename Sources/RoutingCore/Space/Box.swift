/// A set of cells on each axis of profile space: every youth it holds has one cell on each.
///
/// Axis `n` belongs to fact `n` of the vocabulary. Bit 0 of an axis stands for "does not apply to
/// this youth"; the other bits are the cells of that fact.
struct Box: Hashable, Sendable {
  /// The cells admitted on each axis.
  var cells: [UInt64]

  /// Some axes with the cells a rule admits on them.
  typealias Bounds = [(axis: Int, cells: UInt64)]

  /// The most values a fact can have: one bit is taken by "does not apply", one is kept free.
  static let mostChoices = 62

  /// The cell "does not apply".
  static let notApplicable: UInt64 = 1

  /// The bit of the choice at a place.
  @inline(__always)
  static func cell(ofChoice index: Int) -> UInt64 { 2 &<< UInt64(truncatingIfNeeded: index) }

  /// Whether any point lies within bounds.
  func isTouched(_ bounds: Bounds) -> Bool {
    for (axis, admitted) in bounds where cells[axis] & admitted == 0 { return false }
    return true
  }

  /// The part that lies within bounds, or nil when none does.
  func intersection(_ bounds: Bounds) -> Box? {
    guard isTouched(bounds) else { return nil }
    var result = self
    for (axis, admitted) in bounds { result.cells[axis] &= admitted }
    return result
  }

  /// Whether every point lies within bounds.
  func isInside(_ bounds: Bounds) -> Bool {
    for (axis, admitted) in bounds where cells[axis] & ~admitted != 0 { return false }
    return true
  }

  /// Admits only these cells on an axis of bounds; false when none is left.
  static func narrow(_ bounds: inout Bounds, _ axis: Int, _ cells: UInt64) -> Bool {
    for place in bounds.indices where bounds[place].axis == axis {
      bounds[place].cells &= cells
      return bounds[place].cells != 0
    }
    bounds.append((axis, cells))
    return cells != 0
  }

  /// What lies within both bounds, every axis once; nil when nothing does.
  static func common(_ left: Bounds, _ right: Bounds) -> Bounds? {
    var result = left
    for (axis, cells) in right {
      guard narrow(&result, axis, cells) else { return nil }
    }
    return result
  }

  /// The part that lies outside bounds, as boxes that do not overlap.
  ///
  /// One box per axis: the points that are within bounds on the axes before it and outside on it.
  func subtracting(_ bounds: Bounds) -> [Box] {
    guard isTouched(bounds) else { return [self] }
    var result: [Box] = []
    var rest = self
    for (axis, admitted) in bounds {
      let outside = rest.cells[axis] & ~admitted
      if outside != 0 {
        var piece = rest
        piece.cells[axis] = outside
        result.append(piece)
        rest.cells[axis] &= admitted
      }
    }
    return result
  }
}

extension [Box] {
  /// What remains after taking away every one of these bounds.
  func subtracting(anyOf alternatives: [Box.Bounds]) -> [Box] {
    var rest = self
    for bounds in alternatives where rest.contains(where: { $0.isTouched(bounds) }) {
      rest = rest.flatMap { $0.subtracting(bounds) }
    }
    return rest
  }

  /// The parts that lie within at least one of these bounds, without overlap.
  func intersection(anyOf alternatives: [Box.Bounds]) -> [Box] {
    var rest = self
    var result: [Box] = []
    for bounds in alternatives where rest.contains(where: { $0.isTouched(bounds) }) {
      result += rest.compactMap { $0.intersection(bounds) }
      rest = rest.flatMap { $0.subtracting(bounds) }
    }
    return result
  }
}
