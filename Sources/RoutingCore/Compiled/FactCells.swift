/// What a sight has to know of the facts of a rulebook, laid out for looking at many rows.
final class FactCells: @unchecked Sendable {
  /// How a fact gets its cells.
  enum Kind: UInt8 {
    case given, timed, order, region, outcome, referenceDate
  }

  /// One fact.
  struct Entry {
    var kind: Kind
    /// The number that stands for several cells.
    var open: UInt8
    /// Whether its cells are told by cuts.
    var hasCuts: Bool
    /// Whether it is a choice.
    var isSimple: Bool
    /// Whether it has no cells that rules could ask for.
    var isMute: Bool
    /// Whether a usual value is taken when a profile is silent.
    var hasUsual: Bool
    /// Whether it is about one moment: the first cell once that is reached.
    var isMoment: Bool
    /// Whether it counts years; months otherwise.
    var isYears: Bool
    /// The facts it is computed from.
    var base: Int
    var other: Int
    /// All cells in which it applies.
    var all: UInt64
    /// The cells of a silent profile.
    var silent: UInt64
    /// Cells that cannot be.
    var excluded: UInt64
    /// Whether it decides if other facts mean anything.
    var isGuard: Bool
    /// The one axis of the one box for which it means anything, and its cells there; -1 where there is
    /// no such box or more than that.
    var guardAxis: Int
    var guardCells: UInt64
    /// Where the boxes stand for which it means anything.
    var guards: Int
    var guardCount: Int
    /// Whether its moment lies only days from its date, and how many.
    var isShift: Bool
    var shift: Int
    /// Where its cuts stand.
    var cuts: Int
    var cutCount: Int
    /// On how many days it enters a new cell.
    var dayCount: Int
  }

  let count: Int
  let every: Selection
  /// Those that schools left and entered change, and those that depend on them.
  let moved: Selection
  /// Per fact, itself and those that depend on it.
  let dependents: UnsafeMutableBufferPointer<Selection>
  /// The facts that time moves.
  let timed: UnsafeMutableBufferPointer<Int>
  /// Per fact, how it gets its cells.
  let entries: UnsafeMutablePointer<Entry>
  /// The boxes for which facts mean anything: where their bounds start, and how many there are.
  let boxes: UnsafeMutablePointer<(first: Int, count: Int)>
  /// The bounds of those boxes.
  let bounds: UnsafeMutablePointer<(axis: Int, admitted: UInt64)>
  private let cuts: UnsafeMutablePointer<Int>
  /// What cannot be true together, as one sheet.
  let impossible: Program
  /// The same, per bit.
  let impossibleBounds: [Box.Bounds]
  /// Per fact that compares with a moment or is about one, the moment.
  private let moments: UnsafeMutablePointer<Moment>
  private let schoolYear: YearDay
  /// Per municipality, the agreement it belongs to, or one past the last.
  private let regions: UnsafeMutablePointer<Int32>
  private let standIns: UnsafeMutablePointer<Int>
  /// The facts that name a municipality.
  let municipalities: UnsafeMutablePointer<Int>
  let municipalityCount: Int
  private let home: Int

