/// The first and the last day of each agreement moved by a day, held against the worked cases.
struct PeriodMutants {
  private(set) var made = 0
  private(set) var caught = 0
  private(set) var findings: [Diagnostic] = []

  /// A case notices when it states which agreement answers on a day that would change hands.
  init(_ answering: Answering, cases: [WorkedCase]) {
    let stated = cases.filter { $0.agreement != nil }
    for agreement in answering.rulebook.regions {
      let bounds = [agreement.valid.from, agreement.valid.below].compactMap(\.self)
      // Moved back a bound gives away the day before it, moved on the day itself.
      for day in bounds.flatMap({ [$0.adding(days: -1), $0] }) {
        made += 1
        let isNoticed = stated.contains { worked in
          guard worked.date == day,
            let profile = try? CaseRun(worked: worked, answering: answering).profile()
          else { return false }
          return PeriodMutants.isInside(profile, answering.chain(agreement), on: day)
        }
        if isNoticed {
          caught += 1
        } else {
          findings.append(PeriodMutants.finding(agreement, day))
        }
      }
    }
  }

  /// Whether an agreement would hold for a youth on a day, its period apart.
  private static func isInside(_ profile: Profile, _ chain: Chain, on day: CalendarDate) -> Bool {
    guard let scope = chain.table(TableName.scope.rawValue) else { return true }
    let setting = Setting(chain, profile, on: day)
    guard let region = try? Region(profile, in: setting),
      let pieces = try? Evaluation(setting: setting, region: region).pieces(of: scope)
    else { return false }
    return pieces.allSatisfy { chain.tables[scope].rules[$0.rules[scope]].answer == 0 }
  }

  private static func finding(_ agreement: Agreement, _ day: CalendarDate) -> Diagnostic {
    Diagnostic(
      .survivingMutant,
      Text(
        nl: "geen geval merkt dat de afspraken op \(day) beginnen of eindigen",
        en: "no case notices that the agreement starts or ends on \(day)"),
      help: Text(
        nl: "voeg een geval toe op \(day), met `agreement`",
        en: "add a case on \(day), with `agreement`"),
      at: agreement.span)
  }
}
