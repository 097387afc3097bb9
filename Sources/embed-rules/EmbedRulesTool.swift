import Foundation

/// Writes rule files as raw string literals, and their fingerprint: `embed-rules OUTPUT RULES-FOLDER FILE...`.
@main
struct EmbedRulesTool {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2 else {
      throw Usage()
    }
    let root = URL(fileURLWithPath: arguments[1])
    let paths = arguments.dropFirst(2).sorted()
    let rules = try paths.filter { !isCase($0) }.map { try File($0, in: root) }
    let cases = try paths.filter(isCase).map { try File($0, in: root) }
    var fingerprint = Fingerprint()
    for file in rules {
      fingerprint.update("\(file.path) \(file.text.utf8.count)\n")
      fingerprint.update(file.text)
    }
    let source = """
      /// The rule files this program was built with: path and text.
      let embeddedRules: [(path: String, text: StaticString)] = [
      \(literals(rules))]
      /// The worked cases beside them; they prove the rules and decide nothing.
      let embeddedCases: [(path: String, text: StaticString)] = [
      \(literals(cases))]
      /// The fingerprint of the rule files, as reading them computes it.
      let embeddedHash = "\(fingerprint.digits)"

      """
    try source.write(to: URL(fileURLWithPath: arguments[0]), atomically: true, encoding: .utf8)
  }

  /// A file to carry.
  struct File {
    let path: String
    let text: String

    init(_ path: String, in root: URL) throws {
      self.path = path
      text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
  }

  static func isCase(_ path: String) -> Bool { path.contains("/cases/") }

  /// Paths and texts as elements of an array.
  static func literals(_ files: [File]) -> String {
    // The literal drops the line break before its closing quotes, so one is added.
    files.map { "  (\"\($0.path)\", ###\"\"\"\n\($0.text)\n\"\"\"###),\n" }.joined()
  }

  /// FNV-1a with 64 bits, as `ContentHash` of RoutingCore: a test holds them together.
  struct Fingerprint {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func update(_ text: String) {
      for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }

    var digits: String {
      let digits = String(state, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
  }

  struct Usage: Error, CustomStringConvertible {
    var description: String { "usage: embed-rules OUTPUT RULES-FOLDER FILE..." }
  }
}
