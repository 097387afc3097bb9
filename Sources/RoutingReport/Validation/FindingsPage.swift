import RoutingCore

extension ValidationReport {
  /// More findings than this help nobody at once.
  private static let findingsShown = 100

  /// The findings as a compiler shows its own, with the lines they are about; then what was proved, and
  /// a last line that counts them.
  public var text: String {
    var parts = findings.prefix(Self.findingsShown).map(rendered)
    let rest = Array(findings.dropFirst(Self.findingsShown))
    if !rest.isEmpty { parts.append(say("en nog ", "and another ") + counts(rest) + "\n") }
    if let certificate {
      parts.append(CertificatePage(certificate, isValid: errors.isEmpty, language).page.text())
    }
    parts.append(counts(findings) + "\n")
    return WorkflowCommands.disarmed(parts.joined(separator: "\n"))
  }

  /// One finding with everything that belongs to it.
  private func rendered(_ finding: Diagnostic) -> String {
    var lines = located(
      finding.span, "\(finding.severity.rawValue): \(sentence(finding)) [\(finding.code.rawValue)]")
    for note in finding.notes {
      lines += located(note.span, "note: \(note.message[language])")
    }
    lines += details(finding)
    return lines.map { Printable.visible($0) + "\n" }.joined()
  }

  /// The example and the remedy of a finding, as lines.
  func details(_ finding: Diagnostic) -> [String] {
    var lines: [String] = []
    if let example = finding.example {
      lines += [say("  een voorbeeld:", "  an example:"), "    " + command(example)]
    }
    if !finding.remedy.isEmpty {
      lines.append(say("  zo kan het:", "  a remedy:"))
      lines += finding.remedy.map { "    " + $0 }
    }
    return lines
  }

  /// A message at its place, with the line it is about.
  private func located(_ span: SourceSpan?, _ message: String) -> [String] {
    guard let span else { return ["\(folder ?? "jongeren-route"): \(message)"] }
    let place = Place(span, below: folder)
    return ["\(place.text): \(message)"] + Excerpt(span).lines()
  }
}
