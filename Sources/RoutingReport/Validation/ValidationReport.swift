public import RoutingCore

/// What checking rules came to, for people and for programs.
public struct ValidationReport: Sendable {
  let findings: [Diagnostic]
  let certificate: Certificate?
  let suggestions: [WorkedCase]
  let folder: String?
  let language: Language

  /// - Parameter folder: the folder of rules as it was typed; nil for the rules inside the program.
  public init(_ validation: Validation, folder: String?, _ language: Language) {
    self.init(
      findings: validation.findings, certificate: validation.certificate,
      suggestions: validation.suggestions, folder: folder, language)
  }

  init(
    findings: [Diagnostic], certificate: Certificate?, suggestions: [WorkedCase] = [],
    folder: String?, _ language: Language
  ) {
    self.findings = findings
    self.certificate = certificate
    self.suggestions = suggestions
    self.folder = folder
    self.language = language
  }

  var errors: [Diagnostic] { findings.filter { $0.severity == .error } }
  var warnings: [Diagnostic] { findings.filter { $0.severity == .warning } }

  func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }

  /// What is wrong and what to do, as one sentence.
  func sentence(_ finding: Diagnostic) -> String {
    finding.message[language] + (finding.help.map { "; " + $0[language] } ?? "")
  }

  /// What to type to see the youth of a finding.
  func command(_ youth: Youth) -> String {
    let rules = folder.map { ["--rules", $0] } ?? []
    let words = ["jongeren-route", "advise"] + youth.arguments + rules
    return words.map(Shell.word).joined(separator: " ")
  }

  /// `3 fouten, 1 waarschuwing`.
  func counts(_ findings: [Diagnostic]) -> String {
    let errors = findings.filter { $0.severity == .error }.count
    let warnings = findings.count - errors
    var parts: [String] = []
    if errors > 0 {
      parts.append(say(errors == 1 ? "1 fout" : "\(errors) fouten", plural(errors, "error")))
    }
    if warnings > 0 {
      parts.append(
        say(
          warnings == 1 ? "1 waarschuwing" : "\(warnings) waarschuwingen",
          plural(warnings, "warning")))
    }
    return parts.isEmpty ? say("geen fouten", "no errors") : parts.joined(separator: ", ")
  }

  private func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
