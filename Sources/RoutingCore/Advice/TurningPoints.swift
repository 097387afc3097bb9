/// Finds the days on which an answer may change: where a date brings some fact into a new cell.
struct TurningPoints {
  let answering: Answering
  /// How the profile is as its dates come: as it was stated, and after each move.
  private let states: [Profile]
  /// Only days after this one count.
  private let start: CalendarDate
  private let chains: [Chain]
  /// Per chain, the facts that what is compared may depend on.
  private let read: [Set<Int>]
  /// The facts that decide if others can be true together or mean anything.
  private let fitting: Set<Int>

  private var rulebook: Rulebook { answering.rulebook }

  /// Something that happens on a day.
  struct Point {
    /// The day, or the days it lies in when a date is known only in part.
    let day: DateRange
    /// What happens on it.
    var reasons: [Text]
    /// What happens on it that is only worth saying where nothing else does.
    var remarks: [Text] = []
    /// Whether the profile is another from then on: a school left, a school entered.
    var isMove = false

    /// What to say of it: what matters less only where there is nothing else.
    var words: [Text] { reasons.isEmpty ? remarks : reasons }
  }

  /// - Parameter start: the day after which they are looked for.
  init(answering: Answering, profile: Profile, after start: CalendarDate) {
    self.answering = answering
    self.start = start
    let moves = answering.rulebook.moves
    var states = [profile]
    for move in moves {
      guard case .days(let day) = profile[move.date] else { continue }
      states.append(profile.moved(to: day.last, by: moves))
    }
    self.states = states
    // Where an agreement ends the national frame goes on, and it changes on days of its own; one that
    // has not begun yet brings its days too.
    let rulebook = answering.rulebook
    let agreements = rulebook.regions.filter { agreement in
      if let below = agreement.valid.below, below <= start { return false }
      return states.contains { answering.mayConcern(agreement, $0) }
    }
    chains = (agreements + [rulebook.frame].compactMap { $0 }).map { answering.chain($0) }
    read = chains.map { $0.facts(readFor: Plan.watchedTables + [.scope]) }
    fitting = Set(rulebook.impossible.flatMap(\.match.facts))
      .union(rulebook.vocabulary.facts.flatMap { $0.applies?.facts ?? [] })
  }

  /// The days that what is known brings, in order.
  ///
  /// - Parameter isThorough: whether days count as well that only decide if facts fit together.
  func known(isThorough: Bool = false) -> [Point] {
    var found: [DateRange: Point] = [:]
    func add(_ day: DateRange, _ reason: Text, isMove: Bool = false, isRemark: Bool = false) {
      guard day.last > start, day.last <= DateRange.anyDay.last else { return }
      var point = found[day] ?? Point(day: day, reasons: [])
      let list = isRemark ? \Point.remarks : \Point.reasons
      if !point[keyPath: list].contains(reason) { point[keyPath: list].append(reason) }
      point.isMove = point.isMove || isMove
      found[day] = point
    }
    for agreement in rulebook.regions
    where states.contains(where: { answering.mayConcern(agreement, $0) }) {
      if let from = agreement.valid.from {
        add(DateRange(from), agreement.name + Text(nl: ": begin", en: ": start"))
      }
      if let below = agreement.valid.below {
        add(DateRange(below), agreement.name + Text(nl: ": afgelopen", en: ": ended"))
      }
    }
    let fitting = isThorough ? fitting : []
    for (chain, read) in zip(chains, read) {
      for state in states {
        for (fact, described) in rulebook.vocabulary.facts.enumerated() {
          let isRead = read.contains(fact)
          guard isRead || fitting.contains(fact) else { continue }
          for (day, reason, isStart) in days(described, fact, state, chain.cuts) {
            add(day, reason, isRemark: isStart || !isRead)
          }
        }
      }
    }
    for move in rulebook.moves {
      for state in states {
        guard case .days(let day) = state[move.date] else { continue }
        add(day, rulebook.vocabulary[move.date].label, isMove: true)
      }
    }
    return found.values.sorted {
      ($0.day.last, $0.day.first) < ($1.day.last, $1.day.first)
    }
  }

