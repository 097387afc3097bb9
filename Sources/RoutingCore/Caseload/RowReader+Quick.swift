/// The quick way: what a row usually looks like, straight from its bytes.
extension RowReader {
  /// Reads a row; nil when anything about it is out of the ordinary.
  func quick(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var place = start
    row.clear()
    key = UnsafeRawBufferPointer(start: nil, count: 0)
    date = defaultDate
    age = nil
    var seen = SeenKeys()
    skip(&place)
    guard place.pointee == UInt8(ascii: "{") else { return nil }
    place += 1
    var last = 0
    while true {
      skip(&place)
      let form = key(at: &place, after: last)
      guard form >= 0, seen.insert(form) else { return nil }
      last = form + 1
      skip(&place)
      let bytes = commonChoice(form, place)
      place += bytes
      guard bytes > 0 || value(form, &place) else { return nil }
      skip(&place)
      let byte = place.pointee
      place += 1
      if byte == UInt8(ascii: ",") { continue }
      guard byte == UInt8(ascii: "}") else { return nil }
      break
    }
    skip(&place)
    guard place.pointee == 0x0A else { return nil }
    if let age, !narrow(age.fact, DateRange.births(age: age.years, on: date)) { return nil }
    return place + 1
  }

  /// Passes over blanks within a line.
  @inline(__always)
  private func skip(_ place: inout UnsafePointer<UInt8>) {
    while place.pointee <= 0x20,
      place.pointee == 0x20 || place.pointee == 0x09 || place.pointee == 0x0D
    {
      place += 1
    }
  }

  /// The key that starts here and the colon after it; -1 when it is none that is known.
  @inline(__always)
  private func key(at place: inout UnsafePointer<UInt8>, after last: Int) -> Int {
    let known = followers + RowReader.followerCount &* last
    for turn in 0..<RowReader.followerCount where forms.starts(place, with: known[turn]) {
      let form = known[turn]
      place += forms.length(form)
      RowReader.lead(form, before: turn, known)
      return form
    }
    return otherKey(at: &place, after: last)
  }

  private func otherKey(at place: inout UnsafePointer<UInt8>, after last: Int) -> Int {
    guard place.pointee == UInt8(ascii: "\"") else { return -1 }
    let start = place + 1
    guard let end = RowReader.end(ofText: start) else { return -1 }
    let form = forms.names.place(of: start, end - start)
    guard form >= 0 else { return -1 }
    place = end + 1
    skip(&place)
    guard place.pointee == UInt8(ascii: ":") else { return -1 }
    place += 1
    let known = followers + RowReader.followerCount &* last
    RowReader.lead(form, before: RowReader.followerCount &- 1, known)
    return form
  }

  /// Puts a form first; those up to and including a turn come after it.
  @inline(__always)
  private static func lead(_ form: Int, before turn: Int, _ known: UnsafeMutablePointer<Int>) {
    var turn = turn
    while turn > 0 {
      known[turn] = known[turn &- 1]
      turn &-= 1
    }
    known[0] = form
  }

  /// Takes over what most choices say, and tells how many bytes that takes; 0 for anything else.
  @inline(__always)
  private func commonChoice(_ place: Int, _ at: UnsafePointer<UInt8>) -> Int {
    let form = forms.forms + place
    guard form.pointee.kind == .choice else { return 0 }
    let word = UnsafeRawPointer(at).loadUnaligned(as: UInt64.self).littleEndian
    let (choice, bytes): (Int32, Int) =
      switch word & 0xFF_FFFF_FFFF {
      case 0x22_6565_6E22: (form.pointee.no, 5)  // "nee"
      case 0x65_736C_6166: (form.pointee.no, 5)  // false
      default:
        switch word & 0xFFFF_FFFF {
        case 0x2261_6A22: (form.pointee.yes, 4)  // "ja"
        case 0x6575_7274: (form.pointee.yes, 4)  // true
        default: (-1, 0)
        }
      }
    if choice < 0 { return 0 }
    row.set(Int(form.pointee.fact), Int(choice))
    return bytes
  }

  /// Takes over a value; false when it is out of the ordinary.
  @inline(__always)
  private func value(_ place: Int, _ at: inout UnsafePointer<UInt8>) -> Bool {
    let form = forms.forms + place
    switch at.pointee {
    case UInt8(ascii: "\""):
      let start = at + 1
      guard let end = RowReader.end(ofText: start) else { return false }
      at = end + 1
      return text(form, start, end - start)
    case UInt8(ascii: "n"):
      guard RowReader.word(at) == 0x6C6C_756E, form.pointee.kind != .date else { return false }
      at += 4
      return form.pointee.kind != .key
    default: return number(form, &at)
    }
  }

  @inline(__always)
  private static func word(_ place: UnsafePointer<UInt8>) -> UInt32 {
    UnsafeRawPointer(place).loadUnaligned(as: UInt32.self).littleEndian
  }

  /// The quote that ends a text; nil when something in it has to be looked at closely.
  @inline(__always)
  private static func end(ofText start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var place = start
    let ones: UInt64 = 0x0101_0101_0101_0101
    while true {
      let word = UnsafeRawPointer(place).loadUnaligned(as: UInt64.self).littleEndian
      let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
      let slashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
      // A subtraction sets the high bit of a byte that was too small, maybe of later ones too.
      let found =
        ((word &- ones &* 0x20) | (quotes &- ones) | (slashes &- ones)) & ~word & (ones &* 0x80)
      if found == 0 {
        place += 8
        continue
      }
      place += found.trailingZeroBitCount / 8
      if place.pointee == UInt8(ascii: "\"") { return place }
      if place.pointee >= 0x20, place.pointee != UInt8(ascii: "\\") {
        place += 1
        continue
      }
      return nil
    }
  }
}

/// The keys of a row met so far.
private struct SeenKeys {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Notes a key; false when it was there already.
  @inline(__always)
  mutating func insert(_ key: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: key & 63)
    if key < 64 {
      defer { low |= bit }
      return low & bit == 0
    }
    defer { high |= bit }
    // More names than fit are left to the ordinary reader.
    return key < 128 && high & bit == 0
  }
}
