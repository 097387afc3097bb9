public import RoutingCore

extension Timeline {
  /// The timeline as a drawing by itself (SVG): nothing fetched, no script, colours for paper.
  public func svg(_ language: Language) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + TimelinePicture(self, language).drawing(style: .style(TimelinePicture.sheet)).source + "\n"
  }

  /// The timeline as a web page in one file: the drawing, and the same in words.
  public func html(_ language: Language) -> String {
    let picture = TimelinePicture(self, language)
    return WebPage(language: language, title: picture.title, body: picture.page).document
  }
}

extension TimelinePicture {
  /// How the drawing looks by itself, in the colours that the web pages have on paper.
  ///
  /// Plain values, because not every program that shows drawings knows more of CSS.
  fileprivate static let sheet: StaticString = """
    text { font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: #1b1f24; }
    .page { fill: #ffffff; }
    .box { stroke-width: 2; }
    .line { stroke: #66717e; stroke-width: 2; fill: none; }
    .arrow { fill: #66717e; }
    .fill-0 { fill: #ffffff; stroke: #66717e; }
    .fill-1 { fill: #e3eefb; stroke: #2a6ab0; }
    .fill-2 { fill: #e2f3e6; stroke: #2c7a45; }
    .fill-3 { fill: #fdeed6; stroke: #a8650a; }
    .fill-4 { fill: #f4e6f9; stroke: #8a3ca5; }
    .fill-5 { fill: #fce5e4; stroke: #b3403b; }
    .fill-6 { fill: #dcf3f3; stroke: #1f7f84; }
    .fill-7 { fill: #f3f0cf; stroke: #7d7414; }

    """

  /// What stands on the web page below its heading.
  fileprivate var page: [HTML] {
    let shown = TimelinePage(timeline, language)
    var body = [HTML.element("p", ["class": "lead"], saying: shown.title + ".")]
    if let remark = shown.pastRemark { body.append(.element("p", saying: remark)) }
    body.append(
      .element(
        "figure", ["aria-label": title],
        holding: [.element("div", ["class": "picture"], holding: [drawing()])]))
    body.append(.element("h2", saying: say("In woorden", "In words")))
    body.append(.element("ol", holding: [.lines([.empty] + timeline.stretches.indices.map(item))]))
    if let question = timeline.missing.first {
      body.append(
        .element("h2", saying: say("Dit willen we nog weten", "What we still want to know")))
      body.append(.element("p", saying: question.question[language]))
    }
    body.append(.element("p", ["class": "lead"], saying: shown.closing))
    return body
  }

  /// A stretch in words: when, why it begins, who, and what has to be done.
  private func item(_ place: Int) -> HTML {
    let stretch = timeline.stretches[place]
    let shown = TimelinePage(timeline, language)
    let when = shown.period(stretch, before: timeline.stretches.dropFirst(place + 1).first)
    var lines = answers(stretch)
    if !stretch.reasons.isEmpty {
      let reasons = stretch.reasons.map { $0[language] }.joined(separator: ", ")
      lines.insert(say("Dit begint door: ", "This begins with: ") + reasons + ".", at: 0)
    }
    lines += stretch.duties.map { capitalised(shown.words($0, naming: false)) + "." }
    return .element(
      "li",
      holding: [
        .element("strong", saying: capitalised(when)),
        .element("ul", holding: lines.map { .element("li", saying: $0) }),
      ])
  }
}
