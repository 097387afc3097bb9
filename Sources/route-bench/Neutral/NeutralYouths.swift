import RoutingCore

/// The invented youths that go with the neutral rules, letter for letter those other engines are given.
struct NeutralYouths {
  private var random: Twister
  private var number = 0
  private static let start =
    CalendarDate(year: 2026, month: 1, day: 1) ?? CalendarDate(dayNumber: 0)

  init(seed: UInt32 = 20_260_907) { random = Twister(seed: seed) }

  /// The next youth as a line, its end included.
  mutating func next() -> String {
    let on = NeutralYouths.start.adding(days: random.below(365))
    let age = 14 + random.weighted([1, 2, 6, 8, 9, 9, 9, 9, 8, 8, 8, 7, 7, 2, 1, 1])
    let enrolled = random.weighted([60, 6, 5, 5, 16, 5, 3])
    var left = random.happens(0.08) ? 0 : random.weighted([1, 10, 12, 12, 40, 12, 6])
    if enrolled != 0, random.happens(0.7) { left = 0 }
    let benefit = random.weighted([60, 12, 14, 6, 8])
    var members: [(String, String)] = []
    func text(_ word: String) -> String { "\"\(word)\"" }
    func value(_ name: String, _ place: Int) -> String {
      text(NeutralRules.values(of: name)[place])
    }
    func flag(_ isTrue: Bool) -> String { isTrue ? "true" : "false" }
    func add(_ name: String, _ value: String) { members.append((name, value)) }
    add("id", text("j" + String(repeating: "0", count: 7 - String(number).count) + String(number)))
    add("birthDate", text(on.adding(days: -age * 365 - random.below(365)).description))
    add("on", text(on.description))
    add("region", flag(random.happens(0.97)))
    add("enrolledAt", value("enrolledAt", enrolled))
    let isVocational = enrolled == 4 || left == 4
    add("mboLevel", String(isVocational ? 1 + random.below(4) : 0))
    add("track", isVocational ? text(["bol", "bbl"][random.below(2)]) : text("geen"))
    add("extraneus", flag(enrolled == 4 && random.happens(0.08)))
    add("finalYear", flag(enrolled != 0 && random.happens(0.45)))
    add("leftFrom", value("leftFrom", left))
    add(
      "leftSchoolOn",
      left == 0 ? "null" : text(on.adding(days: -Int(random.exponential(mean: 400))).description))
    add("outflowProfile", value("outflowProfile", random.below(4)))
    add("diploma", value("diploma", random.weighted([30, 18, 10, 12, 8, 8, 6, 4, 4])))
    add("occupation", value("occupation", random.weighted([45, 15, 22, 8, 10])))
    add("benefit", value("benefit", benefit))
    add("wwWeeksLeft", benefit == 1 ? String(random.below(40)) : "null")
    add("doelgroepregister", flag(random.happens(0.18)))
    add("supportLevel", String(1 + random.below(3)))
    for (name, share) in zip(NeutralRules.needs, [0.25, 0.3, 0.35, 0.25, 0.12]) {
      add(name, flag(random.happens(share)))
    }
    add("takenOverBy", value("takenOverBy", random.weighted([80, 6, 6, 4, 4])))
    add("absenceDays", String(Int(random.exponential(mean: 9))))
    add("consent", flag(random.happens(0.8)))
    number += 1
    return "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}\n"
  }
}
