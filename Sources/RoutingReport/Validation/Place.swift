import RoutingCore

/// Where a finding stands, as its reader can open it.
struct Place {
  let path: String
  let start: (line: Int, column: Int)
  /// Just behind its last character.
  let end: (line: Int, column: Int)

  /// - Parameter folder: the folder of rules as it was typed; nil for the rules inside the program.
  init(_ span: SourceSpan, below folder: String?) {
    let separator = folder?.hasSuffix("/") == true ? "" : "/"
    path = (folder.map { $0 + separator } ?? "") + span.file.path
    start = span.position
    end = span.file.position(at: span.range.upperBound)
  }

  /// `rules/facts.json:12:5`.
  var text: String { "\(path):\(start.line):\(start.column)" }
}
