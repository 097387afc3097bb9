/// What a youth is on a day: the cells of the facts of a rulebook, those that time moves included.
///
/// It belongs to one worker and is filled again for every row. Facts that are not known have several
/// cells; taken together those may hold youths who cannot exist, never fewer than the profile could be
/// about. What is certain for all of them is certain.
final class Sight {
  let facts: FactCells
  let count: Int
  /// Per fact, the cells it can be in; after the last one all of them, for facts without a guard.
  let sets: UnsafeMutablePointer<UInt64>
  /// Per fact its cell, or the number that stands for several.
  let cells: UnsafeMutablePointer<UInt8>
  /// Per fact that time moves, the first day on which it may enter another cell; none where it stays.
  let untils: UnsafeMutablePointer<Int>
  /// Whether nothing moved since it was found that everything can be true together.
  var isPossible = false
  /// The facts that can be in several cells, one bit each.
  let openWords: UnsafeMutablePointer<UInt64>
  /// Per date, the first and the last day it can be as a year, a month and a day; per moment, the day on
  /// which it is reached.
  let firsts: UnsafeMutablePointer<CivilDay>
  let lasts: UnsafeMutablePointer<CivilDay>
  let entries: UnsafePointer<FactCells.Entry>
  let may: UnsafeMutablePointer<UInt64>
  let must: UnsafeMutablePointer<UInt64>
  let spare: UnsafeMutablePointer<UInt64>
  /// Per fact, the cells looked at: all of them, or one of several it can be in.
  let forced: UnsafeMutablePointer<UInt64>
  /// Per date, the stretch it is taken to lie in; nil for those not looked at in stretches.
  private let stretches: UnsafeMutablePointer<DateRange?>
  /// How many dates are looked at in stretches.
  private var stretchCount = 0
  /// The fact on which it depends, when trouble is open; -1 where none can be named.
  var blame = -1
  /// What was narrowed because some things cannot be true together, to be taken back on another day.
  var narrowed: [(fact: Int, set: UInt64)] = []
  /// Whether anything was narrowed on some day since a row was looked at.
  var hasNarrowed = false
  /// How often a whole row was looked at; also when what moved since then can no longer be told.
  private(set) var looks = 0
  /// The facts that may have moved since then, in order, some more than once.
  let changes: UnsafeMutablePointer<Int>
  private(set) var changeCount = 0
  private let mostChanges: Int
  /// Whether all facts were looked at.
  private(set) var isWhole = false

  init(_ facts: FactCells) {
    self.facts = facts
    count = facts.count
    sets = .allocate(capacity: count + 1)
    cells = .allocate(capacity: count)
    untils = .allocate(capacity: count)
    untils.initialize(repeating: .max, count: count)
    entries = UnsafePointer(facts.entries)
    forced = .allocate(capacity: count)
    forced.initialize(repeating: .max, count: count)
    stretches = .allocate(capacity: count)
    stretches.initialize(repeating: nil, count: count)
    openWords = .allocate(capacity: count / 64 + 1)
    openWords.initialize(repeating: 0, count: count / 64 + 1)
    mostChanges = 8 * count
    changes = .allocate(capacity: mostChanges)
    firsts = .allocate(capacity: count)
    lasts = .allocate(capacity: count)
    may = .allocate(capacity: facts.impossible.words + 1)
    must = .allocate(capacity: facts.impossible.words + 1)
    spare = .allocate(capacity: facts.impossible.words + 1)
    spare.initialize(repeating: 0, count: facts.impossible.words + 1)
    sets.initialize(repeating: 1, count: count)
    (sets + count).initialize(to: .max)
    cells.initialize(repeating: 0, count: count)
    firsts.initialize(repeating: CivilDay(0), count: count)
    lasts.initialize(repeating: CivilDay(0), count: count)
    may.initialize(repeating: 0, count: facts.impossible.words + 1)
    must.initialize(repeating: 0, count: facts.impossible.words + 1)
  }

