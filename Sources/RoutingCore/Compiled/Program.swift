/// The sheets of a chain, one behind the other in memory of their own.
///
/// Reached through pointers that are written once, here, and only read afterwards: arrays would be
/// counted and checked at every look, which costs more than the look itself.
final class Program: @unchecked Sendable {
  /// A sheet, by where its parts are.
  struct Head {
    let slots: Int
    let slotCount: Int
    let masks: Int
    let words: Int
    /// Where its words stand among those of all sheets.
    let result: Int
    let parts: Int
    let partCount: Int
  }

  /// A table on a sheet.
  struct Part {
    let table: Int
    let isFirst: Bool
    let word: Int
    let words: Int
    /// Where its words stand among those of all sheets.
    let result: Int
    /// Where its bits start among those of all tables.
    let bits: Int
    /// The axis of what it answers.
    let outcome: Int
  }

  let heads: UnsafeMutableBufferPointer<Head>
  let parts: UnsafeMutableBufferPointer<Part>
  let slots: UnsafeMutablePointer<RuleSheet.Slot>
  let masks: UnsafeMutablePointer<UInt64>
  let valid: UnsafeMutablePointer<UInt64>
  /// Per bit, the rule.
  let rules: UnsafeMutablePointer<UInt16>
  /// Per bit, the cell of the answer.
  let answers: UnsafeMutablePointer<UInt8>
  /// Per axis, the sheets that look at it; those past the 63rd share a bit.
  let readers: UnsafeMutablePointer<UInt64>
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
  /// Per table, its part; -1 where it is on no sheet.
  let partOfTable: [Int]

  /// - Parameters:
  ///   - sheets: in the order in which they can be asked.
  ///   - all: per axis, the cells in which it applies.
  ///   - tables: the tables, in order, for their answers.
  init(_ sheets: [RuleSheet], all: [UInt64], tables: [DecisionTable]) {
    axes = all.count
    var heads: [Head] = []
    var parts: [Part] = []
    var slots: [RuleSheet.Slot] = []
    var masks: [UInt64] = []
    var valid: [UInt64] = []
    var rules: [UInt16] = []
    var answers: [UInt8] = []
    var readers: [UInt64] = Array(repeating: 0, count: all.count)
    var partOfTable = Array(repeating: -1, count: tables.count)
    for (place, sheet) in sheets.enumerated() {
      // Words stand in pairs, so that two can be loaded at once.
      if masks.count % 2 != 0 { masks.append(0) }
      heads.append(
        Head(
          slots: slots.count, slotCount: sheet.slots.count, masks: masks.count, words: sheet.words,
          result: valid.count, parts: parts.count, partCount: sheet.parts.count))
      for part in sheet.parts {
        if tables.indices.contains(part.table) { partOfTable[part.table] = parts.count }
        let described = tables.indices.contains(part.table) ? tables[part.table] : nil
        parts.append(
          Part(
            table: part.table, isFirst: part.isFirst, word: part.word, words: part.words,
            result: valid.count + part.word, bits: rules.count, outcome: described?.outcome ?? -1))
        rules += part.rules
        answers += part.rules.map { rule in
          UInt8((described?.rules[Int(rule)].answer).map { $0 + 1 } ?? 0)
        }
      }
      for slot in sheet.slots { readers[Int(slot.axis)] |= 1 << UInt64(min(place, 63)) }
      slots += sheet.slots
      masks += sheet.masks
      valid += sheet.valid
    }
    words = valid.count
    self.partOfTable = partOfTable
    self.heads = Program.kept(heads)
    self.parts = Program.kept(parts)
    self.slots = Program.kept(slots).start
    self.masks = Program.kept(masks).start
    self.valid = Program.kept(valid).start
    self.rules = Program.kept(rules).start
    self.answers = Program.kept(answers).start
    self.readers = Program.kept(readers).start
    var inputs: [UInt64] = Array(repeating: 0, count: all.count / 64 + 1)
    let decided = Set(parts.filter(\.isFirst).map(\.outcome))
    for axis in all.indices where readers[axis] != 0 && !decided.contains(axis) {
      inputs[axis >> 6] |= 1 << UInt64(axis & 63)
    }
    self.inputs = Program.kept(inputs).start
    let (starts, steps) = Program.steps(sheets, all)
    stepStarts = Program.kept(starts).start
    self.steps = Program.kept(steps).start
    opens =
      Program.kept(all.map { UInt8(64 - $0.leadingZeroBitCount) }).start
  }

