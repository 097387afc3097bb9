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
  let stretches: UnsafeMutablePointer<DateRange?>
  /// How many dates are looked at in stretches.
  private(set) var stretchCount = 0
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
}
