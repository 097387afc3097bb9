import RoutingCore

/// The bars of a timeline in letters, for a terminal.
struct TimelineChart: Speaking {
  let lanes: TimelineLanes
  let language: Language
  /// The columns of the bars.
  private let width = 76
  /// The columns of the labels before them.
  private let margin = 18

  init(_ timeline: Timeline, _ language: Language) {
    lanes = TimelineLanes(timeline)
    self.language = language
  }

  /// Whether every stretch gets a column.
  var isDrawn: Bool { lanes.starts.count < width }

  /// The axis and the bars.
  var bars: [String] {
    let columns = columns
    return axis
      + [
        row(say("verantwoordelijk", "responsible"), bar(lanes.responsible, columns)),
        row(say("bel", "call"), bar(lanes.contact, columns)),
        row(say("deel", "part"), numbers(columns)),
      ]
  }

  private func row(_ label: String, _ bar: String) -> String {
    trimmed(label + String(repeating: " ", count: margin - label.count) + bar)
  }

  /// A line without blanks at its end.
  private func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// The column each stretch starts in.
  private var columns: [Int] { lanes.places(across: width, atLeast: 1) }

  private var axis: [String] {
    let ticks = lanes.ticks(atMost: width / 9)
    var labels = Array(repeating: Character(" "), count: width + 8)
    var marks = labels
    for (day, label) in ticks {
      let column = lanes.place(of: day, across: width)
      for (place, character) in label.enumerated() { labels[column + place] = character }
      marks[column] = "|"
    }
    return [row("", String(labels)), row("", String(marks))]
  }

  private func bar(_ fills: [TimelineLanes.Fill], _ columns: [Int]) -> String {
    var bar = ""
    for (place, fill) in fills.enumerated() {
      let end = place + 1 < columns.count ? columns[place + 1] : width
      bar += String(repeating: fill.sign, count: end - columns[place])
    }
    return bar + (lanes.isOpenEnded ? ">" : "|")
  }

  private func numbers(_ columns: [Int]) -> String {
    var result = ""
    for (place, column) in columns.enumerated() {
      // Where numbers would touch only the first is shown.
      guard result.isEmpty || result.count < column else { continue }
      result += String(repeating: " ", count: column - result.count) + String(place + 1)
    }
    return result
  }

  /// What the letters and signs stand for.
  var key: [String] {
    var lines = lanes.key.enumerated().map { place, party in
      "\(TimelineLanes.Fill.party(place).sign)  \(party[language])"
    }
    let fills = Set(lanes.responsible + lanes.contact)
    if fills.contains(.open) {
      lines.append("?  " + say("nog niet te bepalen", "cannot be decided yet"))
    }
    if fills.contains(.unfit) {
      lines.append(
        "x  "
          + say(
            "deze feiten kunnen dan niet kloppen", "these facts cannot be true then"))
    }
    if lanes.isOpenEnded {
      lines.append(
        ">  "
          + say(
            "gaat door: wat bekend is, verandert er niets meer aan",
            "goes on: nothing that is known changes it"))
    }
    if columns != lanes.places(across: width, atLeast: 0) {
      lines.append(lanes.shortRemark(language))
    }
    return lines
  }
}
