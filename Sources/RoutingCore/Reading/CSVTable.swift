/// A table of text cells (RFC 4180), each of which knows where it stands.
///
/// The separator is the one of `;`, `,` and tab that the first line holds most often.
struct CSVTable: Sendable {
  struct Cell: Sendable {
    let text: String
    let range: Range<Int>
  }

  /// The rows, empty ones left out.
  let rows: [[Cell]]

  /// Reads a file; a byte-order mark at the start is passed over, lines may end in any way.
  init(_ file: SourceFile) throws(Diagnostic) {
    let bytes = file.bytes
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let separator = CSVTable.separator(of: bytes[index...])
    let quote = UInt8(ascii: "\"")
    var rows: [[Cell]] = []
    var row: [Cell] = []
    while index < bytes.count {
      let start = index
      var text: [UInt8] = []
      if bytes[index] == quote {
        index += 1
        while true {
          guard index < bytes.count else {
            throw CSVTable.fault(
              file, start..<start + 1, nl: "dit aanhalingsteken wordt niet gesloten",
              en: "this quotation mark is never closed")
          }
          if bytes[index] == quote {
            index += 1
            guard index < bytes.count, bytes[index] == quote else { break }
          }
          text.append(bytes[index])
          index += 1
        }
      }
      while index < bytes.count, bytes[index] != separator, !CSVTable.isLineEnd(bytes[index]) {
        text.append(bytes[index])
        index += 1
      }
      guard let string = String(validating: text, as: UTF8.self), !text.contains(0) else {
        throw CSVTable.fault(file, start..<index, nl: "geen geldige UTF-8", en: "not valid UTF-8")
      }
      row.append(Cell(text: CSVTable.trimmed(string), range: start..<index))
      if index < bytes.count, bytes[index] == separator {
        index += 1
        if index == bytes.count { row.append(Cell(text: "", range: index..<index)) }
        if index < bytes.count, !CSVTable.isLineEnd(bytes[index]) { continue }
        if index < bytes.count { row.append(Cell(text: "", range: index..<index)) }
      }
      if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
      row = []
      while index < bytes.count, CSVTable.isLineEnd(bytes[index]) { index += 1 }
    }
    self.rows = rows
  }

  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    // Lines that start with a number sign speak about the list and are not part of it.
    let line =
      bytes.split(whereSeparator: isLineEnd).first { $0.first != UInt8(ascii: "#") } ?? bytes
    let candidates: [UInt8] = [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09]
    var best = (separator: candidates[0], count: 0)
    for candidate in candidates {
      let count = line.filter { $0 == candidate }.count
      if count > best.count { best = (candidate, count) }
    }
    return best.separator
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func trimmed(_ text: String) -> String {
    var part = Substring(text)
    while part.first == " " { part.removeFirst() }
    while part.last == " " { part.removeLast() }
    return String(part)
  }

  private static func fault(_ file: SourceFile, _ range: Range<Int>, nl: String, en: String)
    -> Diagnostic
  {
    Diagnostic(
      .syntax, Text(nl: nl, en: en),
      help: Text(
        nl: "sluit aanhalingstekens en sla de lijst op als CSV met codering UTF-8",
        en: "close quotation marks and save the list as CSV in UTF-8"),
      at: SourceSpan(file: file, range: range))
  }
}
