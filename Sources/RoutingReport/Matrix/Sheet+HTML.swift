import RoutingCore

extension Sheet {
  /// The sheet as a web page in one file.
  func html(_ language: Language, breaking breaks: WordBreaks) -> String {
    var body = lead.map { HTML.element("p", ["class": "lead"], saying: $0) }
    for (place, block) in blocks.enumerated() {
      switch block {
      case .heading(let text):
        body.append(.element("h2", holding: [.text(text, breaks)]))
      case .paragraph(let text): body.append(.element("p", saying: text))
      case .grid(let grid): body.append(grid.html("table-\(place)", breaks))
      case .notes(let heading, let notes):
        let items = notes.enumerated().map { place, note in
          HTML.element(
            "li", ["id": "note-\(place + 1)"],
            holding: [
              .element("strong", saying: note.kind + ": "), .text(note.words + " "),
              .element("code", ["class": "source"], saying: note.sources.joined(separator: ", ")),
            ])
        }
        body.append(.element("h2", saying: heading))
        body.append(.element("ol", holding: [.lines([.empty] + items)]))
      case .list(let items):
        let items = items.map { item in
          HTML.element(
            "li",
            holding: [.text(item.words + " ")]
              + (item.command.isEmpty ? [] : [.element("code", saying: item.command)]))
        }
        body.append(.element("ul", holding: [.lines([.empty] + items)]))
      case .picture(let picture): body.append(picture.html(language))
      }
    }
    return WebPage(language: language, title: title, body: body, breaks: breaks).document
  }
}

extension Sheet.Grid {
  /// The roles are said once more, for when a narrow screen shows the table as a list.
  fileprivate func html(_ id: String, _ breaks: WordBreaks) -> HTML {
    var bodies: [HTML] = []
    var rest = rows[...]
    while let first = rest.first {
      let group = rest.prefix { $0.group == first.group }
      rest = rest.dropFirst(group.count)
      var lines: [HTML] = []
      if let name = first.group {
        let header = HTML.element(
          "th",
          [
            "class": "group", "scope": "rowgroup", "colspan": "\(columns.count + 1)",
            "role": "rowheader",
          ], saying: name)
        lines.append(.element("tr", ["role": "row"], holding: [header]))
      }
      lines += group.map { html($0, breaks) }
      bodies.append(
        .element("tbody", ["role": "rowgroup"], holding: [.lines([.empty] + lines)]))
    }
    let heads = ([corner] + columns).map { name in
      HTML.element(
        "th", ["scope": "col", "role": "columnheader"], holding: [.text(name, breaks)])
    }
    let head = HTML.element(
      "thead", ["role": "rowgroup"],
      holding: [.element("tr", ["role": "row"], holding: heads)])
    let table = HTML.element(
      "table", ["role": "table", "id": id],
      holding: [
        .lines([.empty, .element("caption", ["id": "\(id)-name"], saying: caption), head] + bodies)
      ])
    guard columns.count > Sheet.Grid.mostColumns else { return table }
    // More columns than fit a screen are scrolled to, also with the keyboard.
    return .element(
      "div",
      ["class": "wide", "role": "region", "aria-labelledby": "\(id)-name", "tabindex": "0"],
      holding: [table])
  }

  /// More columns than this do not fit a screen.
  private static let mostColumns = 11

  private func html(_ row: Sheet.Row, _ breaks: WordBreaks) -> HTML {
    let header = HTML.element(
      "th", ["scope": "row", "role": "rowheader"],
      holding: [.text(row.header, breaks)] + row.detail(breaks))
    let cells = runs(row.cells).map { run in
      var attributes: HTML.Attributes = [
        "role": "cell", "class": run.cell.style,
        "data-label": run.columns.map { columns[$0] }.joined(separator: "; "),
      ]
      if run.columns.count > 1 { attributes.add("colspan", "\(run.columns.count)") }
      return HTML.element("td", attributes, holding: run.cell.html(breaks))
    }
    return .element("tr", ["role": "row"], holding: [header] + cells)
  }
}

extension Sheet.Row {
  /// For whom the row is, below its header.
  fileprivate func detail(_ breaks: WordBreaks) -> [HTML] {
    detail.isEmpty ? [] : [.element("span", ["class": "detail"], holding: [.text(detail, breaks)])]
  }
}

extension Sheet.Cell {
  fileprivate var style: String {
    "tone-\(tone)" + (differs ? " differs" : "")
  }

  fileprivate func html(_ breaks: WordBreaks) -> [HTML] {
    var parts = lines.map { line in
      let label =
        line.label.isEmpty
        ? HTML.empty
        : .element("span", ["class": "role"], holding: [.text(line.label + ": ", breaks)])
      return HTML.element("p", holding: [label, .text(line.words, breaks)])
    }
    if !notes.isEmpty {
      var links: [HTML] = []
      for (place, number) in notes.enumerated() {
        if place > 0 { links.append(.text(", ")) }
        links.append(.element("a", ["href": "#note-\(number)"], saying: "\(number)"))
      }
      parts.append(.element("p", ["class": "marks"], holding: [.text("(")] + links + [.text(")")]))
    }
    return parts
  }
}
