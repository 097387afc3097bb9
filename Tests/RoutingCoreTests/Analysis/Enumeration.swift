@testable import RoutingCore

/// What a youth is, fact by fact, without any boxes.
struct Somebody {
  /// One fact.
  enum Value: Equatable {
    case absent
    case choice(Int)
    case number(Int)
    case day(CalendarDate)
  }

  let date: CalendarDate
  /// By the place of the fact; what tables answer is filled in as they are asked.
  var values: [Value]
  /// The rule that decided, by the place of the table; nil where none held.
  var rules: [Int?] = []
}

/// Every youth of a small world on a few days, asked table by table and rule by rule.
struct Enumeration {
  let chain: Chain
  /// Where some rule of some chain changes its mind.
  let cuts: Cuts
  private var facts: [Fact] { chain.vocabulary.facts }

  // MARK: Asking

  /// Whether all constraints of an alternative hold for somebody.
  func holds(_ match: Match, for somebody: Somebody, daysLater: (fact: Int, days: Int)? = nil)
    -> Bool
  {
    match.alternatives.contains { alternative in
      alternative.allSatisfy { fact, constraint in
        var value = somebody.values[fact]
        if let daysLater, daysLater.fact == fact {
          value = computed(fact, somebody, on: somebody.date.adding(days: daysLater.days))
        }
        return switch (value, constraint) {
        case (.choice(let choice), .values(let mask)): mask & 1 << UInt64(choice) != 0
        case (.number(let number), .numbers(let ranges)): ranges.contains { $0.contains(number) }
        case (.day(let day), .days(let ranges)): ranges.contains { $0.contains(day) }
        default: false
        }
      }
    }
  }

  /// The rule of a table that decides.
  func deciding(_ table: Int, for somebody: Somebody) -> Int? {
    chain.tables[table].rules.firstIndex { holds($0.match, for: somebody) }
  }

  /// Somebody with the tables asked one after the other.
  func asked(_ somebody: Somebody) -> Somebody {
    var somebody = somebody
    for (table, described) in chain.tables.enumerated() {
      let rule = deciding(table, for: somebody)
      somebody.rules.append(rule)
      let answer = rule.flatMap { described.rules[$0].answer }
      somebody.values[described.outcome] = answer.map { .choice($0) } ?? .absent
    }
    return somebody
  }

  /// A fact that is computed from others.
  func computed(_ fact: Int, _ somebody: Somebody, on date: CalendarDate) -> Somebody.Value {
    func day(_ fact: Int) -> CalendarDate? {
      if case .day(let day) = somebody.values[fact] { return day }
      return nil
    }
    let schoolYear = chain.rulebook.schoolYear
    switch facts[fact].derivation {
    case .years(let base): return day(base).map { .number($0.years(until: date)) } ?? .absent
    case .months(let base): return day(base).map { .number($0.months(until: date)) } ?? .absent
    case .reached(let moment):
      return day(moment.fact).map {
        .choice(moment.day(from: $0, schoolYear: schoolYear) <= date ? 0 : 1)
      } ?? .absent
    case .order(let base, let moment):
      guard let own = day(base), let other = day(moment.fact) else { return .absent }
      let known = moment.day(from: other, schoolYear: schoolYear)
      return .choice(own < known ? 0 : own == known ? 1 : 2)
    case .region(let base): return somebody.values[base]
    case .referenceDate: return .day(date)
    case .outcome, nil: return .absent
    }
  }

  // MARK: Making

  /// Everybody who can exist on a day, as far as makes a difference.
  func everybody(on date: CalendarDate) -> [Somebody] {
    let given = facts.indices.filter { facts[$0].derivation == nil }
    let nobody = Somebody(date: date, values: facts.map { _ in .absent })
    var result = [completed(nobody)]
    for fact in given {
      result = result.flatMap { somebody -> [Somebody] in
        if let applies = facts[fact].applies, !holds(applies, for: somebody) { return [somebody] }
        return values(of: fact, for: somebody).map { value in
          var other = somebody
          other.values[fact] = value
          return completed(other)
        }
      }
    }
    return result.filter(exists)
  }

  /// Whether nothing about somebody is impossible.
  func exists(_ somebody: Somebody) -> Bool {
    !chain.rulebook.impossible.contains { holds($0.match, for: somebody) }
  }

  private func completed(_ somebody: Somebody) -> Somebody {
    var somebody = somebody
    for (fact, described) in facts.enumerated() where described.derivation != nil {
      somebody.values[fact] = computed(fact, somebody, on: somebody.date)
    }
    return somebody
  }

  private func values(of fact: Int, for somebody: Somebody) -> [Somebody.Value] {
    switch facts[fact].kind {
    case .yesNo, .choice: return facts[fact].choices.indices.map { .choice($0) }
    // Its place among the regions: the first one, or none.
    case .municipality: return [.choice(0), .choice(1)]
    case .date: return days(fact, somebody).map { .day($0) }
    case .number, .text: return []
    }
  }

  /// The days around which something computed from a date changes.
  private func days(_ fact: Int, _ somebody: Somebody) -> [CalendarDate] {
    var days: Set<CalendarDate> = []
    let date = somebody.date
    func around(_ day: CalendarDate) { days.formUnion([day, day.adding(days: 1)]) }
    for (dependent, described) in facts.enumerated() {
      switch described.derivation {
      case .years(fact): cuts.numbers[dependent].forEach { around(date.adding(years: -$0)) }
      case .months(fact): cuts.numbers[dependent].forEach { around(date.adding(months: -$0)) }
      case .reached(let moment) where moment.fact == fact:
        around(date.adding(years: -moment.years))
      case .order(fact, let moment):
        if case .day(let other) = somebody.values[moment.fact] {
          let known = moment.day(from: other, schoolYear: chain.rulebook.schoolYear)
          around(known)
          days.insert(known.adding(days: -1))
        }
      default: break
      }
    }
    return days.sorted()
  }

  /// The youth of an example.
  func somebody(_ youth: Youth) -> Somebody? {
    var somebody = completed(Somebody(date: youth.date, values: facts.map { _ in .absent }))
    for (fact, described) in facts.enumerated() where described.derivation == nil {
      if let applies = described.applies, !holds(applies, for: somebody) { continue }
      let stated = youth.facts.first { $0.name == described.name }?.value
      guard let word = stated ?? described.usual else { return nil }
      switch described.kind {
      case .date:
        guard let day = try? DateRange(parsing: word), day.isExact else { return nil }
        somebody.values[fact] = .day(day.first)
      case .municipality: somebody.values[fact] = .choice(word == "Aardstad" ? 0 : 1)
      default:
        guard let choice = described.choiceIndex(word) else { return nil }
        somebody.values[fact] = .choice(choice)
      }
      somebody = completed(somebody)
    }
    let known = Set(facts.map(\.name))
    return youth.facts.allSatisfy { known.contains($0.name) } ? somebody : nil
  }
}
