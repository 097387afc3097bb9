import RoutingCore

/// The bars of a timeline, drawn: for a conversation with the youth, so in plain words and without the
/// names of rules.
struct TimelinePicture: Speaking {
  let timeline: Timeline
  let lanes: TimelineLanes
  let language: Language

  init(_ timeline: Timeline, _ language: Language) {
    self.timeline = timeline
    self.language = language
    lanes = TimelineLanes(timeline)
  }

  /// Measures of the drawing, in its own units.
  private enum Measure {
    static let width = 1000
    static let left = 172
    static let right = 975
    static let titleHeight = 46
    static let top = 46
    static let barHeight = 44
    static let barGap = 16
    static let lineHeight = 22
    /// Room for a number in a circle.
    static let room = 24
    /// The width of a letter of the size used, on average.
    static let letter = 8
  }

  /// What the drawing is called.
  var title: String {
    say("Wie helpt mij, en wanneer verandert dat?", "Who helps me, and when does that change?")
  }

  /// The drawing.
  ///
  /// - Parameter style: how it looks when it stands alone, with title and words of its own; nil on a page
  ///   that has these.
  func drawing(style: HTML? = nil) -> HTML {
    let places = self.places
    let top = Measure.top + (style == nil ? 0 : Measure.titleHeight)
    let bottom = top + 2 * Measure.barHeight + Measure.barGap
    let (key, keyEnd) = key(from: bottom + 58)
    let (list, end) = style == nil ? ([], keyEnd) : list(from: keyEnd + 18)
    var parts: [HTML] = [
      .element("title", ["id": "timeline-title"], saying: title),
      .element("desc", ["id": "timeline-words"], saying: sentences.joined(separator: " ")),
    ]
    if let style { parts.append(style) }
    parts.append(hatching)
    if style != nil {
      parts.append(
        .element(
          "rect",
          [
            "class": "page", "x": "0", "y": "0", "width": "\(Measure.width)", "height": "\(end)",
          ], holding: []))
      parts.append(words(title, 16, 32, isBold: true, size: 22))
    }
    parts += lane(say("verantwoordelijk", "responsible"), lanes.responsible, places, at: top)
    parts += lane(
      say("bel eerst", "call first"), lanes.contact, places,
      at: top + Measure.barHeight + Measure.barGap)
    parts += axis(at: bottom + 12) + numbers(places, above: top) + key + list
    return .element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(Measure.width) \(end)",
        "lang": language.rawValue, "role": "img",
        "aria-labelledby": "timeline-title timeline-words",
      ], holding: [.lines([.empty] + parts)])
  }

  /// Every stretch in a sentence.
  var sentences: [String] {
    timeline.stretches.enumerated().map { place, stretch in
      let when = TimelinePage(timeline, language)
        .period(stretch, before: timeline.stretches.dropFirst(place + 1).first)
      return "\(place + 1). \(sentence(when)) \(answers(stretch).joined(separator: " "))"
    }
  }

  /// Who is responsible and who to call in a stretch, in plain sentences.
  func answers(_ stretch: Timeline.Stretch) -> [String] {
    guard let answer = stretch.answer else {
      return [
        say(
          "Over deze tijd weten we te weinig.", "About this time we know too little.")
      ]
    }
    return [
      sentence(say("Verantwoordelijk is ", "Responsible is ") + either(answer.responsible)),
      sentence(say("Bel eerst ", "First call ") + either(answer.contact)),
    ]
  }

  /// The answer, or the organisations that it can be.
  private func either(_ verdict: Verdict) -> String {
    if let answer = verdict.answer { return answer.label[language] }
    return verdict.organisations[language] + say(" (nog niet zeker)", " (not certain yet)")
  }

  private func sentence(_ words: String) -> String { capitalised(words) + "." }
}

// MARK: - The bars

extension TimelinePicture {
  private var places: [Int] {
    let width = Measure.right - Measure.left
    let room = min(Measure.room, width / max(1, lanes.starts.count))
    return lanes.places(across: width, atLeast: room).map { $0 + Measure.left }
  }

  /// Bars of one lane: stretches with the same party next to each other are one bar.
  private func lane(_ label: String, _ fills: [TimelineLanes.Fill], _ places: [Int], at y: Int)
    -> [HTML]
  {
    var parts = [words(label, 16, y + Measure.barHeight / 2 + 5, isBold: true, size: 15)]
    var place = 0
    while place < fills.count {
      let same = fills[place...].prefix { $0 == fills[place] }.count
      let end = place + same < places.count ? places[place + same] : Measure.right
      parts += bar(fills[place], from: places[place], to: end, at: y)
      place += same
    }
    if lanes.isOpenEnded {
      let (x, middle) = (Measure.right, y + Measure.barHeight / 2)
      parts.append(
        .element(
          "path",
          [
            "class": "arrow",
            "d": "M \(x) \(middle - 10) L \(x + 14) \(middle) L \(x) \(middle + 10) Z",
          ], holding: []))
    }
    return parts
  }

  private func bar(_ fill: TimelineLanes.Fill, from start: Int, to end: Int, at y: Int) -> [HTML] {
    let box = { (attributes: HTML.Attributes) -> HTML in
      var all = attributes
      all.add("x", "\(start)")
      all.add("y", "\(y)")
      all.add("width", "\(end - start)")
      all.add("height", "\(Measure.barHeight)")
      return .element("rect", all, holding: [])
    }
    var parts = [box(["class": "box fill-\(tone(fill))"])]
    if case .party = fill {} else { parts.append(box(["fill": "url(#timeline-open)"])) }
    let full = name(fill).map { "\(sign(fill))  \($0)" } ?? sign(fill)
    let fits = full.count * Measure.letter <= end - start - 8
    let label = RoutePicture.words(
      fits ? full : sign(fill), (start + end) / 2, y + Measure.barHeight / 2 + 5, isBold: true,
      isCentred: true, size: 15)
    parts.append(.element("g", ["class": "ink-\(tone(fill))"], holding: [label]))
    return parts
  }

