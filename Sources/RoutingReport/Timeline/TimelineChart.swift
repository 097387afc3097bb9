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

  /// The column each stretch starts in: to scale, but a short stretch keeps a column of its own.
  private var columns: [Int] {
    var columns: [Int] = []
    for start in lanes.starts {
      let scaled = column(start)
      columns.append(columns.last.map { max($0 + 1, scaled) } ?? 0)
    }
    var limit = width
    for place in columns.indices.reversed() {
      columns[place] = min(columns[place], limit - 1)
      limit = columns[place]
    }
    return columns
  }

  private func column(_ day: CalendarDate) -> Int {
    (day.dayNumber - lanes.first.dayNumber) * width / max(1, lanes.length)
  }

  private var axis: [String] {
    let ticks = lanes.ticks(atMost: width / 9)
    var labels = Array(repeating: Character(" "), count: width + 8)
    var marks = labels
    for (day, label) in ticks {
      let column = column(day)
      for (place, character) in label.enumerated() { labels[column + place] = character }
      marks[column] = "|"
    }
    return [row("", String(labels)), row("", String(marks))]
  }

  private func bar(_ fills: [TimelineLanes.Fill], _ columns: [Int]) -> String {
    var bar = ""
    for (place, fill) in fills.enumerated() {
      let end = place + 1 < columns.count ? columns[place + 1] : width
      bar += String(repeating: sign(fill), count: end - columns[place])
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

  /// A letter for a party; what is left when letters run out.
  private func sign(_ fill: TimelineLanes.Fill) -> Character {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwyz")
    return switch fill {
    case .party(let place): place < letters.count ? letters[place] : "*"
    case .open: "?"
    case .unfit: "x"
    }
  }

  /// What the letters and signs stand for.
  var key: [String] {
    var lines = lanes.key.enumerated().map { place, party in
      "\(sign(.party(place)))  \(party[language])"
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
    return lines
  }
}
