import RoutingCore

/// A line of a file with a stretch of it underlined.
///
/// ```text
///  12 |   "hit": "frist",
///     |          ^^^^^^^
/// ```
struct Excerpt {
  /// A character as it is shown.
  private struct Cell {
    let text: String
    let columns: Int
  }

  private let line: Int
  private var before: [Cell]
  private var fault: [Cell]
  private var after: [Cell]

  /// The line a span starts on; what it covers of further lines is not shown.
  init(_ span: SourceSpan) {
    let bytes = span.file.bytes
    let start = min(span.range.lowerBound, bytes.count)
    let lineEnd = bytes[start...].firstIndex(where: Excerpt.isBreak) ?? bytes.count
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lineStart = bytes[..<start].lastIndex(where: Excerpt.isBreak).map { $0 + 1 } ?? mark
    let end = min(max(span.range.upperBound, start), lineEnd)
    line = span.position.line
    // No line of a terminal shows more than a thousand bytes, and a file may be one line.
    before = Excerpt.cells(bytes[min(lineStart, start)..<start].suffix(1000))
    fault = Excerpt.cells(bytes[start..<end].prefix(1000))
    after = Excerpt.cells(bytes[end..<lineEnd].prefix(1000))
  }

  /// The line and its underlining, at most `width` columns wide.
  func lines(width: Int = 100) -> [String] {
    let number = " \(line)"
    let margin = String(repeating: " ", count: number.count)
    var shown = self
    shown.fit(width - number.count - 3)
    let text = (shown.before + shown.fault + shown.after).map(\.text).joined()
    let indent = String(repeating: " ", count: Excerpt.columns(shown.before))
    let carets = String(repeating: "^", count: max(1, Excerpt.columns(shown.fault)))
    return ["\(number) | \(text)", "\(margin) | \(indent)\(carets)"]
  }

  /// Cuts the line around the fault.
  private mutating func fit(_ room: Int) {
    if Excerpt.columns(before + fault + after) <= room { return }
    let around = 24
    fault = Excerpt.head(fault, room - around)
    let rest = room - Excerpt.columns(fault)
    let wanted = max(rest / 2, rest - Excerpt.columns(after))
    before = Excerpt.tail(before, wanted)
    after = Excerpt.head(after, rest - Excerpt.columns(before))
  }

  /// As many of the first cells as there is room for.
  private static func head(_ cells: [Cell], _ room: Int) -> [Cell] {
    if columns(cells) <= room { return cells }
    var used = 1
    let kept = cells.prefix { cell in
      used += cell.columns
      return used <= room
    }
    return kept + [Cell(text: "…", columns: 1)]
  }

  /// As many of the last cells as there is room for.
  private static func tail(_ cells: [Cell], _ room: Int) -> [Cell] {
    head(cells.reversed(), room).reversed()
  }

  private static func columns(_ cells: [Cell]) -> Int { cells.reduce(0) { $0 + $1.columns } }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func cells(_ bytes: ArraySlice<UInt8>) -> [Cell] {
    String(decoding: bytes.drop { $0 & 0xC0 == 0x80 }, as: UTF8.self).unicodeScalars.map { scalar in
      if scalar == "\t" { return Cell(text: "  ", columns: 2) }
      let text = Printable.visible(String(scalar))
      return Cell(text: text, columns: text.unicodeScalars.reduce(0) { $0 + columns($1) })
    }
  }

  /// The columns a terminal gives a character.
  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
