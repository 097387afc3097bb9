/// Text made safe to show.
public enum Printable {
  /// The text with control characters and marks that turn the writing direction written out.
  public static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    if !text.unicodeScalars.contains(where: isHidden) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A user's word for a message: safe to show, and cut off when long.
  ///
  /// What could be an e-mail address or a number that identifies somebody is not repeated.
  public static func word(_ text: String) -> String {
    if mayIdentify(text) { return "***" }
    let scalars = text.unicodeScalars
    guard scalars.count > 40 else { return visible(text) }
    return visible(String(String.UnicodeScalarView(scalars.prefix(39)))) + "…"
  }

  /// Whether a text could be an e-mail address, a telephone number or a citizen service number.
  static func mayIdentify(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "@"))
      || text.utf8.filter { (0x30...0x39).contains($0) }.count >= 8
  }

  /// Whether a character moves or hides others.
  public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x00AD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }
}
