/// Turns records of comma-separated values into rows as `RowReader` reads them, one after the other.
///
/// It belongs to one worker. Where a fault in a row stands in its record it can tell afterwards.
public final class RecordTranslator {
  /// What became of a record.
  public enum Outcome {
    /// A row, in `row`.
    case row
    /// Nothing but empty cells.
    case empty
    /// No row: `fault` tells why.
    case refused
  }

  private enum Kind {
    case key, ignored, unnamed, date, word, other
  }

  private let header: CaseloadHeader
  private let separator: UInt8
  private let path: String
  private let kinds: [Kind]
  /// Per column, `,"name":"`.
  private let openings: [[UInt8]]
  /// The row as JSON, a line feed at its end and room after it.
  public let row = ByteSink(capacity: 4096)
  /// Per column, where its cell begins and ends.
  private var cells: [Range<Int>]
  /// Per column, where it ends in the row; 0 where it is not in it.
  private var ends: [Int]
  /// Why the last record was refused.
  public private(set) var fault: Diagnostic?
  private var record = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var line = 0
  /// The first cell below no name that is not empty.
  private var stray: Int?
  /// How many cells the last record has.
  private var cellCount = 0

  /// - Parameter path: the name of the input, for faults.
  public init(
    _ header: CaseloadHeader, separator: UInt8, path: String, for rulebook: Rulebook
  ) {
    self.header = header
    self.separator = separator
    self.path = path
    let vocabulary = rulebook.vocabulary
    kinds = header.columns.map { column in
      switch column {
      case .key: .key
      case .ignored: .ignored
      case .unnamed: .unnamed
      case .fact(let fact):
        switch vocabulary[fact].kind {
        case .date: .date
        case .yesNo, .choice: .word
        case .number, .municipality, .text: .other
        }
      }
    }
    openings = header.columns.map { column in
      switch column {
      case .key: Array(",\"\(CaseloadHeader.keyNames[0])\":\"".utf8)
      case .ignored, .unnamed: []
      case .fact(let fact): Array(",\"\(vocabulary[fact].name)\":\"".utf8)
      }
    }
    cells = Array(repeating: 0..<0, count: header.columns.count)
    ends = Array(repeating: 0, count: header.columns.count)
  }

  /// Reads a record and moves on past its line feed.
  public func translate(_ place: inout UnsafePointer<UInt8>, line: Int) -> Outcome {
    let start = place
    self.line = line
    fault = nil
    stray = nil
    row.clear()
    row.append(UInt8(ascii: "{"))
    let feed = UInt8(ascii: "\n")
    var column = 0
    var at = start
    var isFaulty = false
    while true {
      let opening = at
      if at.pointee == UInt8(ascii: "\"") {
        isFaulty = quoted(&at, column) || isFaulty
      } else {
        while at.pointee != separator, at.pointee != feed {
          if at.pointee == 0 { isFaulty = true }
          at += 1
        }
        if column < kinds.count { put(opening, at, column) }
      }
      if column < kinds.count {
        cells[column] = (opening - start)..<(at - start)
        ends[column] = row.count
      }
      column += 1
      if at.pointee == feed { break }
      at += 1
    }
    cellCount = column
    place = at + 1
    record = UnsafeBufferPointer(start: start, count: at - start)
    if isFaulty || column != kinds.count || stray != nil || isMarked {
      return isBlank ? .empty : judge(column)
    }
    if row.count == 1 { return .empty }
    row.append("}\n")
    // The reader looks at eight words at once.
    row.reserve(128)
    return .row
  }

