import RoutingCore
import RoutingReport

extension JongerenRoute {
  /// Who is responsible and who to call over time.
  static func timeline(
    _ options: Options, _ rulebook: Rulebook, _ profile: Profile, _ date: CalendarDate
  ) throws -> Answer {
    if let end = options.end, end < options.start ?? date {
      throw Diagnostic(
        .usage,
        Text(nl: "--until ligt voor de eerste dag", en: "--until is before the first day"),
        help: Text(
          nl: "geef een latere dag, of een eerdere --from",
          en: "give a later day, or an earlier --from"))
    }
    let advisor = Advisor(rulebook)
    _ = Unmanaged.passRetained(advisor)
    let timeline = try advisor.timeline(
      for: profile, on: date, from: options.start, until: options.end)
    let text =
      switch options.format {
      case .ics: timeline.calendar(options.language)
      case .svg: timeline.svg(options.language)
      case .html: timeline.html(options.language)
      case .text, .json, .markdown, .github, .csv:
        render(
          TimelinePage(timeline, options.language).page, options,
          json: timeline.json(options.language))
      }
    return Answer(text: text, status: timeline.isDetermined ? .done : .undetermined)
  }
}
