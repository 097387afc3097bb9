/// The escapes a JSON text may hold.
enum JSONEscapes {
  /// The text between quotes, escapes replaced and its UTF-8 checked.
  static func replaced(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>)
    throws(JSONParser.Failure) -> String
  {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        place += 1
        continue
      }
      let escape = place
      place += 2
      switch place <= range.upperBound ? bytes[place - 1] : 0 {
      case UInt8(ascii: "\""): result.append(UInt8(ascii: "\""))
      case UInt8(ascii: "\\"): result.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "/"): result.append(UInt8(ascii: "/"))
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        guard let scalar = scalar(in: bytes, at: &place, before: range.upperBound) else {
          throw JSONParser.Failure(kind: .badEscape, offset: escape)
        }
        result.append(contentsOf: UTF8.encode(scalar) ?? .init())
      default: throw JSONParser.Failure(kind: .badEscape, offset: escape)
      }
    }
    guard let text = String(validating: result, as: UTF8.self) else {
      throw JSONParser.Failure(kind: .badUTF8, offset: range.lowerBound)
    }
    return text
  }

  /// The character of a `\u` escape whose digits start at `place`, with its second half if it has one.
  private static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at place: inout Int, before end: Int
  ) -> Unicode.Scalar? {
    guard let first = hexadecimal(in: bytes, at: place, before: end) else { return nil }
    place += 4
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard place + 1 < end, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u"),
      let second = hexadecimal(in: bytes, at: place + 2, before: end),
      (0xDC00..<0xE000).contains(second)
    else { return nil }
    place += 6
    return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
  }

  private static func hexadecimal(
    in bytes: UnsafeBufferPointer<UInt8>, at place: Int, before end: Int
  ) -> UInt32? {
    guard place + 4 <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[place..<(place + 4)] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value * 16 + UInt32(byte) - 0x30
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value * 16 + UInt32(byte) - 0x57
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value * 16 + UInt32(byte) - 0x37
      default: return nil
      }
    }
    return value
  }
}
