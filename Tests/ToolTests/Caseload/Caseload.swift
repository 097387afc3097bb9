import Foundation
import RoutingCore
import Testing

/// A made-up caseload, and what the program says of it.
enum Caseload {
  static let header = [
    "sleutel", "geboortedatum", "woongemeente", "huidigeSchool", "verlatenSchool",
    "verlatenLeerweg", "uitschrijfdatum", "papier", "hoogsteDiploma", "bijstand",
  ]
  /// Rows that are answered, with days as a Dutch spreadsheet writes them in the second form.
  static func rows(dutch: Bool) -> [[String]] {
    func day(_ text: String) -> String {
      dutch ? text.split(separator: "-").reversed().joined(separator: "-") : text
    }
    return [
      [
        "a1", day("2007-03-14"), "Oss", "geen", "mbo-2", "bol", day("2026-02-01"), "geen", "geen",
        dutch ? "Nee" : "nee",
      ],
      ["a2", day("2008-01-31"), "Súdwest-Fryslân", "pro", "", "", "", "", "", dutch ? "Ja" : "ja"],
      [
        "a3", day("2006-12-24"), "'s-Hertogenbosch", "geen", "pro", "", day("2026-07-15"),
        "schooldiploma", "pro", "",
      ],
    ]
  }

  /// A text of rows.
  static func text(
    _ rows: [[String]], separator: String = ";", end: String = "\n", header: [String] = header
  ) -> String {
    ([header] + rows).map { row in
      row.map { $0.contains(separator) || $0.contains("\"") ? quoted($0) : $0 }
        .joined(separator: separator) + end
    }.joined()
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  /// Answers a file.
  static func run(_ path: String, _ options: [String] = [], on date: String = "2026-11-21") throws
    -> Tool.Run
  {
    try Tool.run(["caseload", path, "--on", date] + options)
  }

  /// The lines of a run as JSON objects.
  static func objects(_ run: Tool.Run) throws -> [[String: Any]] {
    try run.output.split(separator: "\n").map { line in
      try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
  }
}
