/// What the values of a row usually look like.
extension RowReader {
  /// Takes over a text.
  @inline(__always)
  func text(
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
  func narrow(_ fact: Int, _ range: DateRange) -> Bool {
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
  func number(_ form: UnsafePointer<RowForms.Form>, _ at: inout UnsafePointer<UInt8>)
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