  /// Reads a quoted cell; true when something about it is wrong.
  private func quoted(_ at: inout UnsafePointer<UInt8>, _ column: Int) -> Bool {
    let feed = UInt8(ascii: "\n")
    let quote = UInt8(ascii: "\"")
    at += 1
    let opening = at
    var hasQuotes = false
    var isFaulty = false
    while at.pointee != feed {
      if at.pointee == 0 { isFaulty = true }
      if at.pointee == quote {
        guard (at + 1).pointee == quote else { break }
        hasQuotes = true
        at += 1
      }
      at += 1
    }
    let closing = at
    guard at.pointee == quote else { return true }
    at += 1
    if at.pointee != separator, at.pointee != feed {
      isFaulty = true
      while at.pointee != separator, at.pointee != feed { at += 1 }
    }
    guard column < kinds.count else { return isFaulty }
    if hasQuotes {
      var text: [UInt8] = []
      var from = opening
      while from < closing {
        text.append(from.pointee)
        from += from.pointee == quote ? 2 : 1
      }
      text.append(0)
      text.withUnsafeBufferPointer { text in
        if let base = text.baseAddress { put(base, base + (text.count - 1), column) }
      }
    } else {
      put(opening, closing, column)
    }
    return isFaulty
  }

  /// Adds a cell to the row.
  private func put(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ column: Int) {
    let kind = kinds[column]
    guard kind != .ignored else { return }
    var (start, end) = (start, end)
    while start < end, start.pointee == 0x20 || start.pointee == 0x09 { start += 1 }
    while start < end, (end - 1).pointee == 0x20 || (end - 1).pointee == 0x09 { end -= 1 }
    guard start < end else { return }
    guard kind != .unnamed else {
      stray = stray ?? column
      return
    }
    openings[column].withUnsafeBufferPointer { opening in
      guard let base = opening.baseAddress else { return }
      // The first member has no comma before it.
      let skipped = row.count == 1 ? 1 : 0
      row.append(base + skipped, opening.count - skipped)
    }
    switch kind {
    case .date where putDay(start, end - start): break
    case .word: putEscaped(start, end, isLowered: true)
    default: putEscaped(start, end, isLowered: false)
    }
    row.append(UInt8(ascii: "\""))
  }

  /// Adds a day written the Dutch way as `2007-03-14`; false when it is not written so.
  private func putDay(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard (8...10).contains(count) else { return false }
    let dash = UInt8(ascii: "-")
    let first = start[1] == dash ? 1 : 2
    guard start[first] == dash else { return false }
    let second = start[first + 2] == dash ? 1 : 2
    guard count == first + second + 6, start[first + 1 + second] == dash else { return false }
    for place in 0..<count where start[place] != dash && start[place] &- 0x30 > 9 { return false }
    let year = start + (first + second + 2)
    for place in 0..<4 where year[place] == dash { return false }
    row.append(year, 4)
    for (place, length) in [(first + 1, second), (0, first)] {
      row.append(dash)
      if length == 1 { row.append(0x30) }
      row.append(start + place, length)
    }
    return true
  }

