/// Makes a real youth, with dates that fit together, of a box of youths who can all exist.
struct Witness {
  let space: ProfileSpace

  private var setting: Setting { space.setting }
  private var vocabulary: Vocabulary { setting.chain.vocabulary }
  private var rulebook: Rulebook { setting.chain.rulebook }

  /// A youth within a box, as a profile; nil when no dates within it fit together.
  ///
  /// Where the box leaves a choice the usual value is taken, so that it need not be stated.
  func youth(in box: Box) -> (youth: Youth, profile: Profile)? {
    guard let days = days(in: box) else { return nil }
    var profile = Profile()
    var facts: [(name: String, value: String)] = []
    for (fact, described) in vocabulary.facts.enumerated() {
      guard described.derivation == nil, described.means == nil else { continue }
      if described.kind == .date {
        guard let day = days[fact] else { continue }
        profile[fact] = .days(DateRange(day))
        facts.append((described.name, "\(day)"))
        continue
      }
      let cells = box.cells[fact]
      guard cells != Box.notApplicable else { continue }
      switch described.kind {
      case .yesNo, .choice:
        let open = described.choices.indices.filter { cells & Box.cell(ofChoice: $0) != 0 }
        guard !open.isEmpty else { continue }
        let silent = (described.usual ?? described.absent).flatMap(described.choiceIndex)
        if let silent, open.contains(silent) { continue }
        profile[fact] = .choice(open[0])
        facts.append((described.name, described.choices[open[0]].value))
      case .number:
        let cuts = [0] + setting.cuts.numbers[fact].filter { $0 > 0 }
        let silent = (described.usual ?? described.absent).flatMap { Int($0) }
        let fitting = (silent.map { [$0] } ?? []) + cuts
        guard let number = fitting.first(where: { isIn(cells, $0, fact) }) else { return nil }
        if number == silent { continue }
        profile[fact] = .number(number)
        facts.append((described.name, "\(number)"))
      case .municipality:
        guard let place = municipality(fact, box) else { return nil }
        profile[fact] = .municipality(place)
        facts.append((described.name, rulebook.municipalities.names[place]))
      case .date, .text: continue
      }
    }
    let home = vocabulary.home.flatMap { profile[$0] }
    facts.removeAll { name, value in
      guard let fact = vocabulary.index(of: name), vocabulary.standIn(for: fact) != nil,
        fact != vocabulary.home, case .municipality(let own) = profile[fact],
        case .municipality(let other) = home, own == other
      else { return false }
      profile[fact] = nil
      return true
    }
    return (Youth(facts: facts, date: setting.date), profile)
  }

  private func isIn(_ cells: UInt64, _ number: Int, _ fact: Int) -> Bool {
    cells & setting.cell(ofNumber: number, fact: fact) != 0
  }

  /// A municipality of an agreement the box allows; one of no agreement when that is open.
  private func municipality(_ fact: Int, _ box: Box) -> Int? {
    let names = rulebook.municipalities.names
    let region = vocabulary.facts.firstIndex { described in
      if case .region(let base) = described.derivation { return base == fact }
      return false
    }
    let cells = region.map { box.cells[$0] } ?? UInt64.max
    for (place, agreement) in rulebook.regions.enumerated()
    where cells & Box.cell(ofChoice: place) != 0 {
      if let name = agreement.municipalities.first { return names.firstIndex(of: name) }
    }
    guard cells & Box.cell(ofChoice: rulebook.regions.count) != 0 else { return nil }
    return rulebook.municipality(in: rulebook.regions.count).flatMap { names.firstIndex(of: $0) }
  }

  /// A day for each date that applies, so that dates compared with each other compare as the box wants.
  private func days(in box: Box) -> [Int: CalendarDate]? {
    let dates = vocabulary.facts.indices.filter { fact in
      let described = vocabulary[fact]
      return described.kind == .date && described.derivation == nil && described.means == nil
        && box.cells[fact] & ~Box.notApplicable != 0
        // A date that may be absent is left out unless the box demands it.
        && !(box.cells[fact] & Box.notApplicable != 0)
    }
    let orders = vocabulary.facts.indices.compactMap { fact -> Order? in
      guard case .order(let base, let moment) = vocabulary[fact].derivation else { return nil }
      return Order(base: base, moment: moment, cells: box.cells[fact])
    }
    var chosen: [Int: CalendarDate] = [:]
    return assign(dates[...], box, orders, &chosen) ? chosen : nil
  }

  /// Two dates that are compared, and how they may compare.
  private struct Order {
    let base: Int
    let moment: Moment
    let cells: UInt64
  }

  private func assign(
    _ dates: ArraySlice<Int>, _ box: Box, _ orders: [Order], _ chosen: inout [Int: CalendarDate]
  ) -> Bool {
    guard let fact = dates.first else { return true }
    for day in candidates(fact, box, orders, chosen) {
      chosen[fact] = day
      let fits = orders.allSatisfy { order in
        guard order.base == fact || order.moment.fact == fact, let base = chosen[order.base],
          let other = chosen[order.moment.fact]
        else { return true }
        let known = order.moment.day(from: other, schoolYear: rulebook.schoolYear)
        let choice = base < known ? 0 : base == known ? 1 : 2
        return order.cells & Box.cell(ofChoice: choice) != 0
      }
      if fits, assign(dates.dropFirst(), box, orders, &chosen) { return true }
    }
    chosen[fact] = nil
    return false
  }

  /// Days that stand for all others: inside each stretch, its ends, and around the dates it is compared
  /// with.
  private func candidates(
    _ fact: Int, _ box: Box, _ orders: [Order], _ chosen: [Int: CalendarDate]
  ) -> [CalendarDate] {
    var stretches: [DateRange] = []
    for (index, stretch) in setting.stretches[fact].enumerated()
    where box.cells[fact] & Box.cell(ofChoice: index) != 0 {
      stretches.append(stretch)
    }
    // Of several stretches the one nearest to the reference date reads most naturally.
    stretches.sort { distance($0) < distance($1) }
    var result: [CalendarDate] = []
    for stretch in stretches {
      result += [stretch.example(near: setting.date), stretch.last, stretch.first]
      for order in orders {
        if order.base == fact, let other = chosen[order.moment.fact] {
          let known = order.moment.day(from: other, schoolYear: rulebook.schoolYear)
          result += [known, known.adding(days: -1), known.adding(days: 1)]
            .filter { stretch.first <= $0 && $0 <= stretch.last }
        }
        if order.moment.fact == fact, let base = chosen[order.base] {
          // Undoing a shift of whole years and months lands at most a few days off.
          let near = base.adding(years: -order.moment.years).adding(months: -order.moment.months)
            .adding(days: -order.moment.days)
          result += (-4...4).map { near.adding(days: $0) }
            .filter { stretch.first <= $0 && $0 <= stretch.last }
        }
      }
    }
    return result
  }

  private func distance(_ stretch: DateRange) -> Int {
    if stretch.first > setting.date { return stretch.first.dayNumber - setting.date.dayNumber }
    if stretch.last < setting.date { return setting.date.dayNumber - stretch.last.dayNumber }
    return 0
  }
}