  init(_ rulebook: Rulebook, _ axes: Axes) {
    let vocabulary = rulebook.vocabulary
    schoolYear = rulebook.schoolYear
    moments = FactCells.kept(
      vocabulary.facts.enumerated().map { fact, described in
        switch described.derivation {
        case .reached(let moment), .order(_, let moment): moment
        default: Moment(fact: fact)
        }
      })
    count = vocabulary.facts.count
    var cuts: [Int] = []
    var boxes: [(first: Int, count: Int)] = []
    var bounds: [(axis: Int, admitted: UInt64)] = []
    entries = .allocate(capacity: max(1, count))
    for (fact, described) in vocabulary.facts.enumerated() {
      var entry = Entry(
        kind: .given, open: UInt8(64 - axes.all[fact].leadingZeroBitCount), hasCuts: false,
        isSimple: false, isMute: false, hasUsual: described.usual != nil, isMoment: false,
        isYears: false,
        base: -1, other: -1,
        all: axes.all[fact], silent: axes.all[fact], excluded: axes.excluded[fact],
        isGuard: false, guardAxis: -1, guardCells: 0, guards: boxes.count,
        guardCount: axes.guards[fact]?.count ?? 0, isShift: false, shift: 0, cuts: cuts.count,
        cutCount: 0, dayCount: 0)
      switch axes.kinds[fact] {
      case .choice: entry.isSimple = true
      case .mute: entry.isMute = true
      case .number(let numbers):
        cuts += numbers
        (entry.hasCuts, entry.cutCount) = (true, numbers.count)
      case .date(let dates):
        cuts += dates.map(\.dayNumber)
        (entry.hasCuts, entry.cutCount) = (true, dates.count)
      case .referenceDate(let dates):
        cuts += dates.map(\.dayNumber)
        (entry.hasCuts, entry.cutCount, entry.kind) = (true, dates.count, .referenceDate)
      case .timed(let base):
        (entry.kind, entry.base) = (.timed, base)
        if case .reached = described.derivation { entry.isMoment = true }
        if case .years = described.derivation { entry.isYears = true }
        if !entry.isMoment {
          cuts += axes.cuts.numbers[fact]
          entry.cutCount = axes.cuts.numbers[fact].count
        }
        entry.dayCount = entry.isMoment ? 1 : entry.cutCount
      case .order(let base, let moment):
        (entry.kind, entry.base, entry.other) = (.order, base, moment.fact)
      case .region(let base): (entry.kind, entry.base) = (.region, base)
      case .outcome: entry.kind = .outcome
      }
      switch described.derivation {
      case .reached(let moment), .order(_, let moment):
        entry.isShift = moment.years == 0 && moment.months == 0 && moment.alignment == nil
        entry.shift = moment.days
      default: break
      }
      for bound in (axes.guards[fact] ?? []).joined() { entries[bound.axis].isGuard = true }
      for box in axes.guards[fact] ?? [] {
        boxes.append((bounds.count, box.count))
        bounds += box.map { ($0.axis, $0.cells) }
      }
      if let guards = axes.guards[fact], guards.count == 1, guards[0].count == 1 {
        (entry.guardAxis, entry.guardCells) = (guards[0][0].axis, guards[0][0].cells)
      }
      // A fact that means something for nobody still has a guard.
      if axes.guards[fact]?.isEmpty == true {
        boxes.append((bounds.count, 1))
        bounds.append((fact, 0))
        entry.guardCount = 1
      }
      if let word = described.usual ?? described.absent {
        entry.silent = FactCells.cell(of: word, described, entry, axes.cuts.numbers[fact])
      }
      (entries + fact).initialize(to: entry)
    }
    var plain: [Plain] = []
    var plainAxes: Set<Int> = [count]
    for fact in 0..<count {
      let entry = entries[fact]
      let described = Plain(fact, entry, outside: count)
      guard entry.kind == .given, entry.isSimple || entry.cutCount == 0,
        plainAxes.contains(described.guardAxis)
      else { continue }
      plainAxes.insert(fact)
      plain.append(described)
    }
    let (entries, count) = (entries, count)
    let timed = (0..<count).filter {
      entries[$0].kind == .timed || entries[$0].kind == .referenceDate
    }
    self.timed = Program.kept(timed)
    func selection(of facts: Set<Int>) -> Selection {
      var words: [UInt64] = Array(repeating: 0, count: count >> 6 + 1)
      for fact in facts { words[fact >> 6] |= 1 << UInt64(fact & 63) }
      return Selection(
        plain: Program.kept(plain.filter { facts.contains($0.fact) }),
        others: Program.kept(
          facts.filter { !plainAxes.contains($0) && !timed.contains($0) }.sorted()),
        timed: Program.kept(timed.indices.filter { facts.contains(timed[$0]) }),
        facts: Program.kept(facts.sorted()), words: Program.kept(words),
        hasOutcome: facts.contains { vocabulary[$0].isOutcome })
    }
    every = selection(of: Set(0..<count))
    let reads = FactCells.reads(vocabulary, axes)
    let touched = rulebook.moves.flatMap { move in
      move.copies.flatMap { [$0.to, $0.from] } + move.forgets + move.states.map(\.fact)
    }
    moved = selection(of: FactCells.dependents(of: touched, reads))
    dependents = Program.kept(
      (0..<count).map { selection(of: FactCells.dependents(of: [$0], reads)) })
    self.cuts = FactCells.kept(cuts)
    self.boxes = FactCells.kept(boxes)
    self.bounds = FactCells.kept(bounds)
    impossibleBounds = axes.impossible
    let sheets =
      axes.impossible.isEmpty
      ? []
      : [
        RuleSheet([(0, false, axes.impossible.enumerated().map { ($0, $1) })], axes.all, moving: [])
      ]
    impossible = Program(sheets, all: axes.all, tables: [])
    regions = FactCells.kept(
      rulebook.municipalities.names.map { name in
        Int32(
          rulebook.regions.firstIndex { $0.municipalities.contains(name) } ?? rulebook.regions.count
        )
      })
    standIns =
      Program.kept(vocabulary.facts.indices.map { vocabulary.standIn(for: $0) ?? -1 }).start
    home = vocabulary.home ?? -1
    municipalities = Program.kept(vocabulary.places).start
    municipalityCount = vocabulary.places.count
  }

