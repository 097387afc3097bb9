public import RoutingCore

/// What has to be done with a caseload: the same for all workers.
public final class CaseloadJob: Sendable {
  /// What is asked.
  public enum Task: Sendable {
    /// Every row, in order.
    case rows
    /// What changes and falls due up to and including a day.
    case worklist(until: CalendarDate)
    /// Counts.
    case summary
  }

  /// The form of an answer.
  public enum Form: String, Sendable {
    case text, csv, ndjson, json, html
  }

  let rules: CompiledRules
  let book: AnswerBook
  let language: Language
  let task: Task
  let form: Form
  let dialect: CSVText.Dialect
  let path: String
  let date: CalendarDate
  let input: CaseloadInput.Form
  let columns: RowReader.Columns
  let region: WantedRegion?
  let hasRejects: Bool
  let isStrict: Bool
  /// Names of columns to pass over that are no columns of the list.
  let unusedNames: [String]

  /// - Parameters:
  ///   - isForExcel: whether comma-separated values are for a Dutch Excel.
  ///   - path: the name of the input, for faults.
  ///   - ignored: names of columns to pass over.
  ///   - region: the agreement that the caller names for all rows.
  ///   - hasRejects: whether refused rows go elsewhere than between the answers.
  ///   - isStrict: whether the first refused row ends everything.
  public init(
    _ rules: CompiledRules, _ task: Task, as form: Form, isForExcel: Bool, path: String,
    on date: CalendarDate, input: CaseloadInput, ignoring ignored: [String],
    region: WantedRegion?, hasRejects: Bool, isStrict: Bool, _ language: Language
  ) {
    self.rules = rules
    book = AnswerBook(rules, language)
    self.language = language
    self.task = task
    self.form = form
    dialect = isForExcel ? .nl : .rfc4180
    self.path = path
    self.date = date
    self.input = input.form
    switch input.form {
    case .values:
      // What the columns are is settled by the header: its rows hold nothing else.
      columns = RowReader.Columns(key: input.key)
    case .objects:
      let isIgnored = CaseloadHeader.isIgnored(input.key, ignored)
      columns = RowReader.Columns(key: isIgnored ? nil : input.key, ignored: ignored)
    }
    unusedNames = input.unusedNames
    self.region = region
    self.hasRejects = hasRejects
    self.isStrict = isStrict
  }

  /// Whether refused rows that go nowhere else are all told at the end.
  var listsAllRefusals: Bool {
    if case .worklist = task { return form != .text }
    return false
  }

  /// Whether every row is answered by itself.
  var isRows: Bool {
    if case .rows = task { return true }
    return false
  }
}

/// How many rows came to what.
public struct CaseloadCounts: Sendable {
  /// Rows that were answered.
  public var answered = 0
  /// Rows among them of which it cannot be decided yet who is responsible or who to call.
  public var undetermined = 0
  /// Rows that were refused.
  public var refused = 0
  /// Lines with nothing but separators and blanks.
  public var empty = 0

  /// Nothing counted.
  public init() {}

  /// All rows.
  public var rows: Int { answered + refused }

  /// Adds the counts of some more rows.
  public static func += (left: inout CaseloadCounts, right: CaseloadCounts) {
    left.answered += right.answered
    left.undetermined += right.undetermined
    left.refused += right.refused
    left.empty += right.empty
  }
}

/// Why a row was refused, without anything of what it says.
struct Refusal {
  let line: Int
  let column: Int?
  let key: String
  let code: Diagnostic.Code
  let reason: String
  /// The same as a line for a terminal.
  let rendered: String

  init(_ faults: [Diagnostic], line: Int, key: String, _ job: CaseloadJob) {
    let first = faults.first
    self.line = first?.span.map { $0.position.line } ?? line
    column = first?.span.map { $0.position.column }
    self.key = key
    code = first?.code ?? .syntax
    let language = job.language
    let sentences = faults.prefix(3).map { fault in
      fault.message[language] + (fault.help.map { "; " + $0[language] } ?? "")
    }
    let more = faults.count - sentences.count
    reason = Printable.visible(
      sentences.joined(separator: " | ")
        + (more > 0 ? " | " + Text(nl: "en nog \(more)", en: "and \(more) more")[language] : ""))
    rendered = Printable.visible(
      "\(job.path):\(self.line):\(column ?? 1): error: \(reason) [\(code.rawValue)]")
  }
}

/// What one chunk of the input came to, behind its answers in the bytes that its worker hands over.
public struct ChunkReport {
  /// How many rows came to what.
  public private(set) var counts = CaseloadCounts()
  /// Whether nothing after this chunk counts.
  public private(set) var isLast = false
  private var answers = 0
  private static let size = 6 * 8

  init(_ counts: CaseloadCounts, answers: Int, isLast: Bool) {
    self.counts = counts
    self.answers = answers
    self.isLast = isLast
  }

  /// Reads the report behind bytes of a worker.
  public init(behind bytes: UnsafeRawBufferPointer) {
    let start = bytes.count - ChunkReport.size
    func number(_ place: Int) -> Int {
      bytes.loadUnaligned(fromByteOffset: start + place * 8, as: Int.self)
    }
    counts.answered = number(0)
    counts.undetermined = number(1)
    counts.refused = number(2)
    counts.empty = number(3)
    answers = number(4)
    isLast = number(5) != 0
  }

  /// The bytes of the answers.
  public func answers(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[..<answers])
  }

  /// The bytes of the refusals that go elsewhere.
  public func refusals(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[answers..<(bytes.count - ChunkReport.size)])
  }

  func write(to sink: ByteSink) {
    for number in [
      counts.answered, counts.undetermined, counts.refused, counts.empty, answers, isLast ? 1 : 0,
    ] {
      withUnsafeBytes(of: number) { sink.append($0) }
    }
  }
}
