import Testing

@testable import RoutingCore

struct BoxTests {
  @Test func `a choice lies beside the cell for what does not apply`() {
    #expect(Box.notApplicable == 0b1)
    #expect((0..<3).map(Box.cell(ofChoice:)) == [0b10, 0b100, 0b1000])
    #expect(Box.cell(ofChoice: 62) == 1 << 63)
  }

  @Test func `what lies outside bounds is cut into one box per axis`() {
    let box = Box(cells: [0b111, 0b111])
    let pieces = box.subtracting([(axis: 0, cells: 0b001), (axis: 1, cells: 0b011)])
    #expect(pieces == [Box(cells: [0b110, 0b111]), Box(cells: [0b001, 0b100])])
  }

  @Test func `bounds that miss a box leave it whole`() {
    let box = Box(cells: [0b110, 0b111])
    let bounds: Box.Bounds = [(axis: 1, cells: 0b011), (axis: 0, cells: 0b001)]
    #expect(box.subtracting(bounds) == [box])
    #expect(box.intersection(bounds) == nil)
  }

  @Test func `no bounds hold everything`() {
    let box = Box(cells: [0b110, 0b111])
    #expect(box.intersection([]) == box)
    #expect(box.isInside([]))
    #expect(box.subtracting([]) == [])
  }

  @Test func `of no alternatives nothing is kept and nothing is taken away`() {
    let boxes = [Box(cells: [0b1, 0b10]), Box(cells: [0b10, 0b10])]
    #expect(boxes.intersection(anyOf: []) == [])
    #expect(boxes.subtracting(anyOf: []) == boxes)
    #expect([Box]().subtracting(anyOf: [[(axis: 0, cells: 1)]]) == [])
  }
}

/// Laws for every pair of boxes in a space so small that its points can be listed.
struct BoxLaws {
  /// Three facts with two, three and two choices, and on each the cell "does not apply".
  static let space = TinySpace(cells: [3, 4, 3])

  @Test func `the tiny space has 36 points and 735 boxes, all different`() {
    #expect(Self.space.points(Self.space.whole) == (1 << 36) - 1)
    #expect(Self.space.parts.count == 735)
    #expect(Set(Self.space.parts.map(\.points)).count == 735)
  }

  @Test func `subtracting gives exactly the points outside, each once`() {
    let wrong = Self.space.counterexample { part, other in
      let rest = part.box.subtracting(other.bounds)
      return Self.space.disjointPoints(rest) == part.points & ~other.points
    }
    #expect(wrong == nil)
  }

  @Test func `the order of the axes does not change what is left`() {
    let wrong = Self.space.counterexample { part, other in
      let rest = part.box.subtracting(other.bounds.reversed())
      return Self.space.disjointPoints(rest) == part.points & ~other.points
    }
    #expect(wrong == nil)
  }

  @Test func `subtracting never gives an empty box`() {
    let wrong = Self.space.counterexample { part, other in
      part.box.subtracting(other.bounds).allSatisfy { !$0.cells.contains(0) }
    }
    #expect(wrong == nil)
  }

  @Test func `intersecting gives exactly the points within, or nil when there are none`() {
    let wrong = Self.space.counterexample { part, other in
      let shared = part.points & other.points
      let within = part.box.intersection(other.bounds).map(Self.space.points)
      return within == (shared == 0 ? nil : shared)
    }
    #expect(wrong == nil)
  }

  @Test func `a box is inside bounds when it has no point outside`() {
    let wrong = Self.space.counterexample { part, other in
      part.box.isInside(other.bounds) == (part.points & ~other.points == 0)
    }
    #expect(wrong == nil)
  }

  @Test(arguments: 0..<3)
  func `bounds on one axis leave the others alone`(axis: Int) {
    for cells in 1...Self.space.whole.cells[axis] {
      let bounds: Box.Bounds = [(axis: axis, cells: cells)]
      var slice = Self.space.whole
      slice.cells[axis] = cells
      let points = Self.space.points(slice)
      let wrong = Self.space.parts.first { part in
        let within = part.box.intersection(bounds).map(Self.space.points)
        return Self.space.disjointPoints(part.box.subtracting(bounds)) != part.points & ~points
          || within ?? 0 != part.points & points
          || part.box.isInside(bounds) != (part.points & ~points == 0)
      }
      #expect(wrong == nil, "cells \(cells)")
    }
  }
}

/// Laws for every three boxes in a space of two facts, with one and two choices.
struct BoxesLaws {
  static let space = TinySpace(cells: [2, 3])

  @Test func `taking away two bounds leaves the points outside both, each once`() {
    for part in Self.space.parts {
      let wrong = Self.space.counterexample { first, second in
        let rest = [part.box].subtracting(anyOf: [first.bounds, second.bounds])
        return Self.space.disjointPoints(rest) == part.points & ~(first.points | second.points)
      }
      #expect(wrong == nil, "from \(part.box)")
    }
  }

  @Test func `keeping either of two bounds gives the points within one of them, each once`() {
    for part in Self.space.parts {
      let wrong = Self.space.counterexample { first, second in
        let kept = [part.box].intersection(anyOf: [first.bounds, second.bounds])
        return Self.space.disjointPoints(kept) == part.points & (first.points | second.points)
      }
      #expect(wrong == nil, "of \(part.box)")
    }
  }

  @Test func `boxes that do not overlap are each cut on their own`() {
    for part in Self.space.parts {
      let wrong = Self.space.counterexample { first, second in
        let boxes = first.box.subtracting(second.bounds)
        let points = first.points & ~second.points
        return Self.space.disjointPoints(boxes.subtracting(anyOf: [part.bounds]))
          == points & ~part.points
          && Self.space.disjointPoints(boxes.intersection(anyOf: [part.bounds]))
            == points & part.points
      }
      #expect(wrong == nil, "with \(part.box)")
    }
  }
}