  deinit {
    impossible.deallocate()
    entries.deallocate()
    every.deallocate()
    moved.deallocate()
    for selection in dependents { selection.deallocate() }
    dependents.deallocate()
    timed.deallocate()
    boxes.deallocate()
    bounds.deallocate()
    cuts.deallocate()
    regions.deallocate()
    municipalities.deallocate()
    standIns.deallocate()
    moments.deallocate()
  }

  /// A copy that stays where it is.
  private static func kept<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    for (place, element) in elements.enumerated() { (memory + place).initialize(to: element) }
    return memory
  }

  private static func cell(of word: String, _ fact: Fact, _ entry: Entry, _ cuts: [Int]) -> UInt64 {
    switch fact.kind {
    case .number:
      let number = Int(word) ?? 0
      return 2 << UInt64(cuts.filter { $0 <= number }.count)
    case .date: return Box.notApplicable
    case .municipality: return entry.all
    default: return fact.choiceIndex(word).map(Box.cell(ofChoice:)) ?? entry.all
    }
  }

  /// The cell of a number or a day.
  @inline(__always)
  func cell(of value: Int, _ entry: UnsafePointer<Entry>) -> UInt64 {
    2 << UInt64(truncatingIfNeeded: reached(by: value, entry))
  }

  /// How many cuts a value reaches.
  @inline(__always)
  func reached(by value: Int, _ entry: UnsafePointer<Entry>) -> Int {
    let start = cuts + entry.pointee.cuts
    // Few cuts are passed sooner one by one than by halves.
    if entry.pointee.cutCount <= 8 {
      var count = 0
      while count < entry.pointee.cutCount, start[count] <= value { count &+= 1 }
      return count
    }
    var (low, high) = (0, entry.pointee.cutCount)
    while low < high {
      let middle = (low + high) / 2
      if start[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The value at which a fact enters the cell after so many; the highest number after the last cell.
  @inline(__always)
  func cut(_ entry: UnsafePointer<Entry>, _ place: Int) -> Int {
    place < entry.pointee.cutCount ? cuts[entry.pointee.cuts &+ place] : .max
  }

  /// The agreement of a municipality fact; -1 when it is not known.
  func region(of fact: Int, _ row: Row) -> Int {
    if row.states[fact] == .value { return Int(regions[Int(row.first[fact])]) }
    if fact == home, row.region >= 0 { return Int(row.region) }
    let other = standIns[fact]
    return other >= 0 && other != fact ? region(of: other, row) : -1
  }

  /// Whether another municipality stands in for one nobody stated.
  func standsIn(for fact: Int) -> Bool { standIns[fact] >= 0 && standIns[fact] != fact }

  /// The day a fact compares with, or the moment it is about.
  func day(of fact: Int, from day: Int) -> Int {
    if entries[fact].isShift { return day &+ entries[fact].shift }
    return moments[fact].day(from: CalendarDate(dayNumber: day), schoolYear: schoolYear).dayNumber
  }
}
