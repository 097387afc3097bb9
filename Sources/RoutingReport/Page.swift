import RoutingCore

/// A page before it takes a form: what stands on it, in order.
public struct Page: Sendable {
  /// One piece of a page.
  public enum Block: Sendable {
    /// A heading.
    case heading(String)
    /// Running text.
    case paragraph(String)
    /// Lines as they are: commands to copy.
    case lines([String])
    /// Labels, each with one or more lines.
    case entries([Entry])
  }

  /// A label with its lines.
  public struct Entry: Sendable {
    /// The label.
    public let label: String
    /// The lines beside it.
    public let lines: [String]
  }

  /// The pieces, in order.
  public private(set) var blocks: [Block] = []

  /// An empty page.
  public init() {}

  /// Adds a heading.
  public mutating func heading(_ text: String) { blocks.append(.heading(text)) }

  /// Adds running text.
  public mutating func paragraph(_ text: String) { blocks.append(.paragraph(text)) }

  /// Adds lines as they are.
  public mutating func lines(_ lines: [String]) { blocks.append(.lines(lines)) }

  /// Adds labels with their lines; a label without lines is left out.
  public mutating func entries(_ entries: [Entry]) {
    let shown = entries.filter { !$0.lines.isEmpty }
    if !shown.isEmpty { blocks.append(.entries(shown)) }
  }
}

extension Page {
  /// The columns of a terminal that labels take.
  private static let labelColumns = 22

  /// The page for a terminal: at most `width` columns, no words broken.
  public func text(width: Int = 100) -> String {
    var parts: [String] = []
    for block in blocks {
      switch block {
      case .heading(let text): parts.append(Printable.visible(text) + "\n")
      case .paragraph(let text): parts.append(Page.wrapped(text, first: "", rest: "", width))
      case .lines(let lines): parts.append(lines.map { "  " + $0 + "\n" }.joined())
      case .entries(let entries):
        parts.append(entries.map { Page.columns($0, Page.labelColumns, width) }.joined())
      }
    }
    return parts.joined(separator: "\n")
  }

  private static func columns(_ entry: Entry, _ column: Int, _ width: Int) -> String {
    let margin = String(repeating: " ", count: column)
    let label = Printable.visible(entry.label)
    // A label wider than its column has a line of its own.
    let isWide = label.count > column - 2
    var result = isWide ? label + "\n" : ""
    for (index, line) in entry.lines.enumerated() {
      let first =
        index == 0 && !isWide
        ? label + String(repeating: " ", count: column - label.count) : margin
      // A line that starts with a dash hangs behind it.
      let rest = line.hasPrefix("- ") ? margin + "  " : margin
      result += wrapped(line, first: first, rest: rest, width)
    }
    return result
  }

  static func wrapped(_ text: String, first: String, rest: String, _ width: Int) -> String {
    var result = Array(first.utf8)
    var used = first.unicodeScalars.count
    var isEmpty = true
    let space = UInt8(ascii: " ")
    for word in Array(Printable.visible(text).utf8).split(separator: space) {
      // Of the bytes of a character only the first takes a column.
      var length = 0
      for byte in word where byte & 0xC0 != 0x80 { length += 1 }
      if !isEmpty, used + 1 + length > width {
        result.append(UInt8(ascii: "\n"))
        result += rest.utf8
        used = rest.unicodeScalars.count
        isEmpty = true
      }
      if !isEmpty {
        result.append(space)
        used += 1
      }
      result += word
      used += length
      isEmpty = false
    }
    result.append(UInt8(ascii: "\n"))
    return String(decoding: result, as: UTF8.self)
  }
}

extension Page {
  /// The page as Markdown.
  public func markdown() -> String {
    var parts: [String] = []
    for block in blocks {
      switch block {
      case .heading(let text): parts.append("## \(Page.escaped(text))\n")
      case .paragraph(let text): parts.append(Page.escaped(text) + "\n")
      case .lines(let lines):
        parts.append("```\n" + lines.map { $0 + "\n" }.joined() + "```\n")
      case .entries(let entries):
        parts.append(
          entries.map { entry in
            let lines = entry.lines.map {
              Page.escaped($0.hasPrefix("- ") ? String($0.dropFirst(2)) : $0)
            }
            guard lines.count > 1 else {
              return "- **\(Page.escaped(entry.label))**: \(lines[0])\n"
            }
            return "- **\(Page.escaped(entry.label))**:\n"
              + lines.map { "  - \($0)\n" }.joined()
          }.joined())
      }
    }
    return parts.joined(separator: "\n")
  }

  /// Text in which no character has a meaning in Markdown or HTML.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    // By scalar: a mark with an accent on it is still a mark.
    for scalar in Printable.visible(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~": result += ["\\", scalar]
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
