import RoutingCore

extension ValidationReport {
  /// GitHub shows at most ten annotations of a kind for one step.
  private static let annotationsShown = 10

  /// The findings as workflow commands, which GitHub shows beside the lines they are about: errors
  /// first, ten of a kind, then how many more; what was proved follows as plain lines.
  public var workflowCommands: String {
    let shown = [errors, warnings].flatMap { $0.prefix(Self.annotationsShown) }
    let rest = [errors, warnings].flatMap { $0.dropFirst(Self.annotationsShown) }
    var lines = shown.map(annotation)
    if !rest.isEmpty {
      let message = say(
        "en nog \(counts(rest)); `jongeren-route validate` toont ze zonder `--format github`",
        "and another \(counts(rest)); `jongeren-route validate` without `--format github` shows them"
      )
      lines.append(WorkflowCommands.command("notice", [], message))
    }
    let plain = certificate.map {
      CertificatePage($0, isValid: errors.isEmpty, language).page.text() + "\n"
    }
    return lines.map { $0 + "\n" }.joined()
      + WorkflowCommands.disarmed((plain ?? "") + counts(findings) + "\n")
  }

  private func annotation(_ finding: Diagnostic) -> String {
    var properties: [(String, String)] = []
    if let span = finding.span {
      let place = Place(span, below: folder)
      // GitHub knows files by their path from the root of the repository.
      let path = place.path.hasPrefix("./") ? String(place.path.dropFirst(2)) : place.path
      properties = [("file", path), ("line", "\(place.start.line)")]
      // GitHub takes columns only for findings on one line.
      if place.start.line == place.end.line {
        properties += [("col", "\(place.start.column)"), ("endColumn", "\(place.end.column)")]
      }
      properties.append(("endLine", "\(place.end.line)"))
    }
    properties.append(("title", finding.code.rawValue))
    let notes = finding.notes.map {
      "\(Place($0.span, below: folder).text): \($0.message[language])"
    }
    let lines = [sentence(finding)] + notes + details(finding)
    let message = lines.map(Printable.visible).joined(separator: "\n")
    return WorkflowCommands.command(finding.severity.rawValue, properties, message)
  }
}

/// The lines by which a program tells GitHub Actions something.
public enum WorkflowCommands {
  /// `::error file=rules/facts.json,line=3::what is wrong`.
  static func command(_ name: String, _ properties: [(name: String, value: String)], _ text: String)
    -> String
  {
    let list = properties.map { "\($0.name)=\(escaped($0.value, inProperty: true))" }
    let space = list.isEmpty ? "" : " "
    return "::\(name)\(space)\(list.joined(separator: ","))::\(escaped(text, inProperty: false))"
  }

  private static func escaped(_ text: String, inProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where inProperty: result += "%3A"
      case "," where inProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Text that holds no workflow command, whoever wrote it.
  ///
  /// A runner obeys a line that starts with `::`, white space before it skipped, and an older `##[`
  /// anywhere in a line. One character of these is written out.
  public static func disarmed(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var isStart = true
    for (place, scalar) in scalars.enumerated() {
      let rest = scalars[(place + 1)...]
      if isStart, scalar == ":", rest.first == ":" {
        result += "\\u{3a}".unicodeScalars
      } else if scalar == "#", rest.starts(with: ["#", "["]) {
        result += "\\u{23}".unicodeScalars
      } else {
        result.append(scalar)
      }
      let isBreak = scalar == "\n" || scalar == "\r"
      isStart = isBreak || (isStart && scalar.properties.isWhitespace)
    }
    return String(result)
  }
}
