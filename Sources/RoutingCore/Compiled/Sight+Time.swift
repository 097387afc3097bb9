/// What time moves.
extension Sight {
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
    if isOpen == wasOpen { return }
    openCount &+= isOpen ? 1 : -1
    openWords[fact >> 6] ^= 1 << UInt64(truncatingIfNeeded: fact & 63)
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
