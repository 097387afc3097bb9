/// What a youth is on a day: the cells of the facts of a rulebook, those that time moves included.
///
/// It belongs to one worker and is filled again for every row. Facts that are not known have several
/// cells; taken together those may hold youths who cannot exist, never fewer than the profile could be
/// about. What is certain for all of them is certain.
final class Sight {
  let facts: FactCells
  let count: Int
  /// Per fact, the cells it can be in.
  let sets: UnsafeMutablePointer<UInt64>
  /// Per fact its cell, or the number that stands for several.
  let cells: UnsafeMutablePointer<UInt8>
  /// The facts that time moves for this youth.
  let moving: UnsafeMutablePointer<Int>
  private(set) var movingCount = 0
  /// How many facts can be in several cells.
  private(set) var openCount = 0
  /// Per fact, whether its usual value was taken.
  let isAssumed: UnsafeMutablePointer<Bool>
  /// Per date, the first and the last day it can be as a year, a month and a day; per moment, the day on
  /// which it is reached.
  private let firsts: UnsafeMutablePointer<CivilDay>
  private let lasts: UnsafeMutablePointer<CivilDay>
  private let entries: UnsafePointer<FactCells.Entry>
  private let may: UnsafeMutablePointer<UInt64>
  private let must: UnsafeMutablePointer<UInt64>
  /// Per fact, the cells looked at: all of them, or one of several it can be in.
  let forced: UnsafeMutablePointer<UInt64>
  /// Per date looked at in stretches, the stretch.
  var stretches: [Int: DateRange] = [:]
  /// The fact on which it depends, when trouble is open; -1 where none can be named.
  private(set) var blame = -1
  /// What was narrowed because some things cannot be true together, to be taken back on another day.
  private var narrowed: [(fact: Int, set: UInt64)] = []
  /// Whether anything was narrowed on some day since a row was looked at.
  private(set) var hasNarrowed = false

  init(_ facts: FactCells) {
    self.facts = facts
    count = facts.count
    sets = .allocate(capacity: count)
    cells = .allocate(capacity: count)
    moving = .allocate(capacity: count)
    isAssumed = .allocate(capacity: count)
    entries = UnsafePointer(facts.entries)
    forced = .allocate(capacity: count)
    forced.initialize(repeating: .max, count: count)
    firsts = .allocate(capacity: count)
    lasts = .allocate(capacity: count)
    may = .allocate(capacity: facts.impossible.words + 1)
    must = .allocate(capacity: facts.impossible.words + 1)
    sets.initialize(repeating: 1, count: count)
    cells.initialize(repeating: 0, count: count)
    moving.initialize(repeating: 0, count: count)
    isAssumed.initialize(repeating: false, count: count)
    firsts.initialize(repeating: CivilDay(0), count: count)
    lasts.initialize(repeating: CivilDay(0), count: count)
    may.initialize(repeating: 0, count: facts.impossible.words + 1)
    must.initialize(repeating: 0, count: facts.impossible.words + 1)
  }

  deinit {
    sets.deallocate()
    cells.deallocate()
    moving.deallocate()
    isAssumed.deallocate()
    firsts.deallocate()
    forced.deallocate()
    lasts.deallocate()
    may.deallocate()
    must.deallocate()
  }

  // MARK: What time does not move

