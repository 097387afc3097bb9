extension FactCells {
  /// A given fact that means something for everybody, or for some values of one other such fact.
  ///
  /// Most facts are like this; a sight goes over them without asking what they are.
  struct Plain {
    let fact: Int
    /// The axis that decides if it means anything, or one past the last, and its cells where it does.
    let guardAxis: Int
    let guardCells: UInt64
    /// The cells of a silent profile.
    let silent: UInt64
    /// The bits of what is stated that tell the cell: all of them for a choice, none where there is but
    /// one cell.
    let places: Int32
    /// Those that can be.
    let possible: UInt64
    /// The last of the kinds of knowledge that go without saying.
    let last: Row.State

    /// Whether nothing is known of it, or something of a kind that goes without saying.
    @inline(__always)
    func admits(_ state: Row.State) -> Bool { state.rawValue <= last.rawValue }

    /// - Parameter outside: the axis for facts that mean something for everybody.
    init(_ fact: Int, _ entry: Entry, outside: Int) {
      self.fact = fact
      guardAxis = entry.guardCount == 0 ? outside : entry.guardAxis
      guardCells = entry.guardCount == 0 ? .max : entry.guardCells
      silent = entry.silent
      places = entry.isSimple ? .max : 0
      possible = ~entry.excluded
      last = entry.isSimple ? .value : .text
    }
  }

  /// Some facts, by how a sight looks at them.
  struct Selection {
    let plain: UnsafeMutableBufferPointer<Plain>
    /// The facts that are neither plain nor moved by time, in order.
    let others: UnsafeMutableBufferPointer<Int>
    /// The places among the facts that time moves.
    let timed: UnsafeMutableBufferPointer<Int>
    /// All of them, in a row and one bit each.
    let facts: UnsafeMutableBufferPointer<Int>
    let words: UnsafeMutableBufferPointer<UInt64>
    /// Whether some of them are what tables decide.
    let hasOutcome: Bool

    func deallocate() {
      plain.deallocate()
      others.deallocate()
      timed.deallocate()
      facts.deallocate()
      words.deallocate()
    }
  }

  /// Per fact, those that decide what its cells are.
  static func reads(_ vocabulary: Vocabulary, _ axes: Axes) -> [[Int]] {
    vocabulary.facts.indices.map { fact in
      let guards = (axes.guards[fact] ?? []).joined().map(\.axis)
      return switch axes.kinds[fact] {
      case .timed(let base): guards + [base]
      case .order(let base, let moment): guards + [base, moment.fact]
      case .region(let base): guards + [base, vocabulary.standIn(for: base) ?? base]
      default: guards
      }
    }
  }

  /// Some facts and those that depend on them.
  static func dependents(of facts: [Int], _ reads: [[Int]]) -> Set<Int> {
    var result = Set(facts)
    var count = 0
    while count != result.count {
      count = result.count
      for (fact, others) in reads.enumerated() where !result.isDisjoint(with: others) {
        result.insert(fact)
      }
    }
    return result
  }
}
