/// What time moves.
extension Sight {
  /// Turns to a day, none before the one turned to last.
  func turn(to day: Int) -> Trouble {
    widen()
    var now: CivilDay?
    let (timed, untils) = (facts.timed, untils)
    for place in 0..<timed.count where untils[place] <= day {
      let fact = timed[place]
      let entry = entries + fact
      let set: UInt64
      if entry.pointee.kind == .referenceDate {
        let cell = facts.reached(by: day, entry)
        set = 2 << UInt64(cell)
        untils[place] = facts.cut(entry, cell)
      } else {
        // From the cell of the youngest to that of the oldest.
        let (late, early, until): (Int, Int, Int)
        if entry.pointee.isMoment {
          (late, early, until) = reached(fact, by: day)
        } else {
          let today = now ?? CivilDay(day)
          now = today
          (late, early, until) = counted(entry, until: today)
        }
        let (low, high): (UInt64, UInt64) = (2 << UInt64(late), 2 << UInt64(early))
        set = (high | (high &- low)) & ~(low &- 1)
        untils[place] = until
      }
      if set & entry.pointee.excluded != 0 {
        untils[place] = .min
        blame = fact
        return set & ~entry.pointee.excluded == 0 ? .contradiction : .open
      }
      replace(fact, set)
    }
    if isPossible { return .none }
    let trouble = impossible()
    isPossible = trouble == .none && narrowed.isEmpty
    return trouble
  }

  /// Takes back what was narrowed.
  func widen() {
    if narrowed.isEmpty { return }
    for (fact, set) in narrowed.reversed() { replace(fact, set) }
    narrowed.removeAll(keepingCapacity: true)
  }

  /// The cells of a moment, for the last and the first day it can be, and the day that changes them.
  private func reached(_ fact: Int, by day: Int) -> (late: Int, early: Int, until: Int) {
    let (first, last) = (firsts[fact].number, lasts[fact].number)
    // Reached is the first cell.
    return (
      first <= day ? 0 : 1, last <= day ? 0 : 1, day < first ? first : day < last ? last : .max
    )
  }

  /// The cells of a number of years or months, for the last and the first day it is counted from, and
  /// the day that changes them.
  private func counted(_ entry: UnsafePointer<FactCells.Entry>, until today: CivilDay) -> (
    late: Int, early: Int, until: Int
  ) {
    let base = entry.pointee.base
    func reached(_ start: CivilDay) -> (cell: Int, until: Int) {
      let cell = facts.reached(by: start.count(entry.pointee.isYears, until: today), entry)
      let number = facts.cut(entry, cell)
      return (cell, number == .max ? .max : start.adding(number, entry.pointee.isYears))
    }
    let early = reached(firsts[base])
    if lasts[base] == firsts[base] { return (early.cell, early.cell, early.until) }
    let late = reached(lasts[base])
    return (late.cell, early.cell, min(early.until, late.until))
  }

  private func replace(_ fact: Int, _ set: UInt64) {
    let before = cells[fact]
    let entry = entries + fact
    let isOpen = set & (set &- 1) != 0
    let now = isOpen ? entry.pointee.open : UInt8(truncatingIfNeeded: set.trailingZeroBitCount)
    let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: fact & 63)
    if isOpen { openWords[fact >> 6] |= bit } else { openWords[fact >> 6] &= ~bit }
    note(fact)
    cells[fact] = now
    sets[fact] = set
    if isPossible {
      let program = facts.impossible
      let moved =
        isOpen || before == entry.pointee.open
        ? program.readers[fact] : program.readers(of: fact, from: before, to: now)
      if moved != 0 { isPossible = false }
    }
  }

  /// Looks for what cannot be true together, and takes it away where one fact then says less.
  private func impossible() -> Trouble {
    let program = facts.impossible
    guard program.sheets != 0 else { return .none }
    while true {
      let isOpen = program.open(self) != 0
      if isOpen {
        program.look(program.heads.start, cells, sets, may: may, must: must, alive: spare)
      } else {
        program.look(program.heads.start, cells, may, alive: spare)
      }
      let must = isOpen ? must : may
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