  /// Looks at a row, all but what depends on the day.
  func look(at row: Row) -> Trouble {
    movingCount = 0
    openCount = 0
    blame = -1
    hasNarrowed = false
    narrowed.removeAll(keepingCapacity: true)
    let (sets, cells, entries, states) = (sets, cells, entries, row.states)
    let hasStretches = !stretches.isEmpty
    for fact in 0..<count {
      let entry = entries + fact
      if entry.pointee.kind == .given, !hasStretches {
        // Most facts are known or silent, and mean something for everybody or nobody.
        var applies = true
        var isPlain = entry.pointee.guardCount == 0
        if entry.pointee.guardAxis >= 0 {
          let set = sets[entry.pointee.guardAxis]
          let inside = set & entry.pointee.guardCells
          applies = inside != 0
          isPlain = inside == 0 || inside == set
        }
        let state = states[fact]
        if isPlain, state == .unknown {
          isAssumed[fact] = entry.pointee.hasUsual && applies
          put(fact, applies ? entry.pointee.silent : Box.notApplicable)
          if sets[fact] == 0 { return .contradiction }
          continue
        }
        if isPlain, applies, entry.pointee.isSimple, state == .value {
          isAssumed[fact] = false
          let set =
            Box.cell(ofChoice: Int(row.first[fact])) & ~entry.pointee.excluded & forced[fact]
          if set == 0 { return .contradiction }
          sets[fact] = set
          cells[fact] = UInt8(truncatingIfNeeded: row.first[fact] &+ 1)
          continue
        }
      }
      switch entry.pointee.kind {
      case .given:
        let trouble = given(fact, entry, row)
        if trouble != .none { return trouble }
      case .timed: timed(fact, entry, row)
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
      case .referenceDate:
        moving[movingCount] = fact
        movingCount += 1
      }
      if sets[fact] == 0 { return .contradiction }
    }
    return .none
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
      openCount += 1
    }
  }

  private func given(_ fact: Int, _ entry: UnsafePointer<FactCells.Entry>, _ row: Row) -> Trouble {
    let state = row.states[fact]
    isAssumed[fact] = false
    var (mayApply, mustApply) = (true, true)
    if entry.pointee.guardCount > 0 { (mayApply, mustApply) = applies(entry) }
    if state != .unknown {
      if !mayApply { return .contradiction }
      if !mustApply {
        blame = openGuard(entry)
        return .open
      }
      if !stretches.isEmpty, let stretch = stretches[fact] {
        take(stretch, fact, entry)
        return .none
      }
      put(fact, stated(fact, entry, row))
      if entry.pointee.isCounted, state == .days {
        firsts[fact] = CivilDay(Int(row.first[fact]))
        lasts[fact] =
          row.first[fact] == row.last[fact] ? firsts[fact] : CivilDay(Int(row.last[fact]))
      }
      return .none
    }
    if !mayApply {
      put(fact, Box.notApplicable)
      return .none
    }
    if !stretches.isEmpty, let stretch = stretches[fact] {
      if !mustApply {
        blame = openGuard(entry)
        return .open
      }
      take(stretch, fact, entry)
      return .none
    }
    isAssumed[fact] = entry.pointee.hasUsual
    put(fact, mustApply ? entry.pointee.silent : entry.pointee.silent | Box.notApplicable)
    return .none
  }

  /// Takes a date to lie in a stretch in which nothing computed from it changes.
  private func take(_ stretch: DateRange, _ fact: Int, _ entry: UnsafePointer<FactCells.Entry>) {
    let first = stretch.first.dayNumber
    put(fact, facts.cell(of: first, entry))
    // Any of its days will do.
    firsts[fact] = CivilDay(first)
    lasts[fact] = firsts[fact]
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

  private func timed(_ fact: Int, _ entry: UnsafePointer<FactCells.Entry>, _ row: Row) {
    let date = entry.pointee.base
    let base = sets[date]
    let stretch = stretches.isEmpty ? nil : stretches[date]
    guard base != Box.notApplicable, row.states[date] == .days || stretch != nil else {
      put(fact, base == Box.notApplicable ? base : entry.pointee.all | base & Box.notApplicable)
      return
    }
    moving[movingCount] = fact
    movingCount += 1
    if entry.pointee.isMoment {
      let first = stretch?.first.dayNumber ?? Int(row.first[date])
      let last = stretch == nil ? Int(row.last[date]) : first
      firsts[fact] = CivilDay(moment: facts.day(of: fact, from: first))
      lasts[fact] =
        first == last ? firsts[fact] : CivilDay(moment: facts.day(of: fact, from: last))
    }
    put(fact, entry.pointee.all)
  }

  // MARK: What time moves

  /// Turns to a day.
  func turn(to day: Int) -> Trouble {
    let now = CivilDay(day)
    for (fact, set) in narrowed.reversed() { replace(fact, set) }
    if !narrowed.isEmpty { narrowed.removeAll(keepingCapacity: true) }
    for place in 0..<movingCount {
      let fact = moving[place]
      let entry = entries + fact
      if entry.pointee.kind == .referenceDate {
        replace(fact, facts.cell(of: day, entry))
        continue
      }
      var early: Int
      var late: Int
      if entry.pointee.isMoment {
        early = firsts[fact].number <= day ? 0 : 1
        late = lasts[fact].number <= day ? 0 : 1
        swap(&early, &late)
      } else {
        let base = entry.pointee.base
        early = facts.reached(by: firsts[base].count(entry.pointee.isYears, until: now), entry)
        late =
          lasts[base] == firsts[base]
          ? early : facts.reached(by: lasts[base].count(entry.pointee.isYears, until: now), entry)
      }
      // From the cell of the youngest to that of the oldest.
      let (low, high): (UInt64, UInt64) = (2 << UInt64(late), 2 << UInt64(early))
      let set = (high | (high &- low)) & ~(low &- 1)
      if set & entry.pointee.excluded != 0 {
        blame = fact
        return set & ~entry.pointee.excluded == 0 ? .contradiction : .open
      }
      replace(fact, set)
    }
    return impossible()
  }

  private func replace(_ fact: Int, _ set: UInt64) {
    let wasOpen = sets[fact] & (sets[fact] &- 1) != 0
    sets[fact] = set
    let isOpen = set & (set &- 1) != 0
    cells[fact] =
      isOpen ? entries[fact].open : UInt8(truncatingIfNeeded: set.trailingZeroBitCount)
    openCount += (isOpen ? 1 : 0) - (wasOpen ? 1 : 0)
  }

  /// Looks for what cannot be true together, and takes it away where one fact then says less.
  private func impossible() -> Trouble {
    let program = facts.impossible
    while true {
      guard program.heads.count > 0 else { return .none }
      program.look(program.heads[0], cells, sets, hasOpen: openCount > 0, may: may, must: must)
      var rest = 0
      var isNarrowed = false
      for word in 0..<program.words {
        if must[word] != 0 { return .contradiction }
        var left = may[word]
        while left != 0, !isNarrowed {
          let bit = word * 64 + left.trailingZeroBitCount
          left &= left &- 1
          switch narrow(facts.impossibleBounds[bit]) {
          case .none: isNarrowed = true
          case .contradiction:
            rest += 1
            blame = openAxis(facts.impossibleBounds[bit])
          case .open:
            blame = openAxis(facts.impossibleBounds[bit])
            return .open
          }
        }
      }
      if isNarrowed { continue }
      // Three boxes that are too small on two axes each can together hold everybody; two cannot.
      return rest <= 2 ? .none : .open
    }
  }

  /// An axis on which a box does not hold everybody.
  private func openAxis(_ bounds: Box.Bounds) -> Int {
    bounds.first { sets[$0.axis] & ~$0.cells != 0 }?.axis ?? -1
  }

  /// A fact with cells taken away that decides if others mean anything; -1 where there is none.
  var narrowedGuard: Int { narrowed.first { entries[$0.fact].isGuard }?.fact ?? -1 }

  /// Takes a box away on the one axis where it does not hold everybody.
  ///
  /// - Returns: `none` when that was done, `contradiction` when there are more such axes, which leaves
  ///   the youths as they are, `open` when axes depend on each other.
  private func narrow(_ bounds: Box.Bounds) -> Trouble {
    var found: (axis: Int, admitted: UInt64)?
    var more = false
    for (axis, admitted) in bounds where sets[axis] & ~admitted != 0 {
      switch entries[axis].kind {
      case .timed, .order: return .open
      default: break
      }
      if found != nil { more = true }
      found = (axis, admitted)
    }
    guard let found, !more else { return .contradiction }
    hasNarrowed = true
    narrowed.append((found.axis, sets[found.axis]))
    replace(found.axis, sets[found.axis] & ~found.admitted)
    return .none
  }
}
