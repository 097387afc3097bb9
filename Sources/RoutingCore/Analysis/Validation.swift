/// What checking rules comes to: everything wrong with them, and what was proved.
public struct Validation: Sendable {
  /// How far to look.
  public enum Depth: Sendable {
    /// The form and the proof; worked cases are run.
    case proof
    /// And every mutation of the rules, against the worked cases.
    case mutation
  }

  /// What is wrong, sorted by place.
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
    do {
      let rulebook = try RulebookLoader.load(rules)
      let law = try LawTables(of: rulebook)
      for agreement in rulebook.agreements where agreement.kind != .law {
        _ = try Chain(agreement, after: law, of: rulebook)
      }
    } catch {
      faults += error.all
    }
    findings = Diagnostics(faults).all
    certificate = nil
    suggestions = []
  }
}
