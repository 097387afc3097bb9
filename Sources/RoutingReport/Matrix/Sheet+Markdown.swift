extension Sheet {
  /// The sheet as Markdown, with tables as GitHub and GitLab show them.
  func markdown() -> String {
    var parts = ["# \(Page.escaped(title))\n"]
    parts += lead.map { Page.escaped($0) + "\n" }
    for block in blocks {
      switch block {
      case .heading(let text): parts.append("## \(Page.escaped(text))\n")
      case .paragraph(let text): parts.append(Page.escaped(text) + "\n")
      case .grid(let grid): parts.append(grid.markdown())
      case .notes(let heading, let notes):
        parts.append(
          "## \(Page.escaped(heading))\n\n"
            + notes.enumerated().map { "\($0 + 1). \(Page.escaped($1.text))\n" }.joined())
      case .list(let items):
        parts.append(
          items.map { item in
            let command = item.command.isEmpty ? "" : "<br>\(Page.escaped(item.command))"
            return "- \(Page.escaped(item.words))\(command)\n"
          }.joined())
      case .picture(let picture): parts.append(picture.markdown())
      }
    }
    return parts.joined(separator: "\n")
  }
}

extension Sheet.Grid {
  fileprivate func markdown() -> String {
    let hasGroups = rows.contains { $0.group != nil }
    let heads = (hasGroups ? [""] : []) + [corner] + columns
    var lines = ["**\(Page.escaped(caption))**", ""]
    lines.append(Sheet.Grid.line(heads.map(Page.escaped)))
    lines.append(Sheet.Grid.line(heads.map { _ in "---" }))
    for row in rows {
      let cells = row.cells.map { cell in
        var text = cell.lines.map { line in
          let words = cell.differs ? "**\(Page.escaped(line.words))**" : Page.escaped(line.words)
          return line.label.isEmpty ? words : "\(Page.escaped(line.label)): \(words)"
        }.joined(separator: "<br>")
        if !cell.notes.isEmpty {
          text += " (\(cell.notes.map(String.init).joined(separator: ", ")))"
        }
        return text
      }
      let group = hasGroups ? [Page.escaped(row.group ?? "")] : []
      let detail = row.detail.isEmpty ? "" : "<br>(\(Page.escaped(row.detail)))"
      lines.append(Sheet.Grid.line(group + [Page.escaped(row.header) + detail] + cells))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
