/// The sheets of a chain, one behind the other in memory of their own.
///
/// Reached through pointers that are written once, here, and only read afterwards: arrays would be
/// counted and checked at every look, which costs more than the look itself. Whoever keeps it lets go of
/// its memory.
struct Program: @unchecked Sendable {
  /// A sheet.
  struct Head {
    let slots: UnsafeMutableBufferPointer<RuleSheet.Slot>
    /// The slots of axes that stay the same over time, and the others.
    let fixed: UnsafeMutableBufferPointer<RuleSheet.Slot>
    let moving: UnsafeMutableBufferPointer<RuleSheet.Slot>
    /// Per axis, its place among the slots.
    let places: UnsafeMutablePointer<UInt8>
    /// Per slot and cell, the words of the rules that admit it.
    let masks: UnsafeMutablePointer<UInt64>
    /// The words of all its rules.
    let valid: UnsafeMutablePointer<UInt64>
    /// Those of the rules that do not look at what moves.
    let steady: UnsafeMutablePointer<UInt64>
    let words: Int
    /// Where its words stand among those of all sheets.
    let result: Int
    let parts: UnsafeMutableBufferPointer<Part>
  }

  /// A table on a sheet.
  struct Part {
    let table: Int
    let sheet: Int
    let isFirst: Bool
    let words: Int
    /// Where its words stand among those of all sheets.
    let result: Int
    /// Where its bits start among those of all tables.
    let bits: Int
    /// The axis of what it answers.
    let outcome: Int
  }

  let heads: UnsafeMutableBufferPointer<Head>
  /// The sheets, one bit each.
  let sheets: UInt64
  /// Per bit, the rule.
  let rules: UnsafeMutablePointer<UInt16>
  /// Per bit, the cell of the answer.
  let answers: UnsafeMutablePointer<UInt8>
  /// Per axis, the sheets that look at it; those past the 63rd share a bit.
  let readers: UnsafeMutablePointer<UInt64>
  /// The axes that neither time nor tables move, one bit each.
  private let fixed: UnsafeMutablePointer<UInt64>
  /// The axes that sheets look at and no table of theirs decides, one bit each.
  private let inputs: UnsafeMutablePointer<UInt64>
  /// Per axis, where its steps start.
  private let stepStarts: UnsafeMutablePointer<Int>
  /// Per axis and cell, the sheets that do not take it for the cell before.
  private let steps: UnsafeMutablePointer<UInt64>
  /// Per axis, the number that stands for all of its cells.
  let opens: UnsafeMutablePointer<UInt8>
  /// Words all sheets have together.
  let words: Int
  let axes: Int
  /// Per table, where it is; nil where it is on no sheet.
  let partOfTable: UnsafeMutablePointer<Part?>

  /// - Parameters:
  ///   - sheets: in the order in which they can be asked.
  ///   - all: per axis, the cells in which it applies.
  ///   - tables: the tables, in order, for their answers.
  init(_ sheets: [RuleSheet], all: [UInt64], tables: [DecisionTable]) {
    axes = all.count
    var heads: [Head] = []
    var words = 0
    var rules: [UInt16] = []
    var answers: [UInt8] = []
    var readers: [UInt64] = Array(repeating: 0, count: all.count)
    var partOfTable: [Part?] = Array(repeating: nil, count: tables.count)
    var decided: Set<Int> = []
    for (place, sheet) in sheets.enumerated() {
      var parts: [Part] = []
      for part in sheet.parts {
        let described = tables.indices.contains(part.table) ? tables[part.table] : nil
        parts.append(
          Part(
            table: part.table, sheet: place, isFirst: part.isFirst, words: part.words,
            result: words + part.word, bits: rules.count, outcome: described?.outcome ?? -1))
        if described != nil { partOfTable[part.table] = parts.last }
        if part.isFirst, let described { decided.insert(described.outcome) }
        rules += part.rules
        answers += part.rules.map { rule in
          UInt8((described?.rules[Int(rule)].answer).map { $0 + 1 } ?? 0)
        }
      }
      for slot in sheet.slots { readers[Int(slot.axis)] |= Program.bit(of: place) }
      heads.append(Head(sheet, parts, axes: all.count, result: words))
      words += sheet.words
    }
    self.sheets = heads.indices.reduce(0) { $0 | Program.bit(of: $1) }
    self.words = words
    self.partOfTable = Program.kept(partOfTable).start
    self.heads = Program.kept(heads)
    self.rules = Program.kept(rules).start
    self.answers = Program.kept(answers).start
    self.readers = Program.kept(readers).start
    var inputs: [UInt64] = Array(repeating: 0, count: all.count / 64 + 1)
    for axis in all.indices where readers[axis] != 0 && !decided.contains(axis) {
      inputs[axis >> 6] |= 1 << UInt64(axis & 63)
    }
    self.inputs = Program.kept(inputs).start
    var fixed: [UInt64] = Array(repeating: 0, count: all.count / 64 + 1)
    for slot in sheets.flatMap({ $0.slots[..<$0.fixed] }) {
      fixed[Int(slot.axis) >> 6] |= 1 << UInt64(slot.axis & 63)
    }
    self.fixed = Program.kept(fixed).start
    let (starts, steps) = Program.steps(sheets, all)
    stepStarts = Program.kept(starts).start
    self.steps = Program.kept(steps).start
    opens =
      Program.kept(all.map { UInt8(64 - $0.leadingZeroBitCount) }).start
  }

