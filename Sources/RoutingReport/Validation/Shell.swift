/// Words as a shell takes them.
enum Shell {
  /// A word to paste on a command line: as it is when that is safe, in quotes otherwise.
  static func word(_ text: String) -> String {
    if !text.isEmpty, text.utf8.allSatisfy(isPlain) { return text }
    // By scalar: an apostrophe with an accent on it is still an apostrophe to the shell.
    let scalars = text.unicodeScalars
    if !scalars.contains("'") { return "'\(text)'" }
    var result = String.UnicodeScalarView()
    for scalar in scalars {
      if "\\\"$`".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return "\"\(String(result))\""
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: ","):
      true
    default: false
    }
  }
}