  deinit {
    heads.deallocate()
    parts.deallocate()
    slots.deallocate()
    masks.deallocate()
    valid.deallocate()
    rules.deallocate()
    answers.deallocate()
    readers.deallocate()
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
      func masks(_ row: UInt32) -> ArraySlice<UInt64> {
        sheet.masks[Int(row) * sheet.words..<(Int(row) + 1) * sheet.words]
      }
      for slot in sheet.slots {
        for cell in 1..<max(1, slot.open)
        where masks(slot.offset + UInt32(cell)) != masks(slot.offset + UInt32(cell) - 1) {
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

extension Program {
  /// The rules that may hold and those that certainly do, over all cells of a youth.
  ///
  /// - Parameters:
  ///   - cells: per axis its cell, or the number that stands for all of them.
  ///   - sets: per axis, the cells it can be in.
  ///   - hasOpen: whether any axis of the sheet can be in several.
  @inline(__always)
  func look(
    _ head: Head, _ cells: UnsafePointer<UInt8>, _ sets: UnsafePointer<UInt64>, hasOpen: Bool,
    may: UnsafeMutablePointer<UInt64>, must: UnsafeMutablePointer<UInt64>
  ) {
    lookExactly(head, cells, may)
    var word = head.result
    let end = word &+ head.words
    while word < end {
      must[word] = may[word]
      word &+= 1
    }
    if hasOpen { lookAround(head, cells, sets, may + head.result, must + head.result) }
  }

  /// The rules that hold for the cell each axis is in, leaving out axes that can be in several.
  @inline(__always)
  func lookExactly(
    _ head: Head, _ cells: UnsafePointer<UInt8>, _ result: UnsafeMutablePointer<UInt64>
  ) {
    let slots = self.slots + head.slots
    let masks = self.masks + head.masks
    let valid = self.valid + head.result
    let found = result + head.result
    switch head.words {
    case 1:
      var word = valid[0]
      var slot = slots
      let end = slots + head.slotCount
      while slot < end {
        word &= masks[Int(slot.pointee.offset) &+ Int(cells[Int(slot.pointee.axis)])]
        slot += 1
      }
      found[0] = word
    case 2:
      let pairs = UnsafeRawPointer(masks).assumingMemoryBound(to: SIMD2<UInt64>.self)
      var pair = SIMD2(valid[0], valid[1])
      var slot = slots
      let end = slots + head.slotCount
      while slot < end {
        pair &= pairs[Int(slot.pointee.offset) &+ Int(cells[Int(slot.pointee.axis)])]
        slot += 1
      }
      found[0] = pair[0]
      found[1] = pair[1]
    default:
      found.update(from: valid, count: head.words)
      for place in 0..<head.slotCount {
        let slot = slots[place]
        let row = masks + (Int(slot.offset) &+ Int(cells[Int(slot.axis)])) &* head.words
        for word in 0..<head.words { found[word] &= row[word] }
      }
    }
  }

  /// Goes over the axes of which several cells are possible.
  private func lookAround(
    _ head: Head, _ cells: UnsafePointer<UInt8>, _ sets: UnsafePointer<UInt64>,
    _ may: UnsafeMutablePointer<UInt64>, _ must: UnsafeMutablePointer<UInt64>
  ) {
    for place in 0..<head.slotCount {
      let slot = slots[head.slots + place]
      guard UInt16(cells[Int(slot.axis)]) == slot.open else { continue }
      let masks = self.masks + head.masks
      for word in 0..<head.words {
        var some: UInt64 = 0
        var every = UInt64.max
        var left = sets[Int(slot.axis)]
        while left != 0 {
          let mask =
            masks[(Int(slot.offset) &+ left.trailingZeroBitCount) &* head.words &+ word]
          some |= mask
          every &= mask
          left &= left &- 1
        }
        may[word] &= some
        must[word] &= every
      }
    }
  }
}

extension UnsafeMutableBufferPointer {
  /// Where it starts, for one that was allocated.
  var start: UnsafeMutablePointer<Element> { baseAddress ?? .allocate(capacity: 1) }
}