  /// Lets go of its memory.
  func deallocate() {
    for head in heads { head.deallocate() }
    heads.deallocate()
    partOfTable.deallocate()
    rules.deallocate()
    answers.deallocate()
    readers.deallocate()
    fixed.deallocate()
    inputs.deallocate()
    stepStarts.deallocate()
    steps.deallocate()
    opens.deallocate()
  }

  private static func steps(_ sheets: [RuleSheet], _ all: [UInt64]) -> ([Int], [UInt64]) {
    var starts: [Int] = []
    var steps: [UInt64] = []
    for cells in all {
      starts.append(steps.count)
      steps += Array(repeating: 0, count: 64 - cells.leadingZeroBitCount)
    }
    for (place, sheet) in sheets.enumerated() {
      func masks(_ slot: RuleSheet.Slot, _ cell: UInt16) -> ArraySlice<UInt64> {
        let start = Int(slot.start) + Int(cell) * sheet.words
        return sheet.masks[start..<start + sheet.words]
      }
      for slot in sheet.slots {
        for cell in 1..<max(1, slot.open)
        where masks(slot, cell) != masks(slot, cell - 1) {
          steps[starts[Int(slot.axis)] + Int(cell)] |= bit(of: place)
        }
      }
    }
    return (starts, steps)
  }

  /// The sheets that look at an axis and may tell two of its cells apart.
  @inline(__always)
  func readers(of axis: Int, from before: UInt8, to now: UInt8) -> UInt64 {
    let start = steps + stepStarts[axis]
    var cell = Int(min(before, now))
    let last = Int(max(before, now))
    var result: UInt64 = 0
    while cell < last {
      cell &+= 1
      result |= start[cell]
    }
    return result
  }

  /// Whether neither time nor tables move an axis.
  @inline(__always)
  func isFixed(_ axis: Int) -> Bool { fixed[axis >> 6] >> UInt64(axis & 63) & 1 != 0 }

  /// Whether it may matter that an axis enters a cell after the one before, or leaves it for that one.
  ///
  /// - Parameter alive: the rules that what does not move leaves possible.
  func matters(
    _ axis: Int, _ cell: Int, to sheets: UInt64, alive: UnsafePointer<UInt64>
  ) -> Bool {
    var left = steps[stepStarts[axis] &+ cell] & sheets
    while left != 0 {
      let sheet = left.trailingZeroBitCount
      left &= left &- 1
      if sheet == 63 || heads[sheet].matters(axis, cell, alive: alive) { return true }
    }
    return false
  }

  /// The sheets that look at a fact which can be in several cells, what tables decide left out.
  @inline(__always)
  func open(_ sight: Sight) -> UInt64 {
    var result: UInt64 = 0
    for word in 0...(sight.count >> 6) {
      var left = sight.openWords[word] & inputs[word]
      while left != 0 {
        result |= readers[word << 6 | left.trailingZeroBitCount]
        left &= left &- 1
      }
    }
    return result
  }

  /// A copy that stays where it is, aligned for loading two words at once.
  static func kept<Element>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, elements.count) * MemoryLayout<Element>.stride, alignment: 16)
    let start = memory.bindMemory(to: Element.self, capacity: max(1, elements.count))
    let buffer = UnsafeMutableBufferPointer(start: start, count: elements.count)
    _ = buffer.initialize(from: elements)
    return buffer
  }

  /// The bit of a sheet among those that have to be asked.
  @inline(__always)
  static func bit(of sheet: Int) -> UInt64 { 1 << UInt64(min(sheet, 63)) }
}

extension UnsafeMutableBufferPointer {
  /// Where it starts, for one that was allocated.
  var start: UnsafeMutablePointer<Element> { baseAddress ?? .allocate(capacity: 1) }
}
