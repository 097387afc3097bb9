/// How the cells of one fact are found.
extension Sight {
  /// Where facts are read and written: pointers by themselves, as they would be looked up again after
  /// every write.
  struct Memory {
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
  func put(_ fact: Int, _ cells: UInt64) {
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

  func given(_ fact: Int, _ entry: UnsafePointer<FactCells.Entry>, _ row: Row) -> Trouble {
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
  func stated(_ fact: Int, _ entry: UnsafePointer<FactCells.Entry>, _ row: Row) -> UInt64 {
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
  func applies(_ entry: UnsafePointer<FactCells.Entry>) -> (may: Bool, must: Bool) {
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

  func order(_ fact: Int, _ entry: UnsafePointer<FactCells.Entry>, _ row: Row) -> UInt64 {
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
  func isMoved(_ fact: Int, _ row: Row) -> Bool {
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
