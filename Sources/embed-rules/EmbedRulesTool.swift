import Foundation

/// Writes rule files as raw string literals: `embed-rules OUTPUT RULES-FOLDER FILE...`.
@main
struct EmbedRulesTool {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2 else {
      throw Usage()
    }
    let root = URL(fileURLWithPath: arguments[1])
    var source = "/// The rule files this program was built with: path and text.\n"
    source += "let embeddedRules: [(path: String, text: StaticString)] = [\n"
    for path in arguments.dropFirst(2) {
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      // The literal drops the line break before its closing quotes, so one is added.
      source += "  (\"\(path)\", ###\"\"\"\n\(text)\n\"\"\"###),\n"
    }
    source += "]\n"
    try source.write(to: URL(fileURLWithPath: arguments[0]), atomically: true, encoding: .utf8)
  }

  struct Usage: Error, CustomStringConvertible {
    var description: String { "usage: embed-rules OUTPUT RULES-FOLDER FILE..." }
  }
}
