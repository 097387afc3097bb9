/// Text made safe to show.
public enum Printable {
  /// The text with control characters and marks that turn the writing direction written out.
  public static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
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
  public static func word(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > 40 else { return visible(text) }
    return visible(String(String.UnicodeScalarView(scalars.prefix(39)))) + "…"
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF, 0x061C: true
    default: false
    }
  }
}
