import RoutingCore

/// The route map, drawn: a lane for each way, a box for each stop, and between them what passes it on.
struct RoutePicture {
  /// What it shows.
  let title: String
  /// The ways, with words as they are shown.
  let ways: [Way]

  /// A lane.
  struct Way {
    let title: String
    let stops: [Stop]
  }

  /// A stop on a lane.
  struct Stop {
    /// What begins it; empty for the first.
    let reason: String
    /// Who is responsible there.
    let responsible: String
    /// Who to call first.
    let contact: String
    /// Which colour goes with it.
    let tone: Int
  }

  /// A stop in one sentence.
  private func sentence(_ stop: Stop) -> String {
    (stop.reason.isEmpty ? "" : stop.reason + " → ") + stop.responsible + "; " + stop.contact
  }

  /// The picture in words, for a terminal.
  func text(_ width: Int) -> String {
    Sheet.Line.wrapped(title, width)
      + ways.map { way in
        "\n" + Sheet.Line.wrapped(way.title, width)
          + way.stops.map { stop in
            Sheet.Line.wrapped(
              sentence(stop), first: "  ",
              rest: "      ", width)
          }.joined()
      }.joined()
  }

  /// The picture in sentences.
  func plain(_ width: Int) -> String {
    Sheet.Line.wrapped(title + ".", width)
      + ways.map { way in
        "\n" + Sheet.Line.wrapped(way.title + ".", width)
          + way.stops.map { stop in
            Sheet.Line.wrapped(
              (stop.reason.isEmpty ? "" : stop.reason + ": ") + stop.responsible + ", "
                + stop.contact + ".", width)
          }.joined()
      }.joined()
  }

  /// The picture as lists.
  func markdown() -> String {
    "## \(Page.escaped(title))\n\n"
      + ways.map { way in
        "- \(Page.escaped(way.title))\n"
          + way.stops.map { "  1. \(Page.escaped(sentence($0)))\n" }.joined()
      }.joined()
  }

  /// The picture as a drawing, with the same in words below it.
  func html(_ language: Language) -> HTML {
    let words = ways.map { way in
      HTML.element(
        "li",
        holding: [
          .element("strong", saying: way.title),
          .element("ol", holding: way.stops.map { .element("li", saying: sentence($0)) }),
        ])
    }
    return .lines([
      .element("h2", saying: title),
      .element("div", ["class": "picture"], holding: [drawing]),
      .element(
        "div", ["class": "screen"],
        holding: [
          .element("h3", saying: language == .nl ? "De kaart in woorden" : "The map in words"),
          .element("ul", ["class": "words"], holding: [.lines([.empty] + words)]),
        ]),
    ])
  }
}

// MARK: - The drawing

extension RoutePicture {
  /// Measures of the drawing, in its own units.
  private enum Measure {
    static let margin = 12
    static let boxWidth = 244
    static let gap = 126
    static let lineHeight = 18
    static let titleHeight = 26
    static let padding = 12
    static let laneGap = 22
    /// Characters that fit on a line of a box and of a label between boxes, in the size used.
    static let boxCharacters = 28
    static let labelCharacters = 16
  }

  private var drawing: HTML {
    let stops = ways.map(\.stops.count).max() ?? 0
    let width = Measure.margin * 2 + stops * Measure.boxWidth + max(0, stops - 1) * Measure.gap
    var top = Measure.margin
    var parts: [HTML] = [
      .element("title", ["id": "route-title"], saying: title),
      .element(
        "desc", ["id": "route-words"],
        saying: ways.map { $0.title + ": " + $0.stops.map(sentence).joined(separator: ". ") }
          .joined(separator: ". ")),
    ]
    for way in ways {
      let height = height(of: way)
      parts += lane(way, top: top, height: height)
      top += Measure.titleHeight + height + Measure.laneGap
    }
    return .element(
      "svg",
      [
        "viewBox": "0 0 \(width) \(top)", "role": "img",
        "aria-labelledby": "route-title route-words",
      ], holding: [.lines([.empty] + parts)])
  }

  private func height(of way: Way) -> Int {
    let lines = way.stops.map { words(of: $0).count }.max() ?? 0
    let labels =
      way.stops.map { RoutePicture.lines($0.reason, Measure.labelCharacters).count }
      .max() ?? 0
    return max(lines * Measure.lineHeight, labels * Measure.lineHeight * 2) + Measure.padding * 2
  }

  private func words(of stop: Stop) -> [(words: String, isBold: Bool)] {
    RoutePicture.lines(stop.responsible, Measure.boxCharacters).map { ($0, true) }
      + RoutePicture.lines(stop.contact, Measure.boxCharacters).map { ($0, false) }
  }

  private func lane(_ way: Way, top: Int, height: Int) -> [HTML] {
    var parts = [
      RoutePicture.words(way.title, Measure.margin, top + 16, isBold: true, size: 16)
    ]
    let boxTop = top + Measure.titleHeight
    let middle = boxTop + height / 2
    var left = Measure.margin
    for (place, stop) in way.stops.enumerated() {
      if place > 0 {
        let start = left - Measure.gap
        parts += arrow(from: start, to: left, at: middle)
        let label = RoutePicture.lines(stop.reason, Measure.labelCharacters)
        // The words stand on the line: the last of them just above it.
        for (line, words) in label.enumerated() {
          let y = middle - 8 - (label.count - 1 - line) * Measure.lineHeight
          parts.append(
            RoutePicture.words(words, start + Measure.gap / 2 - 4, y, isCentred: true, size: 13))
        }
      }
      parts.append(
        .element(
          "rect",
          [
            "class": "box fill-\(stop.tone)", "x": "\(left)", "y": "\(boxTop)",
            "width": "\(Measure.boxWidth)", "height": "\(height)", "rx": "10",
          ], holding: []))
      let lines = words(of: stop)
      let first = middle - (lines.count - 1) * Measure.lineHeight / 2 + 5
      let inside = lines.enumerated().map { line, words in
        RoutePicture.words(
          words.words, left + Measure.boxWidth / 2, first + line * Measure.lineHeight,
          isBold: words.isBold, isCentred: true, size: 14)
      }
      parts.append(.element("g", ["class": "ink-\(stop.tone)"], holding: inside))
      left += Measure.boxWidth + Measure.gap
    }
    return parts
  }

  private func arrow(from start: Int, to end: Int, at y: Int) -> [HTML] {
    [
      .element(
        "path", ["class": "line", "d": "M \(start) \(y) H \(end - 9)"], holding: []),
      .element(
        "path",
        [
          "class": "arrow",
          "d": "M \(end - 10) \(y - 6) L \(end - 1) \(y) L \(end - 10) \(y + 6) Z",
        ],
        holding: []),
    ]
  }

  /// A line of words on a drawing.
  static func words(
    _ words: String, _ x: Int, _ y: Int, isBold: Bool = false, isCentred: Bool = false, size: Int
  ) -> HTML {
    var attributes: HTML.Attributes = [
      "x": "\(x)", "y": "\(y)", "font-size": "\(size)",
    ]
    if isBold { attributes.add("font-weight", "600") }
    if isCentred { attributes.add("text-anchor", "middle") }
    return .element("text", attributes, saying: words)
  }

  /// Words in lines of so many characters; a longer word has a line of its own.
  static func lines(_ text: String, _ characters: Int) -> [String] {
    var result: [String] = []
    for word in Printable.visible(text).split(separator: " ") {
      if let last = result.last, last.count + 1 + word.count <= characters {
        result[result.count - 1] = last + " " + word
      } else {
        result.append(String(word))
      }
    }
    return result
  }
}
