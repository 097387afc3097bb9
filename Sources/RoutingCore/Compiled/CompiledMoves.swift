/// The moves of a rulebook, laid out for making them on many rows.
///
/// The pointers are written once, by the initializer.
final class CompiledMoves: @unchecked Sendable {
  /// One move.
  struct Step {
    /// The date that says when.
    let date: Int
    let copies: UnsafeMutableBufferPointer<(to: Int, from: Int)>
    let forgets: UnsafeMutableBufferPointer<Int>
    let states: UnsafeMutableBufferPointer<(fact: Int, choice: Int)>
  }

  let steps: UnsafeMutableBufferPointer<Step>

  init(_ moves: [Move]) {
    steps = Program.kept(
      moves.map { move in
        Step(
          date: move.date, copies: Program.kept(move.copies), forgets: Program.kept(move.forgets),
          states: Program.kept(move.states))
      })
  }

  deinit {
    for step in steps {
      step.copies.deallocate()
      step.forgets.deallocate()
      step.states.deallocate()
    }
    steps.deallocate()
  }

  /// The moves made by a row up to and including a day, one bit each.
  func made(by row: Row, until day: Int) -> UInt64 {
    var result: UInt64 = 0
    for (place, step) in steps.enumerated()
    where row.states[step.date] == .days && Int(row.last[step.date]) <= day {
      result |= 1 << UInt64(place)
    }
    return result
  }

  /// Moves a row to a day: schools left and schools entered by then, as `Profile.moved` does.
  ///
  /// - Parameter spare: a row to write in meanwhile.
  func move(_ row: Row, to day: Int, using spare: Row) {
    for step in steps where row.states[step.date] == .days && Int(row.last[step.date]) <= day {
      for (place, copy) in step.copies.enumerated() { spare.set(place, from: row, copy.from) }
      for (place, copy) in step.copies.enumerated() {
        row.set(copy.to, from: spare, place)
        row.states[copy.from] = .unknown
      }
      for fact in step.forgets { row.states[fact] = .unknown }
      for (fact, choice) in step.states { row.set(fact, choice) }
    }
  }
}