  deinit {
    sets.deallocate()
    cells.deallocate()
    untils.deallocate()
    firsts.deallocate()
    forced.deallocate()
    stretches.deallocate()
    openWords.deallocate()
    changes.deallocate()
    lasts.deallocate()
    may.deallocate()
    must.deallocate()
    spare.deallocate()
  }

  /// Takes a date to lie in a stretch, or no longer.
  func lay(_ fact: Int, in stretch: DateRange?) {
    stretchCount += (stretch == nil ? 0 : 1) - (stretches[fact] == nil ? 0 : 1)
    stretches[fact] = stretch
  }

  /// Whether a date is taken to lie in a stretch.
  func isLaid(_ fact: Int) -> Bool { stretches[fact] != nil }

  /// Whether the usual value of a fact was taken for a row that says nothing of it.
  func isAssumed(_ fact: Int, _ row: Row) -> Bool {
    let entry = entries + fact
    return entry.pointee.kind == .given && entry.pointee.hasUsual && row.states[fact] == .unknown
      && (entry.pointee.guardCount == 0 || applies(entry).may)
  }

  // MARK: What time does not move

  /// Whether every fact is in one cell.
  var isExact: Bool { (0...(count >> 6)).allSatisfy { openWords[$0] == 0 } }

  /// Looks at a row, all but what depends on the day.
  func look(at row: Row) -> Trouble {
    for word in 0...(count >> 6) { openWords[word] = 0 }
    looks &+= 1
    changeCount = 0
    hasNarrowed = false
    isWhole = true
    if !narrowed.isEmpty { narrowed.removeAll(keepingCapacity: true) }
    return look(at: row, facts.every)
  }

  /// Looks again at some facts of a row and at those that depend on them.
  ///
  /// - Requires: a look at the whole row, and since then at nothing that contradicts itself, unless it
  ///   is among these facts.
  func look(at row: Row, again selection: FactCells.Selection) -> Trouble {
    widen()
    for word in 0...(count >> 6) { openWords[word] &= ~selection.words[word] }
    for fact in selection.facts { note(fact) }
    return look(at: row, selection)
  }

  /// Notes that a fact may have moved.
  @inline(__always)
  func note(_ fact: Int) {
    if changeCount == mostChanges {
      looks &+= 1
      changeCount = 0
    }
    changes[changeCount] = fact
    changeCount &+= 1
  }

  private func look(at row: Row, _ selection: FactCells.Selection) -> Trouble {
    blame = -1
    isPossible = false
    var trouble = Trouble.none
    let isParted = stretchCount > 0
    let memory = Memory(
      sets: sets, cells: cells, forced: forced, states: row.states, values: row.first)
    for plain in selection.plain where isParted || !memory.take(plain) {
      let found = given(plain.fact, entries + plain.fact, row)
      if found == .open {
        isWhole = false
        return .open
      }
      if found == .contradiction || sets[plain.fact] == 0 { trouble = .contradiction }
    }
    for fact in selection.others {
      let entry = entries + fact
      switch entry.pointee.kind {
      case .given:
        let found = given(fact, entry, row)
        if found == .open {
          isWhole = false
          return .open
        }
        if found == .contradiction { trouble = .contradiction }
      case .order:
        put(fact, order(fact, entry, row))
      case .region:
        let base = sets[entry.pointee.base]
        if base == Box.notApplicable {
          put(fact, base)
        } else {
          let place = facts.region(of: entry.pointee.base, row)
          let region = place < 0 ? entry.pointee.all : Box.cell(ofChoice: place)
          put(fact, region | base & Box.notApplicable)
        }
      case .outcome:
        put(fact, row.states[fact] == .unknown ? entry.pointee.all : stated(fact, entry, row))
      case .timed, .referenceDate: break
      }
      if sets[fact] == 0 { trouble = .contradiction }
    }
    for place in selection.timed { untils[place] = isMoved(facts.timed[place], row) ? .min : .max }
    return trouble
  }

