import Foundation

/// What a GitHub Actions runner makes of the lines a program prints.
enum Runner {
  /// A command it obeys.
  struct Command {
    let name: String
    let properties: [String: String]
    let text: String
  }

  /// The commands in an output.
  static func commands(in output: String) -> [Command] {
    let scalars = output.unicodeScalars
    return scalars.split { $0 == "\n" || $0 == "\r" }.flatMap { command(String($0)) }
  }

  private static func command(_ line: String) -> [Command] {
    let trimmed = String(line.unicodeScalars.drop { $0.properties.isWhitespace })
    if trimmed.utf8.starts(with: "::".utf8) {
      let rest = String(trimmed.unicodeScalars.dropFirst(2))
      guard let end = rest.range(of: "::", options: .literal) else { return [] }
      let head = rest[..<end.lowerBound]
      let name = head.prefix { $0 != " " }
      var properties: [String: String] = [:]
      for pair in head.dropFirst(name.count + 1).components(separatedBy: ",") {
        let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
        if parts.count == 2 { properties[parts[0]] = unescaped(parts[1], inProperty: true) }
      }
      return [
        Command(
          name: String(name), properties: properties,
          text: unescaped(String(rest[end.upperBound...]), inProperty: false))
      ]
    }
    guard line.range(of: "##[", options: .literal) != nil else { return [] }
    return [Command(name: "##[", properties: [:], text: line)]
  }

  private static func unescaped(_ text: String, inProperty: Bool) -> String {
    var result = text
    var pairs = [("%0D", "\r"), ("%0A", "\n")]
    if inProperty { pairs += [("%3A", ":"), ("%2C", ",")] }
    for (code, character) in pairs + [("%25", "%")] {
      result = result.replacingOccurrences(of: code, with: character, options: .literal)
    }
    return result
  }
}