  private func putEscaped(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, isLowered: Bool
  ) {
    var at = start
    row.reserve((end - start) * 6)
    while at < end {
      let byte = at.pointee
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        row.append(UInt8(ascii: "\\"))
        row.append(byte)
      case 0..<0x20:
        let digits: [UInt8] = Array("0123456789abcdef".utf8)
        row.append("\\u00")
        row.append(digits[Int(byte >> 4)])
        row.append(digits[Int(byte & 15)])
      case 0x41...0x5A where isLowered: row.append(byte | 0x20)
      default: row.append(byte)
      }
      at += 1
    }
  }

  // MARK: What is wrong

  /// Whether the line could not be kept.
  private var isMarked: Bool {
    record.last == LineSource.Mark.unclosed || record.last == LineSource.Mark.tooLong
  }

  /// Whether the record has nothing but blanks and separators, however many.
  private var isBlank: Bool {
    record.allSatisfy { $0 == separator || $0 == 0x20 || $0 == 0x09 }
  }

  /// The key of the record refused last; empty where it cannot be told which cell that is.
  ///
  /// Where cells are missing or left over the line may be part of a text that runs on over lines: even
  /// its first cell may be anything.
  public var keyOfRefused: [UInt8] {
    guard let place = header.key, !isMarked, cellCount == kinds.count else { return [] }
    let found = CellReader.cells(Array(record), separator)
    return place < found.count ? found[place].text : []
  }

  private func judge(_ found: Int) -> Outcome {
    let last = record.last
    if last == LineSource.Mark.unclosed || last == LineSource.Mark.tooLong {
      fault = record.baseAddress.flatMap {
        Faults.ofLine(from: $0, count: record.count, path, line)
      }
    } else if record.contains(0) {
      fault = Diagnostic(
        .hiddenCharacter, Text(nl: "een NUL-teken", en: "a NUL character"),
        help: Text(
          nl: "sla de lijst op als CSV met codering UTF-8", en: "save the list as CSV in UTF-8"),
        at: span(record.firstIndex(of: 0) ?? 0))
    } else if found != kinds.count {
      let wanted = kinds.count
      // Where a cell is missing the fault stands at the end of the line.
      fault = Diagnostic(
        .syntax,
        Text(
          nl: "deze regel heeft \(found == 1 ? "1 cel" : "\(found) cellen") en de kop \(wanted)",
          en: "this line has \(found == 1 ? "1 cell" : "\(found) cells") and the header \(wanted)"),
        help: Text(
          nl:
            "geef elke rij evenveel cellen als de kop; zet een scheidingsteken tussen aanhalingstekens",
          en: "give each row as many cells as the header; put a separator within quotation marks"),
        at: span(found < wanted ? record.count : cells[wanted - 1].upperBound))
    } else if let stray {
      fault = CaseloadHeader.unnamed(at: span(cells[stray]))
    } else {
      fault = Diagnostic(
        .syntax,
        Text(
          nl: "na een afsluitend aanhalingsteken staat nog tekst",
          en: "text follows a closing quotation mark"),
        help: Text(
          nl: "verdubbel aanhalingstekens binnen een cel",
          en: "double quotation marks within a cell"),
        at: span(record.firstIndex(of: UInt8(ascii: "\"")) ?? 0))
    }
    return .refused
  }

  private func span(_ offset: Int) -> SourceSpan { span(offset..<offset) }

  private func span(_ range: Range<Int>) -> SourceSpan {
    let text = record.map { $0 == LineSource.Mark.fold ? 0x0A : $0 }
    return SourceSpan(file: SourceFile(path: path, bytes: text, line: line), range: range)
  }

  /// A fault in the row as a fault in its record.
  public func placed(_ fault: Diagnostic) -> Diagnostic {
    guard let offset = fault.span?.range.lowerBound else { return fault }
    let column = ends.firstIndex { $0 > offset } ?? 0
    return Diagnostic(
      fault.code, fault.message, help: fault.help, at: span(cells.isEmpty ? 0..<0 : cells[column]))
  }
}

/// Faults of lines that could not be kept.
public enum Faults {
  /// Why a line is not there.
  ///
  /// - Parameter mark: the mark at its end.
  private static func ofLine(_ mark: UInt8, _ record: [UInt8], _ path: String, _ line: Int)
    -> Diagnostic
  {
    let offset = record.lastIndex(of: UInt8(ascii: "\"")) ?? 0
    let span = SourceSpan(
      file: SourceFile(path: path, bytes: record, line: line), range: offset..<offset)
    if mark == LineSource.Mark.tooLong {
      return Diagnostic(
        .syntax,
        Text(nl: "deze regel is langer dan 1 MiB", en: "this line is longer than 1 MiB"),
        help: Text(
          nl: "een rij gaat over een jongere", en: "a row is about one youth"), at: span)
    }
    return Diagnostic(
      .syntax,
      Text(
        nl: "een aanhalingsteken wordt niet gesloten", en: "a quotation mark is never closed"),
      help: Text(
        nl: "sluit het binnen \(LineSource.lineLimit) regels, of verdubbel het binnen een cel",
        en: "close it within \(LineSource.lineLimit) lines, or double it within a cell"), at: span)
  }

  /// Why a line is not there; nil when it is.
  public static func ofLine(
    from start: UnsafePointer<UInt8>, count: Int, _ path: String, _ line: Int
  ) -> Diagnostic? {
    guard count > 0 else { return nil }
    let mark = start[count - 1]
    guard mark == LineSource.Mark.tooLong || mark == LineSource.Mark.unclosed else { return nil }
    return ofLine(
      mark, Array(UnsafeBufferPointer(start: start, count: count - 1)), path, line)
  }
}