  /// Where facts are read and written: pointers by themselves, as they would be looked up again after
  /// every write.
  private struct Memory {
    let sets: UnsafeMutablePointer<UInt64>
    let cells: UnsafeMutablePointer<UInt8>
    let forced: UnsafeMutablePointer<UInt64>
    let states: UnsafeMutablePointer<Row.State>
    let values: UnsafeMutablePointer<Int32>

    /// Takes over a fact that is known or silent, for youths for all of whom it means something or for
    /// none of whom it does; false for others.
    @inline(__always)
    func take(_ plain: FactCells.Plain) -> Bool {
      let fact = plain.fact
      let guardSet = sets[plain.guardAxis]
      let inside = guardSet & plain.guardCells
      let state = states[fact]
      let isStated = state != .unknown
      if !plain.admits(state) || inside != guardSet && (inside != 0 || isStated) { return false }
      let stated: UInt64 = 2 << UInt64(UInt32(bitPattern: values[fact] & plain.places) & 63)
      let known = isStated ? stated : plain.silent
      let set = (inside == 0 ? Box.notApplicable : known) & plain.possible & forced[fact]
      // Several cells, or none.
      if set & (set &- 1) != 0 || set == 0 { return false }
      sets[fact] = set
      cells[fact] = UInt8(truncatingIfNeeded: set.trailingZeroBitCount)
      return true
    }
  }

  @inline(__always)
  private func put(_ fact: Int, _ cells: UInt64) {
    let entry = entries + fact
    let set = cells & ~entry.pointee.excluded & forced[fact]
    sets[fact] = set
    if set & (set &- 1) == 0 {
      self.cells[fact] = UInt8(truncatingIfNeeded: set.trailingZeroBitCount)
    } else {
      self.cells[fact] = entry.pointee.open
      openWords[fact >> 6] |= 1 << UInt64(truncatingIfNeeded: fact & 63)
    }
  }

  private func given(_ fact: Int, _ entry: UnsafePointer<FactCells.Entry>, _ row: Row) -> Trouble {
    let state = row.states[fact]
    var (mayApply, mustApply) = (true, true)
    if entry.pointee.guardCount > 0 { (mayApply, mustApply) = applies(entry) }
    if state != .unknown {
      if !mayApply { return .contradiction }
      if !mustApply {
        blame = openGuard(entry)
        return .open
      }
      if stretchCount > 0, let stretch = stretches[fact] {
        take(stretch, fact, entry)
        return .none
      }
      put(fact, stated(fact, entry, row))
      return .none
    }
    if !mayApply {
      put(fact, Box.notApplicable)
      return .none
    }
    if stretchCount > 0, let stretch = stretches[fact] {
      if !mustApply {
        blame = openGuard(entry)
        return .open
      }
      take(stretch, fact, entry)
      return .none
    }
    put(fact, mustApply ? entry.pointee.silent : entry.pointee.silent | Box.notApplicable)
    return .none
  }

  /// Takes a date to lie in a stretch in which nothing computed from it changes.
  private func take(_ stretch: DateRange, _ fact: Int, _ entry: UnsafePointer<FactCells.Entry>) {
    // Any of its days will do.
    put(fact, facts.cell(of: stretch.first.dayNumber, entry))
  }

  /// A fact that leaves open whether another one means anything.
  private func openGuard(_ entry: UnsafePointer<FactCells.Entry>) -> Int {
    for place in entry.pointee.guards..<(entry.pointee.guards + entry.pointee.guardCount) {
      let (first, count) = facts.boxes[place]
      for bound in first..<(first + count) {
        let axis = facts.bounds[bound].axis
        if sets[axis] & (sets[axis] &- 1) != 0 { return axis }
      }
    }
    return -1
  }

