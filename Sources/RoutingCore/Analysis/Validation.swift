/// What checking rules comes to: everything wrong with them, and what was proved.
public struct Validation: Sendable {
  /// How far to look.
  public enum Depth: Sendable {
    /// The form and the proof; worked cases are run.
    case proof
    /// And every mutation of the rules, against the worked cases.
    case mutation
    /// And worked cases are made for the mutants that nobody caught.
    case suggestion
  }

  /// What is wrong: faults of the rules, dead rules, cases that differ, warnings, each by place.
  public let findings: [Diagnostic]
  /// What was proved; nil when faults of form kept the rules from being read.
  public let certificate: Certificate?
  /// Worked cases that would catch the mutants nobody caught.
  public let suggestions: [WorkedCase]

  /// Checks rules with their worked cases.
  ///
  /// - Parameters:
  ///   - date: the day on which contacts and validity are judged.
  public init(rules: [SourceFile], cases: [SourceFile], on date: CalendarDate, depth: Depth) {
    var faults: [Diagnostic] = []
    var worked: [WorkedCase] = []
    for file in cases {
      do { worked += try WorkedCase.read(file) } catch { faults += error.all }
    }
    do {
      let rulebook = try RulebookLoader.load(rules)
      let checks = Checks(of: rulebook, cases: worked)
      let proofs = checks.proofs(isFine: false)
      let broken = checks.tableFindings(proofs) + checks.dutyFindings(proofs)
      let run = checks.caseFindings()
      let unpinned = checks.unpinned(proofs, beside: broken)
      faults +=
        broken + run.flatMap(\.self) + unpinned.findings + checks.coverageFindings()
        + checks.agreementFindings(proofs, on: date)
      faults += checks.repeatedCases()
      var mutants: Certificate.Mutants?
      var suggestions: [WorkedCase] = []
      if depth != .proof {
        if let mutation = checks.mutation() {
          let periods = checks.periods()
          mutants = Certificate.Mutants(
            made: mutation.made + periods.made, caught: mutation.caught + periods.caught,
            equivalent: mutation.equivalent)
          if depth == .suggestion { suggestions = mutation.suggestions() }
          faults += mutation.findings(beside: unpinned.rules) + periods.findings
        } else {
          faults.append(checks.tooFine())
        }
      }
      self.suggestions = suggestions
      certificate = checks.certificate(
        proofs, findings: broken, passed: run.count(where: \.isEmpty), mutants: mutants,
        hash: rulebook.hash)
    } catch {
      faults += error.all
      certificate = nil
      suggestions = []
    }
    findings = Validation.sorted(faults)
  }

  /// Causes go before what may follow from them: other faults of the rules, rules that never answer, the
  /// cases that show it, and warnings; within each by place.
  private static func sorted(_ faults: [Diagnostic]) -> [Diagnostic] {
    func rank(_ fault: Diagnostic) -> Int {
      if fault.severity == .warning { return 3 }
      return fault.code == .caseDiffers ? 2 : fault.code == .deadRule ? 1 : 0
    }
    return (0...3).flatMap { wanted in Diagnostics(faults.filter { rank($0) == wanted }).all }
  }
}
