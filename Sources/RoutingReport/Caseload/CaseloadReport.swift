public import RoutingCore

/// What is written before, between and after the answers of a caseload.
public struct CaseloadReport {
  let job: CaseloadJob
  private let rows: any RowForm
  private let rejects: any RowForm

  /// The report of a job.
  public init(_ job: CaseloadJob) {
    self.job = job
    rows = job.rowForm
    rejects = job.rejectForm
  }

  /// What stands before all rows.
  public var opening: String { job.isRows ? rows.opening : "" }

  /// How many bytes the first row begins with that stand between rows only.
  public var separatorLength: Int { rows.separator.utf8.count }

  /// What stands before all refusals that go elsewhere.
  public var rejectOpening: String { rejects.opening }

  /// What stands after all rows: the worklist and the summary altogether.
  public func closing(_ workers: [CaseloadWorker], _ counts: CaseloadCounts) -> String {
    switch job.task {
    case .rows: rows.closing(counts)
    case .worklist(let end):
      Worklist(
        job: job, end: end, tasks: workers.flatMap(\.tasks).sorted(by: CaseTask.isBefore),
        refusals: refusals(workers), counts: counts
      ).text
    case .summary:
      CaseSummary(
        job: job,
        tally: workers.reduce(into: CaseTally()) { $0 += $1.tally }
      ).text
    }
  }

  /// The refusals that no output holds, as lines for a terminal.
  public func complaints(_ workers: [CaseloadWorker], _ counts: CaseloadCounts) -> String {
    let all = refusals(workers)
    if job.isStrict { return all.prefix(1).map { $0.rendered + "\n" }.joined() }
    guard case .summary = job.task, !job.hasRejects else { return "" }
    let lines = all.map { $0.rendered + "\n" }.joined()
    return lines + more(than: all.count, counts)
  }

  /// That there are more refusals than those told, and how to see them.
  private func more(than told: Int, _ counts: CaseloadCounts) -> String {
    guard counts.refused > told else { return "" }
    let more = counts.refused - told
    return job.say(
      "en nog \(more): zie ze met --rejects BESTAND\n",
      "and \(more) more: see them with --rejects FILE\n")
  }

  private func refusals(_ workers: [CaseloadWorker]) -> [Refusal] {
    let all = workers.flatMap(\.refusals).sorted { $0.line < $1.line }
    return job.listsAllRefusals ? all : Array(all.prefix(CaseloadWorker.mostShown))
  }

  /// What the rows came to, for standard error: the counts add up.
  public func countWords(_ counts: CaseloadCounts, emptyLines: Int) -> String {
    let empty = counts.empty + emptyLines
    func rows(_ number: Int) -> String {
      job.say(number == 1 ? "1 rij" : "\(number) rijen", number == 1 ? "1 row" : "\(number) rows")
    }
    var text = job.say(
      "\(rows(counts.rows)): \(counts.answered) beantwoord",
      "\(rows(counts.rows)): \(counts.answered) answered")
    if counts.undetermined > 0 {
      text += job.say(
        " (van \(counts.undetermined) is nog niet te bepalen wie verantwoordelijk is of wie u belt)",
        " (of \(counts.undetermined) it cannot be decided yet who is responsible or who to call)")
    }
    text += job.say(", \(counts.refused) geweigerd", ", \(counts.refused) refused")
    if empty > 0 {
      text += job.say(
        "; \(empty) lege \(empty == 1 ? "regel" : "regels") overgeslagen",
        "; \(empty) empty \(empty == 1 ? "line" : "lines") passed over")
    }
    return text
  }

  /// What is odd about the input as a whole, for standard error.
  public func warnings(_ lines: LineSource) -> [String] {
    var found: [String] = []
    if lines.encoding == .windows1252 {
      found.append(
        job.say(
          "de invoer is geen UTF-8 en is gelezen als Windows-1252",
          "the input is not UTF-8 and was read as Windows-1252"))
    }
    if !job.unusedNames.isEmpty {
      let list = Wording.all(job.unusedNames.map { "`\($0)`" }, job.language)
      found.append(
        job.say(
          "de lijst heeft geen kolom \(list), genoemd bij --ignore-columns",
          "the list has no column \(list), named with --ignore-columns"))
    }
    let ends = lines.lineEnds
    if ends.areMixed {
      let counts = [("CRLF", ends.returnFeed), ("LF", ends.feed), ("CR", ends.carriageReturn)]
        .filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
      found.append(
        job.say(
          "de regels eindigen niet allemaal gelijk: \(Wording.all(counts, .nl))",
          "not all lines end alike: \(Wording.all(counts, .en))"))
    }
    if lines.isCutOff {
      found.append(
        job.say(
          "de laatste regel heeft geen regeleinde; kijk na of de invoer is afgebroken",
          "the last line has no line end; see whether the input was cut off"))
    }
    return found
  }
}
