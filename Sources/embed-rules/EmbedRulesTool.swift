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
    var source = "/// The rule files this program was built with: path and text.\n"
    source += "let embeddedRules: [(path: String, text: StaticString)] = [\n"
    var fingerprint = Fingerprint()
    for path in arguments.dropFirst(2).sorted() {
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      fingerprint.update("\(path) \(text.utf8.count)\n")
      fingerprint.update(text)
      // The literal drops the line break before its closing quotes, so one is added.
      source += "  (\"\(path)\", ###\"\"\"\n\(text)\n\"\"\"###),\n"
    }
    source += "]\n"
    source += "/// The fingerprint of these files, as reading them computes it.\n"
    source += "let embeddedHash = \"\(fingerprint.digits)\"\n"
    try source.write(to: URL(fileURLWithPath: arguments[0]), atomically: true, encoding: .utf8)
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
