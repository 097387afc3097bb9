import Foundation

/// Reads forms back as their readers do, to see what came through.
enum ReadBack {
  /// The records of comma-separated values, by RFC 4180; nil when they are none.
  static func csv(_ text: String, separator: Unicode.Scalar) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if scalars.first == "\"" {
          field.append("\"")
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        guard field.isEmpty else { return nil }
        isQuoted = true
      } else if scalar == separator {
        row.append(String(field))
        field = .init()
      } else if scalar == "\r" {
        guard scalars.popFirst() == "\n" else { return nil }
        rows.append(row + [String(field)])
        row = []
        field = .init()
      } else if scalar == "\n" {
        return nil
      } else {
        field.append(scalar)
      }
    }
    return isQuoted || !row.isEmpty || !field.isEmpty ? nil : rows
  }

  /// An element of a web page, with the text in it.
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  /// The elements of a web page in the order in which they begin; nil when they are not nested properly.
  static func html(_ text: String) -> [Element]? {
    var elements: [Element] = []
    var open: [Int] = []
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(of: "<") {
      let words = unescaped(String(rest[..<start]))
      for place in open { elements[place].text += words }
      guard let end = rest[start...].firstIndex(of: ">") else { return nil }
      let tag = String(rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        guard let last = open.popLast(), elements[last].name == String(tag.dropFirst()) else {
          return nil
        }
        continue
      }
      let element = element(tag)
      elements.append(element)
      if element.name == "style" {
        // Between its tags a style sheet is no markup.
        guard let close = String(rest).range(of: "</style>") else { return nil }
        let sheet = String(rest)[..<close.lowerBound]
        elements[elements.count - 1].text = String(sheet)
        rest = rest.dropFirst(sheet.unicodeScalars.count + "</style>".count)
      } else if element.name != "meta" {
        open.append(elements.count - 1)
      }
    }
    return open.isEmpty ? elements : nil
  }

  private static func element(_ tag: String) -> Element {
    let parts = tag.split(separator: " ", maxSplits: 1)
    var attributes: [String: String] = [:]
    var rest =
      parts.count > 1 ? String(parts[1]).unicodeScalars[...] : String.UnicodeScalarView()[...]
    while let equals = rest.firstIndex(of: "=") {
      let key = String(rest[..<equals]).trimmingCharacters(in: .whitespacesAndNewlines)
      rest = rest[equals...].dropFirst(2)
      let end = rest.firstIndex(of: "\"") ?? rest.endIndex
      attributes[key] = unescaped(String(rest[..<end]))
      rest = rest[end...].dropFirst()
    }
    return Element(name: String(parts[0]), attributes: attributes)
  }

  private static func unescaped(_ text: String) -> String {
    let names = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&shy;", ""), ("&amp;", "&")]
    return names.reduce(text) { text, name in
      text.replacingOccurrences(of: name.0, with: name.1, options: .literal)
    }
  }

  /// The cells of the tables in Markdown, row by row, as they are shown.
  static func markdownTables(_ text: String) -> [[String]] {
    text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
      var cells: [String] = []
      var cell = String.UnicodeScalarView()
      var isEscaped = false
      for scalar in line.unicodeScalars.dropFirst(2) {
        if isEscaped {
          cell.append(scalar)
          isEscaped = false
        } else if scalar == "\\" {
          isEscaped = true
        } else if scalar == "|" {
          // One space on each side is the table's own.
          let own = cell.first == " " && !cells.isEmpty ? cell.dropFirst() : cell[...]
          cells.append(unescaped(String(own.last == " " ? own.dropLast() : own)))
          cell = .init()
        } else {
          cell.append(scalar)
        }
      }
      return cells
    }
  }
}
