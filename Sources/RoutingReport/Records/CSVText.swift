import RoutingCore

/// Records as comma-separated values, for a Dutch Excel or for programs.
enum CSVText {
  /// Who reads it.
  enum Dialect: String, CaseIterable {
    /// A Dutch Excel: semicolons, a byte-order mark, and nothing that it would take for a formula.
    case nl
    /// Programs, by RFC 4180: commas and the values as they are.
    case rfc4180

    /// What stands between values.
    var separator: String { self == .nl ? ";" : "," }
  }

  /// The records with their header, every line ended by CR LF as both dialects want.
  static func text(_ records: Sheet.Records, _ dialect: Dialect) -> String {
    line(records.columns, dialect, isFirst: true)
      + records.rows.map { line($0, dialect, isFirst: false) }.joined()
  }

  /// One line; the first one begins with a byte-order mark where the dialect wants it.
  static func line(_ values: [String], _ dialect: Dialect, isFirst: Bool) -> String {
    (dialect == .nl && isFirst ? "\u{FEFF}" : "")
      + values.map { field($0, dialect) }.joined(separator: dialect.separator) + "\r\n"
  }

  /// A value with the quotation marks it needs.
  static func field(_ value: String, _ dialect: Dialect) -> String {
    let separator = dialect.separator
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
