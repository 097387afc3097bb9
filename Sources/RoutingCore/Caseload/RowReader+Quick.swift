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

  /// Takes over a text.
  @inline(__always)
  private func text(
    _ form: UnsafePointer<RowForms.Form>, _ start: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    switch form.pointee.kind {
    case .choice:
      let value = forms.values[Int(form.pointee.words)].place(of: start, count)
      guard value >= 0 else { return false }
      row.set(Int(form.pointee.fact), value)
      return true
    case .day: return day(form, start, count)
    default: return otherText(form, start, count)
    }
  }

  private func otherText(
    _ form: UnsafePointer<RowForms.Form>, _ start: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    switch form.pointee.kind {
    case .municipality:
      var place = forms.municipalities.place(of: start, count)
      if place < 0 {
        guard let known = municipality(start, count) else { return false }
        place = known
      }
      row.set(Int(form.pointee.fact), place)
      return true
    case .key:
      guard RowReader.isASCII(start, count) || RowReader.string(start, count) != nil else {
        return false
      }
      key = UnsafeRawBufferPointer(start: start - 1, count: count + 2)
      return true
    case .date:
      guard let day = RowReader.isoDay(start, count) else { return false }
      date = CalendarDate(dayNumber: day)
      return true
    case .name:
      // What could be more than the name of a school is for the ordinary reader to judge.
      guard count > 0, count <= 60, RowReader.isASCII(start, count) else { return false }
      var digits = 0
      for place in 0..<count {
        if start[place] == UInt8(ascii: "@") { return false }
        if start[place] &- 0x30 < 10 { digits += 1 }
      }
      guard digits < 5 else { return false }
      row.states[Int(form.pointee.fact)] = .text
      return true
    case .number, .age:
      guard count > 0, count <= 3 else { return false }
      var number = 0
      for place in 0..<count {
        let digit = start[place] &- 0x30
        guard digit < 10 else { return false }
        number = number * 10 + Int(digit)
      }
      return self.number(form, number)
    default: return false
    }
  }

  /// Takes over a number that has been read.
  private func number(_ form: UnsafePointer<RowForms.Form>, _ number: Int) -> Bool {
    guard number <= 150 else { return false }
    if form.pointee.kind == .age {
      age = (Int(form.pointee.fact), number)
    } else {
      row.set(Int(form.pointee.fact), number)
    }
    return true
  }

  private static func isASCII(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    for place in 0..<count where start[place] >= 0x80 { return false }
    return true
  }

  private static func string(_ start: UnsafePointer<UInt8>, _ count: Int) -> String? {
    String(validating: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// A municipality by another of its names.
  private func municipality(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    guard count <= 64, let word = RowReader.string(start, count) else { return nil }
    if let known = municipalities[word] { return known }
    guard let place = try? rulebook.municipalities.index(of: word) else { return nil }
    // Few words are used, unless somebody tries.
    if municipalities.count < 4096 { municipalities[word] = place }
    return place
  }

  /// Takes over a date.
  @inline(__always)
  private func day(
    _ form: UnsafePointer<RowForms.Form>, _ start: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    if let day = RowReader.isoDay(start, count) {
      return narrow(form, day &+ Int(form.pointee.days), day &+ Int(form.pointee.days))
    }
    return otherDay(form, start, count)
  }

  private func otherDay(
    _ form: UnsafePointer<RowForms.Form>, _ start: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    guard let word = RowReader.string(start, count) else { return false }
    let fact = Int(form.pointee.fact)
    if form.pointee.allowsNoDate, word == rulebook.vocabulary[fact].usual {
      row.states[fact] = .noDate
      return true
    }
    guard let range = try? DateRange(parsing: word) else { return false }
    return narrow(
      form, range.first.dayNumber + Int(form.pointee.days),
      range.last.dayNumber + Int(form.pointee.days))
  }

  /// The day written as `2007-03-14`.
  @inline(__always)
  private static func isoDay(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    guard count == 10, start[4] == UInt8(ascii: "-"), start[7] == UInt8(ascii: "-") else {
      return nil
    }
    @inline(__always) func digit(_ place: Int) -> Int { Int(start[place] &- 0x30) }
    let digits = (digit(0), digit(1), digit(2), digit(3), digit(5), digit(6), digit(8), digit(9))
    let most = max(
      max(max(digits.0, digits.1), max(digits.2, digits.3)),
      max(max(digits.4, digits.5), max(digits.6, digits.7)))
    guard most < 10 else { return nil }
    let year = digits.0 &* 1000 &+ digits.1 &* 100 &+ digits.2 &* 10 &+ digits.3
    let month = digits.4 &* 10 &+ digits.5
    let day = digits.6 &* 10 &+ digits.7
    guard year >= 1900, year <= 2199, month >= 1, month <= 12, day >= 1,
      day <= 28 || day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    return CalendarDate.dayNumber(year: year, month: month, day: day)
  }

  @inline(__always)
  private func narrow(_ form: UnsafePointer<RowForms.Form>, _ first: Int, _ last: Int) -> Bool {
    let fact = Int(form.pointee.fact)
    guard row.states[fact] == .days else {
      row.set(fact, from: first, through: last)
      return true
    }
    return narrow(
      fact,
      DateRange(first: CalendarDate(dayNumber: first), last: CalendarDate(dayNumber: last)))
  }

  /// Makes a date known better; false when that cannot be.
  private func narrow(_ fact: Int, _ range: DateRange) -> Bool {
    guard row.states[fact] == .days else {
      row.set(fact, from: range.first.dayNumber, through: range.last.dayNumber)
      return true
    }
    let first = max(Int(row.first[fact]), range.first.dayNumber)
    let last = min(Int(row.last[fact]), range.last.dayNumber)
    guard first <= last else { return false }
    row.set(fact, from: first, through: last)
    return true
  }

  /// Takes over a number.
  private func number(_ form: UnsafePointer<RowForms.Form>, _ at: inout UnsafePointer<UInt8>)
    -> Bool
  {
    let start = at
    var number = 0
    while at.pointee &- 0x30 < 10, at - start < 18 {
      number = number &* 10 &+ Int(at.pointee &- 0x30)
      at += 1
    }
    let count = at - start
    // A number ends where something else goes on; a zero is not followed by digits.
    guard count > 0, count == 1 || start.pointee != 0x30 else { return false }
    switch at.pointee {
    case UInt8(ascii: ","), UInt8(ascii: "}"), 0x20, 0x09, 0x0D: break
    default: return false
    }
    switch form.pointee.kind {
    case .number, .age: return self.number(form, number)
    case .choice:
      let value = forms.values[Int(form.pointee.words)].place(of: start, count)
      guard value >= 0 else { return false }
      row.set(Int(form.pointee.fact), value)
      return true
    case .key:
      key = UnsafeRawBufferPointer(start: start, count: count)
      return true
    default: return false
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
