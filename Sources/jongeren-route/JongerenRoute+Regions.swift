import RoutingCore
import RoutingReport

extension JongerenRoute {
  /// The agreements side by side, in the form asked for.
  static func regions(_ options: Options, _ rulebook: Rulebook, _ date: CalendarDate) throws
    -> Answer
  {
    var compared = try agreements(options.region ?? "all", rulebook)
    // One by itself is compared with what holds where there is none.
    if let frame = rulebook.frame, !compared.contains(where: { $0.id == frame.id }) {
      compared.append(frame)
    }
    let report = try RegionsReport(rulebook, compared, on: date, options.language)
    let text =
      switch options.format {
      case .text, .github, .ics, .svg, .ndjson: options.isPlain ? report.plain() : report.text()
      case .markdown: report.markdown()
      case .html: report.html()
      case .json: report.json.text
      case .csv: options.dialect == .nl ? report.csvForExcel() : report.csv()
      }
    return Answer(text: text)
  }
}
