public import RoutingCore

/// Answers the rows of one chunk after the other.
public final class CaseloadWorker: ChunkWorker {
  private let job: CaseloadJob
  private let advisor: RowAdvisor
  private let teller: RowTeller
  private let translator: RecordTranslator?
  private let rows: any RowForm
  private let rejects: any RowForm
  private let refusalBytes = ByteSink()
  private var counts = CaseloadCounts()
  /// What there is to do, found so far.
  private(set) var tasks: [CaseTask] = []
  /// What was counted so far.
  private(set) var tally = CaseTally()
  /// Refusals that no output holds.
  private(set) var refusals: [Refusal] = []
  /// More refusals than this are not kept where nothing shows them all.
  static let mostShown = 20

  /// A worker for one thread.
  public init(_ job: CaseloadJob) {
    self.job = job
    advisor = RowAdvisor(
      job.rules, path: job.path, columns: job.columns, region: job.region, on: job.date)
    let extent: RowTeller.Extent =
      switch job.task {
      case .rows: .all
      case .summary: .counts
      case .worklist: .status
      }
    teller = RowTeller(advisor, job.book, telling: extent)
    if case .values(let header, let separator) = job.input {
      translator = RecordTranslator(
        header, separator: separator, path: job.path, for: job.rules.rulebook)
    } else {
      translator = nil
    }
    rows = job.rowForm
    rejects = job.rejectForm
  }

  /// Adds to the output what some lines come to, and a report of the chunk behind it.
  public func work(on chunk: Chunk, into output: ByteSink) {
    counts = CaseloadCounts()
    refusalBytes.clear()
    var place = chunk.start
    let end = chunk.start + chunk.count
    var line = chunk.firstLine
    var isLast = false
    while place < end {
      if place.pointee == 0x0A {
        place += 1
      } else {
        answer(&place, line, output)
        if job.isStrict, counts.refused > 0 {
          isLast = true
          break
        }
      }
      line += 1
    }
    let answers = output.count
    output.append(refusalBytes.bytes)
    ChunkReport(counts, answers: answers, isLast: isLast).write(to: output)
  }

  private func answer(
    _ place: inout UnsafePointer<UInt8>, _ line: Int, _ output: ByteSink
  ) {
    guard let translator else {
      let start = place
      if lineIsRefused(&place, line, output) { return }
      settle(advisor.advise(&place, line: line), start, line, output)
      return
    }
    switch translator.translate(&place, line: line) {
    case .empty: counts.empty += 1
    case .refused:
      let key = translator.keyOfRefused
      let isKnown = key.withUnsafeBytes { CaseKey.isPlain($0) }
      refuse(
        [translator.fault].compactMap(\.self), line,
        key: isKnown ? String(decoding: key, as: UTF8.self) : "", output)
    case .row:
      translator.row.bytes.withMemoryRebound(to: UInt8.self) { bytes in
        guard var start = bytes.baseAddress else { return }
        let first = start
        settle(advisor.advise(&start, line: line), first, line, output)
      }
    }
  }

  /// Refuses a line that could not be kept, and passes over it.
  private func lineIsRefused(
    _ place: inout UnsafePointer<UInt8>, _ line: Int, _ output: ByteSink
  ) -> Bool {
    // Only lines cut short are as short as their mark.
    guard place.pointee < 0x20 else { return false }
    var end = place
    while end.pointee != 0x0A { end += 1 }
    guard let fault = Faults.ofLine(from: place, count: end - place, job.path, line) else {
      return false
    }
    place = end + 1
    refuse([fault], line, key: "", output)
    return true
  }

  private func settle(
    _ outcome: RowAdvisor.Outcome, _ start: UnsafePointer<UInt8>, _ line: Int, _ output: ByteSink
  ) {
    if case .blank = outcome {
      counts.empty += 1
      return
    }
    // What contradicts itself is refused for that, whatever its key.
    var isRefused = false
    if case .refused = outcome { isRefused = true }
    if case .unsettled = outcome { isRefused = !teller.tell(outcome) }
    if isRefused {
      let key = bareKey
      let isKnown = !key.isEmpty && CaseKey.isPlain(key)
      refuse(
        advisor.faults, line, key: isKnown ? String(decoding: key, as: UTF8.self) : "", output)
      return
    }
    let key = bareKey
    guard key.isEmpty || CaseKey.isPlain(key) else {
      refuse([keyFault(start, line)], line, key: "", output)
      return
    }
    var isTold = true
    if case .unsettled = outcome {} else { isTold = teller.tell(outcome) }
    guard isTold else {
      refuse(advisor.faults, line, key: String(decoding: key, as: UTF8.self), output)
      return
    }
    counts.answered += 1
    if !teller.told.isDetermined { counts.undetermined += 1 }
    switch job.task {
    case .rows: rows.write(teller.told, key, line, to: output)
    case .summary: tally.add(teller.told, job.book)
    case .worklist(let end):
      do throws(Diagnostics) {
        let stretches = try advisor.stretches(until: end)
        let key = String(decoding: key, as: UTF8.self)
        tasks += CaseTask.all(stretches, key, line, job)
      } catch {
        // The advice could be given, so this cannot happen; if it does, the row is not lost.
        counts.answered -= 1
        if !teller.told.isDetermined { counts.undetermined -= 1 }
        refuse(error.all, line, key: "", output)
      }
    }
  }

  /// The key without quotes.
  private var bareKey: UnsafeRawBufferPointer {
    let key = advisor.key
    guard key.count >= 2, key[0] == UInt8(ascii: "\"") else { return key }
    return UnsafeRawBufferPointer(rebasing: key[1..<(key.count - 1)])
  }

  private func keyFault(_ start: UnsafePointer<UInt8>, _ line: Int) -> Diagnostic {
    var end = start
    while end.pointee != 0x0A { end += 1 }
    let bytes = Array(UnsafeBufferPointer(start: start, count: end - start))
    let file = SourceFile(path: job.path, bytes: bytes, line: line)
    let offset = advisor.key.baseAddress.map { $0 - UnsafeRawPointer(start) } ?? 0
    return Diagnostic(
      .badName, CaseKey.message, help: CaseKey.help,
      at: SourceSpan(file: file, range: offset..<offset))
  }

  private func refuse(_ faults: [Diagnostic], _ line: Int, key: String, _ output: ByteSink) {
    counts.refused += 1
    // Faults of a record stand in it already, those of the row made from it do not.
    let placed =
      translator.map { translator in
        translator.fault == nil ? faults.map(translator.placed) : faults
      } ?? faults
    let refusal = Refusal(placed, line: line, key: key, job)
    tally.refused[refusal.code.rawValue, default: 0] += 1
    if job.hasRejects {
      rejects.write(refusal, to: refusalBytes)
    } else if job.isRows {
      rows.write(refusal, to: output)
    }
    let isListed = job.listsAllRefusals || refusals.count < CaseloadWorker.mostShown
    if isListed, job.isStrict || !job.isRows && !job.hasRejects { refusals.append(refusal) }
  }
}
