@testable import RoutingCore

/// A space of at most 64 points: a set of points is a bit mask.
struct TinySpace {
  /// A box, the same box as bounds on every axis, and the points it holds.
  struct Part {
    let box: Box
    let bounds: Box.Bounds
    let points: UInt64
  }

  /// The box of all points.
  let whole: Box
  /// Every box that has a point.
  let parts: [Part]
  /// Per axis and set of cells, the points that lie in one of those cells.
  private let slices: [[UInt64]]

  /// A space with so many cells on each axis, "does not apply" included.
  init(cells counts: [Int]) {
    let size = counts.reduce(1, *)
    var step = 1
    var slices: [[UInt64]] = []
    for count in counts {
      let coordinates = (0..<size).map { $0 / step % count }
      slices.append(
        (0..<(1 << count)).map { cells in
          coordinates.indices.reduce(0) { points, point in
            cells & (1 << coordinates[point]) == 0 ? points : points | 1 << point
          }
        })
      step *= count
    }
    self.slices = slices
    whole = Box(cells: counts.map { (1 << $0) - 1 })
    var rows: [[UInt64]] = [[]]
    for cells in whole.cells { rows = rows.flatMap { row in (1...cells).map { row + [$0] } } }
    parts = rows.map { row in
      let bounds = row.enumerated().map { (axis: $0.offset, cells: $0.element) }
      return Part(
        box: Box(cells: row), bounds: bounds, points: Self.points(row, slices))
    }
  }

  /// The points of a box.
  func points(_ box: Box) -> UInt64 { Self.points(box.cells, slices) }

  /// The points of boxes that do not overlap; nil when two share a point.
  func disjointPoints(_ boxes: [Box]) -> UInt64? {
    var all: UInt64 = 0
    for box in boxes {
      let points = points(box)
      if all & points != 0 { return nil }
      all |= points
    }
    return all
  }

  /// The first pair of boxes for which a law does not hold.
  func counterexample(to law: (Part, Part) -> Bool) -> [Box]? {
    for left in parts {
      for right in parts where !law(left, right) { return [left.box, right.box] }
    }
    return nil
  }

  private static func points(_ row: [UInt64], _ slices: [[UInt64]]) -> UInt64 {
    var points = UInt64.max
    for (axis, cells) in row.enumerated() { points &= slices[axis][Int(cells)] }
    return points
  }
}
