import RoutingCore
import RoutingReport

extension JongerenRoute {
  /// Checks the rules of a folder, or those inside the program, with their worked cases.
  static func validate(_ options: Options) throws(Diagnostic) -> Answer {
    let folder = rulesFolder(options)
    let rules: [SourceFile]
    let cases: [SourceFile]
    if let folder {
      rules = try Files.rules(in: folder)
      cases = try Files.cases(in: folder)
    } else {
      rules = files(embeddedRules)
      cases = files(embeddedCases)
    }
    let depth: Validation.Depth =
      options.wantsSuggestions ? .suggestion : options.wantsMutants ? .mutation : .proof
    let validation = Validation(
      rules: rules, cases: cases, on: options.date ?? today(), depth: depth)
    let report = ValidationReport(validation, folder: folder, options.language)
    let status: Status = fails(validation.findings, options.failOn) ? .findings : .done
    switch options.format {
    case .json: return Answer(text: report.json.text, status: status)
    case .github: return Answer(text: report.workflowCommands, status: status)
    case .text, .markdown, .csv, .ics, .svg, .html:
      guard options.wantsSuggestions else { return Answer(text: report.text, status: status) }
      // The cases alone, so that they can be sent to a file.
      return Answer(text: report.suggestedCases.text, remarks: report.text, status: status)
    }
  }

  private static func fails(_ findings: [Diagnostic], _ failOn: Options.FailOn) -> Bool {
    switch failOn {
    case .error: findings.contains { $0.severity == .error }
    case .warning: !findings.isEmpty
    case .never: false
    }
  }
}
