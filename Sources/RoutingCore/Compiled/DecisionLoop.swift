/// Rows reduced to their cells, for asking the tables of the frame about them again and again.
///
/// This is what a decision costs when reading, dates and writing are left out: an AND over the axes of
/// every sheet, and the rule that is left.
package final class DecisionLoop {
  private let program: Program
  private let axes: Int
  private var cells: [UInt8] = []
  private let standing: Standing
  private let sight: Sight
  private let words: UnsafeMutablePointer<UInt64>
  private let alive: UnsafeMutablePointer<UInt64>

  /// How many rows there are.
  package var count: Int { cells.count / axes }

  /// A loop without rows.
  package init(_ rules: CompiledRules) {
    program = rules.frame.program
    axes = rules.frame.all.count
    standing = Standing(rules.frame, given: rules.facts.count)
    sight = Sight(rules.facts)
    words = .allocate(capacity: max(1, program.words))
    words.initialize(repeating: 0, count: max(1, program.words))
    alive = .allocate(capacity: max(1, program.words))
    alive.initialize(repeating: 0, count: max(1, program.words))
  }

  deinit {
    words.deallocate()
    alive.deallocate()
  }

  /// Adds a row; false when it is not known well enough to have one cell on every axis.
  package func add(_ row: Row, on date: CalendarDate) -> Bool {
    guard sight.look(at: row) == .none, sight.turn(to: date.dayNumber) == .none,
      sight.isExact
    else { return false }
    standing.take(sight)
    guard standing.ask(.max) == .none else { return false }
    cells += UnsafeBufferPointer(start: standing.cells, count: axes)
    return true
  }

  /// Decides every row, and gives a number that depends on all rules found.
  package func run() -> UInt64 {
    var sum: UInt64 = 0
    cells.withUnsafeMutableBufferPointer { buffer in
      guard var row = buffer.baseAddress else { return }
      for _ in 0..<(buffer.count / axes) {
        sum = sum &+ decide(row)
        row += axes
      }
    }
    return sum
  }

  @inline(__always)
  private func decide(_ cells: UnsafeMutablePointer<UInt8>) -> UInt64 {
    var sum: UInt64 = 0
    for place in 0..<program.heads.count {
      let head = program.heads.start + place
      program.look(head, cells, words, alive: alive)
      for part in head.pointee.parts {
        let start = words + part.result
        if !part.isFirst {
          for word in 0..<part.words { sum = sum &+ start[word] }
          continue
        }
        for word in 0..<part.words where start[word] != 0 {
          let bit = part.bits &+ word &* 64 &+ start[word].trailingZeroBitCount
          sum = sum &+ UInt64(program.rules[bit])
          cells[part.outcome] = program.answers[bit]
          break
        }
      }
    }
    return sum
  }
}
