/// What a chain comes to for one youth on one day: the cells of all axes and the rules that decided.
///
/// It belongs to one worker. What did not move since the last question is not asked again.
package final class Standing {
  package let compiled: CompiledChain
  let program: Program
  /// The days the agreement answers for.
  let days: Range<Int>
  /// Per axis its cell, or the number that stands for several.
  let cells: UnsafeMutablePointer<UInt8>
  /// Per axis, the cells it can be in.
  let sets: UnsafeMutablePointer<UInt64>
  /// Per table, the rule that decided; -1 where that is not certain.
  package let rules: UnsafeMutablePointer<Int32>
  /// Per table, the cells of its outcome before it is asked: what the profile states, or all.
  private let stated: UnsafeMutablePointer<UInt64>
  let may: UnsafeMutablePointer<UInt64>
  /// The same for rules that certainly hold, of sheets that were looked at in several cells; on the
  /// others, one bit each, a rule that may hold does.
  let must: UnsafeMutablePointer<UInt64>
  var sure = UInt64.max
  /// The rules that what does not move leaves possible.
  private let alive: UnsafeMutablePointer<UInt64>
  /// Per table whose changes are told, the name of its answer; -1 where there is no such table.
  let names: UnsafeMutablePointer<Int32>
  /// The sheets some axis of which moved.
  private var dirty: UInt64 = 0
  /// The sheets some axis of which can be in several cells.
  private var open: UInt64 = 0
  /// The same for facts alone, without what tables decide.
  private var openGiven: UInt64 = 0
  /// Whether some fact came to be in several cells, or in one.
  private var isOpenMoved = false
  /// Whether some table did not come to one answer.
  private var hasOpenOutcome = false
  let given: Int
  /// Which look at a row it took over last, and how many of the changes since.
  private var look = -1
  private var followed = 0
  /// The sheets for which `alive` has to be found anew.
  private var stale: UInt64 = 0
  /// How many sheets were asked.
  private(set) var asks = 0
  /// The table at which the last question stopped.
  var troubled = -1

  init(_ compiled: CompiledChain, given: Int) {
    self.compiled = compiled
    program = compiled.program
    days = compiled.days
    self.given = given
    let axes = compiled.all.count
    let tables = max(1, compiled.chain.tables.count)
    cells = .allocate(capacity: axes)
    sets = .allocate(capacity: axes)
    rules = .allocate(capacity: tables)
    stated = .allocate(capacity: tables)
    may = .allocate(capacity: max(1, program.words))
    must = .allocate(capacity: max(1, program.words))
    alive = .allocate(capacity: max(1, program.words))
    alive.initialize(repeating: 0, count: max(1, program.words))
    cells.initialize(repeating: 0, count: axes)
    sets.initialize(repeating: 0, count: axes)
    rules.initialize(repeating: -1, count: tables)
    names = .allocate(capacity: Answers.count)
    names.initialize(repeating: -1, count: Answers.count)
    stated.initialize(repeating: 0, count: tables)
    for (table, outcome) in compiled.outcomes.enumerated() { stated[table] = compiled.all[outcome] }
    may.initialize(repeating: 0, count: max(1, program.words))
    must.initialize(repeating: 0, count: max(1, program.words))
  }

  deinit {
    cells.deallocate()
    sets.deallocate()
    rules.deallocate()
    names.deallocate()
    stated.deallocate()
    may.deallocate()
    must.deallocate()
    alive.deallocate()
  }

  /// Takes over what a youth is on a day.
  func take(_ sight: Sight) {
    let isNew = sight.looks != look
    if isNew {
      cells.update(from: sight.cells, count: given)
      sets.update(from: sight.sets, count: given)
      let decided = compiled.all.count - given
      (cells + given).update(from: compiled.unasked + given, count: decided)
      (sets + given).update(from: compiled.allCells + given, count: decided)
      for (table, outcome) in compiled.stated { stated[table] = sight.sets[outcome] }
      dirty = program.sheets
      stale = program.sheets
      look = sight.looks
      followed = sight.changeCount
    } else {
      follow(sight)
    }
    if isNew || isOpenMoved { openGiven = program.open(sight) }
    isOpenMoved = false
    open = openGiven
    if isNew {
      hasOpenOutcome = false
    } else if hasOpenOutcome {
      for outcome in compiled.outcomes where cells[outcome] == program.opens[outcome] {
        open |= program.readers[outcome]
      }
    }
  }

  @inline(__always)
  private func follow(_ sight: Sight) {
    while followed < sight.changeCount {
      let axis = sight.changes[followed]
      followed &+= 1
      if sets[axis] != sight.sets[axis] { follow(sight, axis) }
    }
  }

  @inline(__always)
  private func follow(_ sight: Sight, _ axis: Int) {
    let opened = program.opens[axis]
    let (before, now) = (cells[axis], sight.cells[axis])
    sets[axis] = sight.sets[axis]
    cells[axis] = now
    let isOpen = before == opened || now == opened
    if isOpen { isOpenMoved = true }
    let readers =
      isOpen ? program.readers[axis] : program.readers(of: axis, from: before, to: now)
    dirty |= readers
    if program.isFixed(axis) { stale |= readers }
  }

  /// Whether an agreement answers for a youth.
  enum Scope {
    case holds
    case doesNotHold
    /// That is not certain, or the youth is nobody; with the fact on which it depends, -1 where none can
    /// be named.
    case unsure(Trouble, blame: Int)
  }

  /// Finds whether the agreement answers for the youth.
  func scope() -> Scope {
    guard let (table, outcome) = compiled.scope else { return .holds }
    let trouble = ask(compiled.scopeSheets)
    if trouble != .none { return .unsure(trouble, blame: blame(table)) }
    let holds = Box.cell(ofChoice: 0)
    if sets[outcome] & holds == 0 { return .doesNotHold }
    return sets[outcome] == holds ? .holds : .unsure(.open, blame: blame(table))
  }

  /// Whether it may matter that a fact enters a cell, by the rules that what does not move leaves possible.
  ///
  /// - Parameters:
  ///   - sheets: those that were asked about the youth without trouble.
  ///   - sight: where the youth was looked at.
  func matters(_ fact: Int, _ cell: Int, to sheets: UInt64, _ sight: Sight) -> Bool {
    sight.looks != look || openGiven != 0 || program.matters(fact, cell, to: sheets, alive: alive)
  }

  /// Asks some sheets, as far as something on them moved.
  func ask(_ wanted: UInt64) -> Trouble {
    let heads = program.heads
    var left = dirty & wanted
    while left != 0 {
      let bit = left & (0 &- left)
      var sheet = left.trailingZeroBitCount
      // The last bit stands for all sheets from there on.
      let end = sheet < 63 ? sheet &+ 1 : heads.count
      left ^= bit
      asks &+= 1
      while sheet < end {
        let trouble = ask(heads.start + sheet, bit)
        if trouble != .none { return trouble }
        sheet &+= 1
      }
      dirty &= ~bit
      left |= dirty & wanted
    }
    return .none
  }

  /// - Parameter bit: that of the sheet.
  @inline(__always)
  private func ask(_ head: UnsafePointer<Program.Head>, _ bit: UInt64) -> Trouble {
    let isOpen = open & bit != 0
    if isOpen {
      program.look(head, cells, sets, may: may, must: must, alive: alive)
      stale |= bit
      sure &= ~bit
    } else {
      program.look(head, cells, may, alive: alive, isFresh: stale & bit != 0)
      // The last bit is that of more than one.
      if bit != 1 << 63 { stale &= ~bit }
      sure |= bit
    }
    for part in head.pointee.parts {
      guard part.isFirst else { continue }
      let trouble = decide(part, isOpen ? must : may)
      if trouble != .none {
        troubled = part.table
        rules[troubled] = -1
        return trouble
      }
    }
    return .none
  }

  /// Finds the rule that decides a table; the outcome is open where that is not certain.
  ///
  /// - Parameter must: the rules that certainly hold.
  @inline(__always)
  private func decide(_ part: Program.Part, _ must: UnsafePointer<UInt64>) -> Trouble {
    var word = 0
    while word < part.words {
      let left = may[part.result &+ word]
      if left != 0 {
        let bit = left & (0 &- left)
        guard must[part.result &+ word] & bit != 0 else { break }
        let place = part.bits &+ word &* 64 &+ bit.trailingZeroBitCount
        rules[part.table] = Int32(truncatingIfNeeded: program.rules[place])
        let answer: UInt64 = 1 << UInt64(truncatingIfNeeded: program.answers[place] & 63)
        if stated[part.table] & answer == 0 { return .contradiction }
        move(part.outcome, to: answer)
        return .none
      }
      word &+= 1
    }
    return decideOpen(part, must)
  }

  /// Goes over the rules that may decide, up to the first one that certainly holds.
  private func decideOpen(_ part: Program.Part, _ must: UnsafePointer<UInt64>) -> Trouble {
    let start = part.result
    var outcome: UInt64 = 0
    var deciding: Int32 = -2
    for word in 0..<part.words {
      var left = may[start + word]
      while left != 0 {
        let bit = left & (0 &- left)
        left &= left &- 1
        let place = part.bits + word * 64 + bit.trailingZeroBitCount
        let rule = Int32(program.rules[place])
        deciding = deciding == -2 || deciding == rule ? rule : -1
        outcome |= 1 << UInt64(program.answers[place])
        guard must[start + word] & bit != 0 else { continue }
        rules[part.table] = deciding
        // What a profile states against some of these rules says something of the other facts too.
        if stated[part.table] & outcome != outcome { return .open }
        move(part.outcome, to: outcome)
        return .none
      }
    }
    return .open
  }

  private func move(_ axis: Int, to set: UInt64) {
    guard sets[axis] != set else {
      // What was not asked before is open as well.
      if set & (set &- 1) != 0 { put(axis, set) }
      return
    }
    put(axis, set)
    dirty |= program.readers[axis]
  }

  private func put(_ axis: Int, _ set: UInt64) {
    sets[axis] = set
    if set & (set &- 1) == 0 {
      cells[axis] = UInt8(truncatingIfNeeded: set.trailingZeroBitCount)
    } else {
      cells[axis] = program.opens[axis]
      open |= program.readers[axis]
      hasOpenOutcome = true
    }
  }
}