  /// The days a fact brings, what happens on each, and whether that is no more than the date itself.
  private func days(_ described: Fact, _ fact: Int, _ state: Profile, _ cuts: Cuts)
    -> [(day: DateRange, reason: Text, isStart: Bool)]
  {
    func day(_ base: Int, _ compute: (CalendarDate) -> CalendarDate) -> DateRange? {
      guard case .days(let range) = state[base] else { return nil }
      return DateRange(first: compute(range.first), last: compute(range.last))
    }
    /// `wordt 27`; the day itself for the moment that nothing has passed since.
    func counted(_ base: Int, _ compute: (CalendarDate, Int) -> CalendarDate)
      -> [(day: DateRange, reason: Text, isStart: Bool)]
    {
      cuts.numbers[fact].compactMap { number in
        guard let day = day(base, { compute($0, number) }) else { return nil }
        if number == 0 { return (day, rulebook.vocabulary[base].label, true) }
        return (day, described.milestone(number), false)
      }
    }
    switch described.derivation {
    case .years(let base): return counted(base) { $0.adding(years: $1) }
    case .months(let base): return counted(base) { $0.adding(months: $1) }
    case .reached(let moment):
      let day = day(moment.fact) { moment.day(from: $0, schoolYear: rulebook.schoolYear) }
      return day.map { [($0, described.label, false)] } ?? []
    case .referenceDate:
      return cuts.days[fact].map {
        (DateRange($0), Text(nl: "de wet verandert", en: "the law changes"), false)
      }
    case nil, .order, .region, .outcome: return []
    }
  }
}

extension TurningPoints {
  /// The days up to and including another on which what a date not known exactly makes possible
  /// changes, each with the dates that do.
  func crossings(through end: CalendarDate) -> [CalendarDate: [Text]] {
    guard start < end else { return [:] }
    let window = DateRange(first: start.adding(days: 1), last: end)
    var found: [CalendarDate: [Text]] = [:]
    for (fact, described) in rulebook.vocabulary.facts.enumerated()
    where described.kind == .date && described.means == nil {
      let label = described.label + Text(nl: " is niet precies bekend", en: " is not known exactly")
      let ranges = Set(states.compactMap { $0.range(of: fact, described) }).filter { !$0.isExact }
      for range in ranges {
        let crossing = Crossing(
          range: range, steps: steps(from: fact), window: window, schoolYear: rulebook.schoolYear)
        for day in crossing.days(cutAt: chains.flatMap { $0.cuts.days[fact] }) {
          if found[day]?.contains(label) != true { found[day, default: []].append(label) }
        }
      }
    }
    return found
  }

  /// Everything computed from a date fact whose coming some rule looks at.
  private func steps(from base: Int) -> [Moment] {
    var found: Set<Moment> = []
    for (chain, read) in zip(chains, read) {
      for dependent in chain.dependents[base]
      where read.contains(dependent) || fitting.contains(dependent) {
        let numbers = chain.cuts.numbers[dependent]
        switch chain.vocabulary[dependent].derivation {
        case .years: for number in numbers { found.insert(Moment(fact: base, years: number)) }
        case .months: for number in numbers { found.insert(Moment(fact: base, months: number)) }
        case .reached(let moment): found.insert(moment)
        case nil, .order, .region, .referenceDate, .outcome: break
        }
      }
    }
    return found.sorted {
      ($0.years, $0.months, $0.days, $0.alignment?.rawValue ?? "")
        < ($1.years, $1.months, $1.days, $1.alignment?.rawValue ?? "")
    }
  }
}

extension Profile {
  /// The days a date fact may lie on; nil when it never happened or is taken not to have.
  fileprivate func range(of fact: Int, _ described: Fact) -> DateRange? {
    switch self[fact] {
    case nil: described.usual == nil ? .anyDay : nil
    case .days(let range): range
    default: nil
    }
  }
}
