/// The kinds of days an agreement answers for.
///
/// **Definition.** Two days are of one kind when every rule cuts profile space alike on both: what is
/// shown for one of them holds for the other.
struct DayKinds {
  /// The first day of each kind, in order.
  let firsts: [CalendarDate]
  /// The days looked at.
  let days: DateRange

  /// What is compared: per date fact the stretches its days fall into, and the period of the law.
  private struct Pattern: Hashable {
    var marks: [Int] = []
  }

  init(_ chain: Chain, days: DateRange, cuts: Cuts) {
    var seen: Set<Pattern> = []
    var firsts: [CalendarDate] = []
    var day = days.first
    while day <= days.last {
      if seen.insert(DayKinds.pattern(chain, day, cuts)).inserted { firsts.append(day) }
      day = day.adding(days: 1)
    }
    self.firsts = firsts
    self.days = days
  }

  private static func pattern(_ chain: Chain, _ day: CalendarDate, _ cuts: Cuts) -> Pattern {
    var pattern = Pattern()
    let cutter = DateCutter(chain: chain, cuts: cuts, date: day)
    let facts = chain.vocabulary.facts
    for (fact, described) in facts.enumerated() {
      if described.isReferenceDate {
        pattern.marks.append(cuts.days[fact].filter { $0 <= day }.count)
        continue
      }
      guard described.kind == .date, described.derivation == nil else { continue }
      for stretch in cutter.stretches(of: .anyDay, fact: fact) {
        pattern.marks.append(-1 - cuts.days[fact].filter { $0 <= stretch.first }.count)
        for dependent in chain.dependents[fact] {
          switch facts[dependent].derivation {
          case .years:
            let years = stretch.first.years(until: day)
            pattern.marks.append(cuts.numbers[dependent].filter { $0 <= years }.count)
          case .months:
            let months = stretch.first.months(until: day)
            pattern.marks.append(cuts.numbers[dependent].filter { $0 <= months }.count)
          case .reached(let moment):
            let schoolYear = chain.rulebook.schoolYear
            for shift in cuts.shifts {
              let reached = moment.shifted(by: shift).day(
                from: stretch.first, schoolYear: schoolYear)
              pattern.marks.append(reached <= day ? 1 : 0)
            }
          default: break
          }
        }
      }
    }
    return pattern
  }
}
