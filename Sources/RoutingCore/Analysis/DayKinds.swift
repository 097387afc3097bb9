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

  /// One day alone.
  init(_ day: CalendarDate) {
    firsts = [day]
    days = DateRange(day)
  }

  /// - Parameter borders: days before which other rules answer than after.
  init(_ chain: Chain, days: DateRange, cuts: Cuts, borders: [CalendarDate]) {
    var seen: Set<Pattern> = []
    var firsts: [CalendarDate] = []
    var day = days.first
    while day <= days.last {
      var pattern = DayKinds.pattern(chain, day, cuts)
      pattern.marks.append(borders.count { $0 <= day })
      if seen.insert(pattern).inserted { firsts.append(day) }
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
        pattern.marks.append(cuts.days[fact].count { $0 <= day })
        continue
      }
      guard described.kind == .date, described.derivation == nil else { continue }
      for stretch in cutter.stretches(of: .anyDay, fact: fact) {
        pattern.marks.append(-1 - cuts.days[fact].count { $0 <= stretch.first })
        for dependent in chain.dependents[fact] {
          switch facts[dependent].derivation {
          case .years:
            for shift in cuts.shifts {
              let years = stretch.first.years(until: day.adding(days: shift))
              let numbers = cuts.numbers(of: dependent, shiftedBy: shift)
              pattern.marks.append(numbers.count { $0 <= years })
            }
          case .months:
            for shift in cuts.shifts {
              let months = stretch.first.months(until: day.adding(days: shift))
              let numbers = cuts.numbers(of: dependent, shiftedBy: shift)
              pattern.marks.append(numbers.count { $0 <= months })
            }
          case .reached(let moment):
            let reached = moment.day(from: stretch.first, schoolYear: chain.rulebook.schoolYear)
            for shift in cuts.shifts {
              pattern.marks.append(reached <= day.adding(days: shift) ? 1 : 0)
            }
          default: break
          }
        }
      }
    }
    return pattern
  }
}
