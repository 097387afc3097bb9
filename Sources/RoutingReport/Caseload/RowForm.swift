import RoutingCore

/// How rows are written.
protocol RowForm: AnyObject {
  /// What stands before all rows.
  var opening: String { get }
  /// What every row begins with that is left out before the first one.
  var separator: String { get }
  /// Adds a row that was answered.
  func write(
    _ row: RowAdvice, _ key: UnsafeRawBufferPointer, _ line: Int, to sink: ByteSink)
  /// Adds a row that was refused.
  func write(_ refusal: Refusal, to sink: ByteSink)
  /// What stands after all rows.
  func closing(_ counts: CaseloadCounts) -> String
}

extension CaseloadJob {
  /// How answered rows are written, with the refused ones between them.
  var rowForm: any RowForm {
    switch form {
    case .csv, .text: RowCSV(self, isRejects: false)
    case .ndjson: RowJSON(self, isList: false)
    case .json: RowJSON(self, isList: true)
    case .html: RowHTML(self)
    }
  }

  /// How refused rows are written by themselves.
  var rejectForm: any RowForm {
    switch form {
    case .ndjson, .json: RowJSON(self, isList: false)
    default: RowCSV(self, isRejects: true)
    }
  }

  /// What a row came to, in words.
  func statusWords(_ row: RowAdvice) -> String {
    row.isDetermined
      ? say("bepaald", "determined") : say("nog niet te bepalen", "undetermined")
  }
}

extension CaseloadJob: Speaking {}

/// Rows as comma-separated values.
final class RowCSV: RowForm {
  private let job: CaseloadJob
  private let cells: CellWriter
  private let isRejects: Bool

  init(_ job: CaseloadJob, isRejects: Bool) {
    self.job = job
    self.isRejects = isRejects
    cells = CellWriter(job.dialect)
  }

  let separator = ""

  var opening: String {
    CSVText.line(job.columnNames(isRejects: isRejects), job.dialect, isFirst: true)
  }

  func closing(_ counts: CaseloadCounts) -> String { "" }

  func write(
    _ row: RowAdvice, _ key: UnsafeRawBufferPointer, _ line: Int, to sink: ByteSink
  ) {
    cells.begin()
    cells.add(key, to: sink)
    cells.add(line, to: sink)
    cells.add(job.statusWords(row), to: sink)
    cells.add(list(row.responsible), to: sink)
    cells.add(list(row.contact), to: sink)
    cells.add(row.provisional?.words ?? "", to: sink)
    cells.add(level(row), to: sink)
    cells.add(list(row.window), to: sink)
    cells.add(row.holder?.words ?? "", to: sink)
    cells.add(row.next.map { job.cell($0.day) } ?? "", to: sink)
    cells.add(row.next.map(job.words) ?? "", to: sink)
    cells.add(
      row.duties.isEmpty ? "" : row.duties.map(job.words).joined(separator: " | "), to: sink)
    cells.add(row.assumed.joined(separator: ", "), to: sink)
    cells.add(row.missing.joined(separator: ", "), to: sink)
    cells.add(row.rules.joined(separator: ", "), to: sink)
    for _ in 0..<3 { cells.add("", to: sink) }
    cells.end(sink)
  }

  func write(_ refusal: Refusal, to sink: ByteSink) {
    cells.begin()
    cells.add(refusal.key, to: sink)
    cells.add(refusal.line, to: sink)
    if !isRejects {
      cells.add(job.say("geweigerd", "refused"), to: sink)
      for _ in 0..<12 { cells.add("", to: sink) }
    }
    cells.add(refusal.column.map(String.init) ?? "", to: sink)
    cells.add(refusal.code.rawValue, to: sink)
    cells.add(refusal.reason, to: sink)
    cells.end(sink)
  }

  private func list(_ told: [RowAdvice.Told]) -> String {
    told.count == 1 ? told[0].words : told.map(\.words).joined(separator: " | ")
  }

