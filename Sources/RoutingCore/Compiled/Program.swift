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

extension Program.Head {
  /// - Parameter result: where its words stand among those of all sheets.
  init(_ sheet: RuleSheet, _ parts: [Program.Part], axes: Int, result: Int) {
    slots = Program.kept(sheet.slots)
    fixed = UnsafeMutableBufferPointer(rebasing: slots[..<sheet.fixed])
    moving = UnsafeMutableBufferPointer(rebasing: slots[sheet.fixed...])
    var places: [UInt8] = Array(repeating: 0, count: axes)
    for (place, slot) in slots.enumerated() {
      places[Int(slot.axis)] = UInt8(truncatingIfNeeded: place)
    }
    self.places = Program.kept(places).start
    masks = Program.kept(sheet.masks).start
    valid = Program.kept(sheet.valid).start
    var steady = sheet.valid
    for slot in moving {
      for cell in 0..<Int(slot.open) {
        for word in 0..<sheet.words {
          steady[word] &= sheet.masks[Int(slot.start) + cell * sheet.words + word]
        }
      }
    }
    self.steady = Program.kept(steady).start
    words = sheet.words
    self.result = result
    self.parts = Program.kept(parts)
  }

  /// Lets go of its memory.
  func deallocate() {
    slots.deallocate()
    places.deallocate()
    masks.deallocate()
    valid.deallocate()
    steady.deallocate()
    parts.deallocate()
  }

  /// The same as for a program.
  func matters(_ axis: Int, _ cell: Int, alive: UnsafePointer<UInt64>) -> Bool {
    // More axes than can be told apart here.
    if slots.count > 256 { return true }
    let now = masks + (Int(slots[Int(places[axis])].start) &+ cell &* words)
    let before = now - words
    for part in parts where part.isFirst {
      for word in (part.result &- result)..<(part.result &- result &+ part.words) {
        let possible = alive[result &+ word]
        let moved = (now[word] ^ before[word]) & possible
        // Behind a rule that holds whatever moves, none decides.
        let first = possible & steady[word]
        let end = first & (0 &- first)
        if moved & (end &- 1) != 0 { return true }
        if end != 0 { break }
      }
    }
    return false
  }
}

extension Program {
  /// The rules of a sheet that hold for the cell each axis is in, leaving out axes that can be in
  /// several.
  ///
  /// - Parameters:
  ///   - alive: the rules that what does not move leaves possible.
  ///   - isFresh: whether to find those too; otherwise they are there.
  @inline(__always)
  func look(
    _ head: UnsafePointer<Head>, _ cells: UnsafePointer<UInt8>,
    _ result: UnsafeMutablePointer<UInt64>, alive: UnsafeMutablePointer<UInt64>,
    isFresh: Bool = true
  ) {
    let masks = head.pointee.masks
    let valid = head.pointee.valid
    let found = result + head.pointee.result
    let alive = alive + head.pointee.result
    switch head.pointee.words {
    case 1:
      @inline(__always)
      func word(_ slot: RuleSheet.Slot) -> UInt64 {
        masks[Int(slot.start) &+ Int(cells[Int(slot.axis)])]
      }
      var left = alive[0]
      if isFresh {
        left = valid[0]
        for slot in head.pointee.fixed { left &= word(slot) }
        alive[0] = left
      }
      for slot in head.pointee.moving { left &= word(slot) }
      found[0] = left
    case 2:
      @inline(__always)
      func words(_ slot: RuleSheet.Slot) -> SIMD2<UInt64> {
        let row = masks + (Int(slot.start) &+ Int(cells[Int(slot.axis)]) &* 2)
        return UnsafeRawPointer(row).loadUnaligned(as: SIMD2<UInt64>.self)
      }
      var left = SIMD2(alive[0], alive[1])
      if isFresh {
        left = SIMD2(valid[0], valid[1])
        for slot in head.pointee.fixed { left &= words(slot) }
        (alive[0], alive[1]) = (left[0], left[1])
      }
      for slot in head.pointee.moving { left &= words(slot) }
      (found[0], found[1]) = (left[0], left[1])
    default:
      let words = head.pointee.words
      found.update(from: valid, count: words)
      alive.update(from: valid, count: words)
      for slot in head.pointee.slots {
        let row = masks + (Int(slot.start) &+ Int(cells[Int(slot.axis)]) &* words)
        for word in 0..<words { found[word] &= row[word] }
      }
    }
  }

  /// The rules of a sheet that may hold and those that certainly do, over all cells of a youth.
  ///
  /// - Parameters:
  ///   - cells: per axis its cell, or the number that stands for all of them.
  ///   - sets: per axis, the cells it can be in.
  func look(
    _ head: UnsafePointer<Head>, _ cells: UnsafePointer<UInt8>, _ sets: UnsafePointer<UInt64>,
    may: UnsafeMutablePointer<UInt64>, must: UnsafeMutablePointer<UInt64>,
    alive: UnsafeMutablePointer<UInt64>
  ) {
    look(head, cells, may, alive: alive)
    let words = head.pointee.words
    (alive + head.pointee.result).update(from: head.pointee.valid, count: words)
    let (may, must) = (may + head.pointee.result, must + head.pointee.result)
    must.update(from: may, count: words)
    for slot in head.pointee.slots where UInt16(cells[Int(slot.axis)]) == slot.open {
      for word in 0..<words {
        var some: UInt64 = 0
        var every = UInt64.max
        var left = sets[Int(slot.axis)]
        while left != 0 {
          let mask =
            head.pointee.masks[Int(slot.start) &+ left.trailingZeroBitCount &* words &+ word]
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
