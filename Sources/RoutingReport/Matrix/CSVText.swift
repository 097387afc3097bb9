import RoutingCore

/// Records as comma-separated values, for a Dutch Excel or for programs.
enum CSVText {
  /// Who reads it.
  enum Dialect: String, CaseIterable {
    /// A Dutch Excel: semicolons, a byte-order mark, and nothing that it would take for a formula.
    case nl
    /// Programs, by RFC 4180: commas and the values as they are.
    case rfc4180
  }

  /// The records with their header, every line ended by CR LF as both dialects want.
  static func text(_ records: Sheet.Records, _ dialect: Dialect) -> String {
    let separator = dialect == .nl ? ";" : ","
    let lines = ([records.columns] + records.rows).map { values in
      values.map { field($0, separator, dialect) }.joined(separator: separator) + "\r\n"
    }
    return (dialect == .nl ? "\u{FEFF}" : "") + lines.joined()
  }

  private static func field(_ value: String, _ separator: String, _ dialect: Dialect) -> String {
    let visible = Printable.visible(value)
    let text = dialect == .nl ? harmless(visible) : visible
    let needsQuotes = text.unicodeScalars.contains { scalar in
      scalar == "\"" || scalar == "\n" || scalar == "\r"
        || separator.unicodeScalars.contains(scalar)
    }
    guard needsQuotes || text.first == " " || text.last == " " else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// A value that a spreadsheet does not take for a formula: an apostrophe goes before it.
  private static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return "=+-@\t\r".unicodeScalars.contains(first) ? "'" + text : text
  }
}