  private func level(_ row: RowAdvice) -> String {
    guard let suggested = row.suggestedLevel else { return row.level?.words ?? "" }
    let suggestion = job.say("voorstel: ", "suggestion: ") + suggested.words
    return row.level.map { "\($0.words); \(suggestion)" } ?? suggestion
  }
}

extension CaseloadJob {
  /// The columns of a spreadsheet.
  func columnNames(isRejects: Bool) -> [String] {
    let fault = [say("kolom", "column"), "code", say("reden", "reason")]
    let first = [say("sleutel", "key"), say("regel", "line")]
    if isRejects { return first + fault }
    return first + [
      "status", say("verantwoordelijk", "responsible"), say("bel", "call"),
      say("bel voorlopig", "call provisionally"), say("niveau", "level"), say("venster", "window"),
      say("houder", "holder"), say("verandert op", "changes on"),
      say("wat verandert", "what changes"), say("te doen", "to do"), say("aangenomen", "assumed"),
      say("ontbreekt", "missing"), say("beslist door", "decided by"),
    ] + fault
  }

  /// A day as a spreadsheet has it; between two days when it is not known exactly.
  func cell(_ range: DateRange) -> String {
    if range.isExact { return cell(range.first) }
    let (first, last) = (cell(range.first), cell(range.last))
    return say("tussen \(first) en \(last)", "between \(first) and \(last)")
  }

  /// A day as a spreadsheet has it.
  func cell(_ day: CalendarDate) -> String {
    guard dialect == .nl, form == .csv else { return day.description }
    let parts = day.description.split(separator: "-")
    return parts.reversed().joined(separator: "-")
  }

  /// What changes, in words.
  func words(_ next: RowAdvice.Next) -> String {
    var parts: [String] = []
    func add(_ label: String, _ told: [RowAdvice.Told]) {
      guard !told.isEmpty else { return }
      parts.append("\(label): \(Wording.either(told.map(\.words), language))")
    }
    add(say("verantwoordelijk", "responsible"), next.responsible)
    add(say("bel", "call"), next.contact)
    parts += next.others.map { "\($0.label): \($0.to)" }
    return parts.joined(separator: " | ")
  }

  /// A duty, in words.
  func words(_ duty: RowAdvice.Duty) -> String {
    let before = say("voor \(cell(duty.due))", "before \(cell(duty.due))")
    let doubt = duty.isCertain ? "" : say(" (mogelijk)", " (possibly)")
    return "\(before): \(duty.title)\(doubt) [\(duty.rule)]"
  }
}

/// Writes cells of comma-separated values.
final class CellWriter {
  private let dialect: CSVText.Dialect
  private let separator: UInt8
  private var isFirst = true

  init(_ dialect: CSVText.Dialect) {
    self.dialect = dialect
    separator = dialect == .nl ? UInt8(ascii: ";") : UInt8(ascii: ",")
  }

  /// Begins a row.
  func begin() { isFirst = true }

  /// Ends a row, the way both dialects want.
  func end(_ sink: ByteSink) { sink.append("\r\n") }

  /// Adds bytes that are plain: they begin with a letter or a digit and hold no separator.
  func add(_ plain: UnsafeRawBufferPointer, to sink: ByteSink) {
    next(sink)
    sink.append(plain)
  }

  /// Adds a number.
  func add(_ number: Int, to sink: ByteSink) {
    next(sink)
    sink.append(text: String(number))
  }

  /// Adds a text.
  func add(_ text: String, to sink: ByteSink) {
    next(sink)
    var text = text
    let isPlain = text.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last else { return true }
      // A letter never begins a formula; everything else is looked at closely.
      let isLetter = first | 0x20 &- 0x61 < 26 || first &- 0x30 < 10
      return isLetter && last != 0x20
        && !bytes.contains { $0 == separator || $0 == 0x22 || $0 < 0x20 || $0 >= 0x7F }
    }
    sink.append(text: isPlain ? text : CSVText.field(text, dialect))
  }

  private func next(_ sink: ByteSink) {
    if !isFirst { sink.append(separator) }
    isFirst = false
  }
}
