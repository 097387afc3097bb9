import RoutingCore

/// Rows as a web page.
final class RowHTML: RowForm {
  private let job: CaseloadJob
  private let columns: [String]
  private let page: [Substring]
  /// Stands in the page where the rows will; no text of a page holds it.
  private static let mark = "jongeren-route-rows"

  init(_ job: CaseloadJob) {
    self.job = job
    columns = job.columnNames(isRejects: false)
    let title = job.say("Advies per rij", "Advice on every row")
    let heads = columns.map { HTML.element("th", ["scope": "col"], saying: $0) }
    let table = HTML.element(
      "table",
      holding: [
        .element(
          "caption", saying: title + ", " + job.day(job.date) + "; " + job.rules.rulebook.hash),
        .element("thead", holding: [.element("tr", holding: heads)]),
        .element("tbody", saying: RowHTML.mark),
      ])
    let document = WebPage(language: job.language, title: title, body: [table]).document
    page = document.split(separator: RowHTML.mark, maxSplits: 1)
  }

  let separator = ""
  var opening: String { String(page[0]) + "\n" }

  func closing(_ counts: CaseloadCounts) -> String { String(page[1]) }

  func write(
    _ row: RowAdvice, _ key: UnsafeRawBufferPointer, _ line: Int, to sink: ByteSink
  ) {
    func list(_ told: [RowAdvice.Told]) -> String { told.map(\.words).joined(separator: " | ") }
    let suggested = row.suggestedLevel.map {
      job.say("voorstel: \($0.words)", "suggestion: \($0.words)")
    }
    write(
      [
        String(decoding: key, as: UTF8.self), String(line), job.statusWords(row),
        list(row.responsible), list(row.contact), row.provisional?.words ?? "",
        [row.level?.words, suggested].compactMap(\.self).joined(separator: "; "),
        list(row.window), row.holder?.words ?? "", row.next.map { job.cell($0.day) } ?? "",
        row.next.map(job.words) ?? "", row.duties.map(job.words).joined(separator: " | "),
        row.assumed.joined(separator: ", "), row.missing.joined(separator: ", "),
        row.rules.joined(separator: ", "), "", "", "",
      ], to: sink)
  }

  func write(_ refusal: Refusal, to sink: ByteSink) {
    write(
      [refusal.key, String(refusal.line), job.say("geweigerd", "refused")]
        + Array(repeating: "", count: 12)
        + [
          refusal.column.map(String.init) ?? "", refusal.code.rawValue, refusal.reason,
        ], to: sink)
  }

  private func write(_ cells: [String], to sink: ByteSink) {
    let parts = zip(columns, cells).enumerated().map { place, cell in
      place == 0
        ? HTML.element("th", ["scope": "row"], saying: cell.1)
        : HTML.element("td", ["data-label": cell.0], saying: cell.1)
    }
    sink.append(text: HTML.element("tr", holding: parts).source + "\n")
  }
}