  @inline(__always)
  private func stated(_ fact: Int, _ entry: UnsafePointer<FactCells.Entry>, _ row: Row) -> UInt64 {
    switch row.states[fact] {
    case .value:
      return entry.pointee.hasCuts
        ? facts.cell(of: Int(row.first[fact]), entry)
        : entry.pointee.isMute
          ? entry.pointee.all : Box.cell(ofChoice: Int(row.first[fact]))
    case .days:
      guard entry.pointee.hasCuts else { return entry.pointee.all }
      let low = facts.cell(of: Int(row.first[fact]), entry)
      let high = facts.cell(of: Int(row.last[fact]), entry)
      return (high | (high &- low)) & ~(low &- 1)
    case .choices: return row.choices(fact) << 1 & entry.pointee.all
    case .noDate: return Box.notApplicable
    case .text, .unknown: return entry.pointee.all
    }
  }

  /// Whether a fact means anything for some of the youths, and for all of them.
  @inline(__always)
  private func applies(_ entry: UnsafePointer<FactCells.Entry>) -> (may: Bool, must: Bool) {
    var may = false
    for place in entry.pointee.guards..<(entry.pointee.guards + entry.pointee.guardCount) {
      let (first, count) = facts.boxes[place]
      var isTouched = true
      var isInside = true
      for bound in first..<(first + count) {
        let (axis, admitted) = facts.bounds[bound]
        let set = sets[axis]
        if set & admitted == 0 { isTouched = false }
        if set & ~admitted != 0 { isInside = false }
      }
      if isTouched {
        if isInside { return (true, true) }
        may = true
      }
    }
    return (may, false)
  }

  private func order(_ fact: Int, _ entry: UnsafePointer<FactCells.Entry>, _ row: Row) -> UInt64 {
    let (base, other) = (entry.pointee.base, entry.pointee.other)
    guard sets[base] != Box.notApplicable, sets[other] != Box.notApplicable else {
      return Box.notApplicable
    }
    let absent = (sets[base] | sets[other]) & Box.notApplicable
    guard row.states[base] == .days, row.states[other] == .days else {
      return entry.pointee.all | absent
    }
    let first = facts.day(of: fact, from: Int(row.first[other]))
    let last =
      row.first[other] == row.last[other]
      ? first : facts.day(of: fact, from: Int(row.last[other]))
    var cells = absent
    if Int(row.first[base]) < last { cells |= Box.cell(ofChoice: 0) }
    if Int(row.first[base]) <= last, first <= Int(row.last[base]) {
      cells |= Box.cell(ofChoice: 1)
    }
    if Int(row.last[base]) > first { cells |= Box.cell(ofChoice: 2) }
    return cells
  }

  /// Whether time moves a fact for this youth; where it does not, its cells are known.
  private func isMoved(_ fact: Int, _ row: Row) -> Bool {
    let entry = entries + fact
    if entry.pointee.kind == .referenceDate { return true }
    let date = entry.pointee.base
    let base = sets[date]
    if base == Box.notApplicable {
      sets[fact] = base
      cells[fact] = 0
      return false
    }
    let stretch = stretchCount == 0 ? nil : stretches[date]
    guard row.states[date] == .days || stretch != nil else {
      put(fact, entry.pointee.all | base & Box.notApplicable)
      return false
    }
    let first = stretch?.first.dayNumber ?? Int(row.first[date])
    let last = stretch == nil ? Int(row.last[date]) : first
    if entry.pointee.isMoment {
      firsts[fact] = CivilDay(moment: facts.day(of: fact, from: first))
      lasts[fact] =
        first == last ? firsts[fact] : CivilDay(moment: facts.day(of: fact, from: last))
    } else {
      if firsts[date].number != first { firsts[date] = CivilDay(first) }
      lasts[date] = first == last ? firsts[date] : CivilDay(last)
    }
    return true
  }
}