  private func axis(at y: Int) -> [HTML] {
    let width = Measure.right - Measure.left
    return lanes.ticks(atMost: 12).flatMap { day, label -> [HTML] in
      let x = Measure.left + lanes.place(of: day, across: width)
      return [
        .element("path", ["class": "line", "d": "M \(x) \(y) V \(y + 8)"], holding: []),
        words(label, x, y + 25, isCentred: true, size: 14),
      ]
    }
  }

  /// A number above each stretch, as many as there is room for.
  private func numbers(_ places: [Int], above top: Int) -> [HTML] {
    let y = top - 22
    let isRoomy = lanes.starts.count * Measure.room <= Measure.right - Measure.left
    guard isRoomy else { return [] }
    return places.enumerated().flatMap { place, x -> [HTML] in
      [
        .element("path", ["class": "line", "d": "M \(x) \(y + 2) V \(top)"], holding: []),
        .element(
          "circle", ["class": "box fill-0", "cx": "\(x + 11)", "cy": "\(y)", "r": "11"],
          holding: []),
        words("\(place + 1)", x + 11, y + 5, isBold: true, isCentred: true, size: 14),
      ]
    }
  }

  /// Stripes for what is not known, so that it is told by more than a colour.
  private var hatching: HTML {
    .element(
      "defs",
      holding: [
        .element(
          "pattern",
          [
            "id": "timeline-open", "width": "8", "height": "8", "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
          ],
          holding: [
            .element("path", ["class": "line", "d": "M 0 0 V 8", "opacity": "0.25"], holding: [])
          ])
      ])
  }

  private func words(
    _ text: String, _ x: Int, _ y: Int, isBold: Bool = false, isCentred: Bool = false, size: Int
  ) -> HTML {
    RoutePicture.words(text, x, y, isBold: isBold, isCentred: isCentred, size: size)
  }
}

// MARK: - The words below

extension TimelinePicture {
  private func tone(_ fill: TimelineLanes.Fill) -> Int {
    if case .party(let place) = fill { place % 7 + 1 } else { 0 }
  }

  /// A letter or sign, so that no bar is told by its colour alone.
  private func sign(_ fill: TimelineLanes.Fill) -> String { String(fill.sign) }

  private func name(_ fill: TimelineLanes.Fill) -> String? {
    switch fill {
    case .party(let place): lanes.key[place][language]
    case .open: say("nog niet zeker", "not certain yet")
    case .unfit: nil
    }
  }

  /// The letters with their parties, and where they end.
  private func key(from top: Int) -> ([HTML], Int) {
    var y = top
    var parts: [HTML] = []
    let used = Set(lanes.responsible + lanes.contact)
    var fills = lanes.key.indices.map { TimelineLanes.Fill.party($0) }
    for fill in [TimelineLanes.Fill.open, .unfit] where used.contains(fill) { fills.append(fill) }
    for fill in fills {
      let words = name(fill) ?? say("over deze tijd weten we te weinig", "too little is known")
      parts += sample(fill, at: y)
      for line in RoutePicture.lines(words, 95) {
        parts.append(self.words(line, 64, y + 17, size: 15))
        y += Measure.lineHeight
      }
      y += 8
    }
    if places
      != lanes.places(across: Measure.right - Measure.left, atLeast: 0).map({ $0 + Measure.left })
    {
      parts.append(words(lanes.shortRemark(language), 16, y + 17, size: 14))
      y += Measure.lineHeight + 8
    }
    return (parts, y)
  }

  /// A small bar for the key.
  private func sample(_ fill: TimelineLanes.Fill, at y: Int) -> [HTML] {
    let box = HTML.element(
      "rect",
      [
        "class": "box fill-\(tone(fill))", "x": "16", "y": "\(y)", "width": "32", "height": "24",
      ], holding: [])
    let label = RoutePicture.words(
      sign(fill), 32, y + 17, isBold: true, isCentred: true, size: 15)
    return [box, .element("g", ["class": "ink-\(tone(fill))"], holding: [label])]
  }

  /// The stretches in words, and where they end.
  private func list(from top: Int) -> ([HTML], Int) {
    var y = top
    var parts: [HTML] = []
    for (place, stretch) in timeline.stretches.enumerated() {
      let when = TimelinePage(timeline, language)
        .period(stretch, before: timeline.stretches.dropFirst(place + 1).first)
      var lines = [(words: sentence(when), isBold: true)]
      if !stretch.reasons.isEmpty {
        let reasons = stretch.reasons.map { $0[language] }.joined(separator: ", ")
        lines.append((say("Dit begint door: ", "This begins with: ") + reasons, false))
      }
      if !stretch.isDetermined { lines += answers(stretch).map { ($0, false) } }
      parts.append(words("\(place + 1)", 32, y + 17, isBold: true, isCentred: true, size: 15))
      for (text, isBold) in lines {
        for line in RoutePicture.lines(text, 105) {
          parts.append(words(line, 64, y + 17, isBold: isBold, size: 15))
          y += Measure.lineHeight
        }
      }
      y += 8
    }
    for line in RoutePicture.lines(closing, 105) {
      parts.append(words(line, 16, y + 26, size: 14))
      y += Measure.lineHeight
    }
    return (parts, y + 24)
  }

  /// What the drawing stands on.
  private var closing: String {
    let day = day(timeline.date)
    return say(
      "Dit is een advies, met wat bekend was op \(day). Bij direct gevaar: bel 112.",
      "This is advice, with what was known on \(day). In immediate danger: call 112.")
  }
}
