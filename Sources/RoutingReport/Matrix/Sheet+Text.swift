import RoutingCore

extension Sheet {
  /// The sheet for a terminal: at most `width` columns, no words broken.
  func text(width: Int = 100) -> String {
    var parts = [Line.wrapped(title, width)]
    if !lead.isEmpty { parts.append(lead.map { Line.wrapped($0, width) }.joined()) }
    for block in blocks {
      switch block {
      case .heading(let text):
        parts.append(Line.wrapped(text, width) + Sheet.rule("=", min(width, text.count)))
      case .paragraph(let text): parts.append(Line.wrapped(text, width))
      case .grid(let grid): if !grid.isRepetition { parts.append(grid.text(width)) }
      case .notes(let heading, let notes):
        let lines = notes.enumerated().map { place, note in
          let number = "\(place + 1)"
          return Line.wrapped(
            note.text,
            first: String(repeating: " ", count: max(0, 3 - number.count)) + number + " ",
            rest: "    ", width)
        }
        parts.append(
          Line.wrapped(heading, width) + Sheet.rule("=", min(width, heading.count))
            + lines.joined())
      case .list(let items):
        parts.append(
          items.map { item in
            Line.wrapped(item.words, first: "- ", rest: "  ", width)
              + (item.command.isEmpty
                ? "" : Line.wrapped(item.command, first: "  $ ", rest: "    ", width))
          }.joined())
      case .picture(let picture): parts.append(picture.text(width))
      }
    }
    return parts.joined(separator: "\n")
  }

  /// The sheet to be read aloud: sentences, no columns, no lines drawn.
  func plain(_ language: Language, width: Int = 100) -> String {
    var parts = [Line.wrapped(title + ".", width)]
    parts += lead.map { Line.wrapped($0, width) }
    for block in blocks {
      switch block {
      case .heading(let text): parts.append(Line.wrapped(text + ".", width))
      case .paragraph(let text): parts.append(Line.wrapped(text, width))
      case .grid(let grid): if !grid.isRepetition { parts.append(grid.plain(language, width)) }
      case .notes(let heading, let notes):
        let word = language == .nl ? "Noot" : "Note"
        parts.append(
          Line.wrapped(heading + ".", width)
            + notes.enumerated().map {
              Line.wrapped("\(word) \($0 + 1), \($1.text)", width)
            }.joined())
      case .list(let items): parts.append(items.map { Line.wrapped($0.words, width) }.joined())
      case .picture(let picture): parts.append(picture.plain(width))
      }
    }
    return parts.joined(separator: "\n")
  }

  fileprivate static func rule(_ mark: Character, _ length: Int) -> String {
    String(repeating: mark, count: length) + "\n"
  }
}

extension Sheet.Note {
  /// The note in one go.
  var text: String { "\(kind): \(words) [\(sources.joined(separator: ", "))]" }
}

extension Sheet.Line {
  /// Text in lines of at most `width` columns.
  static func wrapped(_ text: String, first: String = "", rest: String = "", _ width: Int) -> String
  {
    Page.wrapped(text, first: first, rest: rest, width)
  }
}

extension Sheet.Grid {
  /// The columns that the headers of columns take in a terminal.
  private static let headerColumns = 36

  fileprivate func text(_ width: Int) -> String {
    var parts = [Sheet.Line.wrapped(caption, width)]
    var group: String?
    for row in rows {
      if let own = row.group, own != group {
        parts.append("\n" + Sheet.Line.wrapped(own, width) + Sheet.rule("-", width))
        group = own
      }
      parts.append("\n" + Sheet.Line.wrapped(row.header, width))
      if !row.detail.isEmpty {
        parts.append(Sheet.Line.wrapped("(\(row.detail))", first: "  ", rest: "  ", width))
      }
      for (places, cell) in Sheet.Grid.gathered(row.cells) where !cell.lines.isEmpty {
        let header = places.map { columns[$0] }.joined(separator: "; ")
        let notes = cell.notes.map(String.init).joined(separator: ",")
        var lines = cell.lines.map { $0.label.isEmpty ? $0.words : "\($0.label): \($0.words)" }
        if !notes.isEmpty { lines[lines.count - 1] += " (\(notes))" }
        parts.append(Sheet.Grid.beside(header, lines, width))
      }
    }
    return parts.joined()
  }

  /// A header on the left, wrapped, and lines beside it.
  private static func beside(_ header: String, _ lines: [String], _ width: Int) -> String {
    let left = Sheet.Line.wrapped(header, first: "  ", rest: "  ", headerColumns - 2)
      .split(separator: "\n").map(String.init)
    let right = lines.flatMap { line in
      Sheet.Line.wrapped(line, rest: "  ", width - headerColumns).split(separator: "\n")
        .map(String.init)
    }
    return (0..<max(left.count, right.count)).map { place in
      let start = place < left.count ? left[place] : ""
      let end = place < right.count ? right[place] : ""
      if end.isEmpty { return start + "\n" }
      let gap = max(1, headerColumns - start.unicodeScalars.count)
      return start + String(repeating: " ", count: gap) + end + "\n"
    }.joined()
  }

  fileprivate func plain(_ language: Language, _ width: Int) -> String {
    let isDutch = language == .nl
    var parts = [Sheet.Line.wrapped(caption + ".", width)]
    var group: String?
    for row in rows {
      if let own = row.group, own != group {
        parts.append("\n" + Sheet.Line.wrapped(own + ".", width))
        group = own
      }
      parts.append("\n" + Sheet.Line.wrapped(row.header + ".", width))
      if !row.detail.isEmpty { parts.append(Sheet.Line.wrapped(row.detail + ".", width)) }
      for (places, cell) in Sheet.Grid.gathered(row.cells) where !cell.lines.isEmpty {
        let header = Wording.all(places.map { columns[$0] }, language)
        var sentence = "\(isDutch ? "Bij" : "With") \(header): \(cell.text(", "))."
        if !cell.notes.isEmpty {
          let numbers = Wording.all(cell.notes.map(String.init), language)
          sentence += isDutch ? " Zie noot \(numbers)." : " See note \(numbers)."
        }
        parts.append(Sheet.Line.wrapped(sentence, width))
      }
    }
    return parts.joined()
  }
}
