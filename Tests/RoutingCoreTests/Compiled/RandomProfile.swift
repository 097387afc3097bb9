@testable import RoutingCore

extension Seeded {
  /// A profile that says something of some facts, possible or not.
  mutating func profile(_ rulebook: Rulebook, around date: CalendarDate, silence: Int) -> Profile {
    var profile = Profile()
    for (fact, described) in rulebook.vocabulary.facts.enumerated() {
      guard described.isGiven, described.means == nil, below(100) >= silence else { continue }
      switch described.kind {
      case .yesNo, .choice: profile[fact] = .choice(below(described.choices.count))
      case .number: profile[fact] = .number(below(5))
      case .municipality:
        profile[fact] = .municipality(below(rulebook.municipalities.names.count))
      case .text: profile[fact] = .text("school")
      case .date:
        if described.allowsNoDate, below(4) == 0 {
          profile[fact] = .noDate
          continue
        }
        // Births lie years back, other dates around the day asked about.
        let years = described.name == "geboortedatum" ? 12 + below(17) : below(4)
        let first = date.adding(days: -years * 365 - below(400) + (years == 0 ? 500 : 0))
        let length = below(3) == 0 ? below(500) : 0
        profile[fact] = .days(DateRange(first: first, last: first.adding(days: length)))
      }
    }
    return profile
  }
}
