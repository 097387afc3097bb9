import RoutingCore
import RoutingReport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension JongerenRoute {
  /// Answers a whole caseload.
  static func caseload(_ options: Options) throws -> Status {
    UnfinishedFiles.guardAgainstInterruption()
    let rulebook = try rulebook(options)
    guard let rules = CompiledRules(rulebook) else {
      throw Diagnostic(
        .tooManyValues,
        Text(
          nl: "deze regels zijn te groot voor een hele lijst",
          en: "these rules are too large for a whole caseload"),
        help: Text(nl: "gebruik `advise` per jongere", en: "use `advise` for each youth"))
    }
    let region = try (options.region ?? environmentRegion).map { name throws(Diagnostic) in
      try WantedRegion(name, isDefault: options.region == nil, for: rulebook)
    }
    let source = try CaseloadFile(options.profile ?? "-")
    try FileIdentity.check(source, options)
    return try CaseloadRun(options, rules, region, source).run()
  }
}

/// The input of a caseload.
final class CaseloadFile {
  /// Its name.
  let path: String
  private let descriptor: Int32
  /// Which file it is.
  var identity: FileIdentity? { FileIdentity(descriptor: descriptor) }
  /// How many bytes it holds, when that is known.
  let size: Int?

  init(_ path: String) throws(Diagnostic) {
    self.path = path
    descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      throw CaseloadFile.fault(path, Files.reason(errno))
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw CaseloadFile.fault(path, Text(nl: "is een map", en: "is a folder"))
    }
    if path == "-", isatty(0) == 1 {
      throw Diagnostic(
        .usage, Text(nl: "welke lijst?", en: "which list?"),
        help: Text(
          nl: "geef een bestand, of - met de standaardinvoer",
          en: "give a file, or - with standard input"))
    }
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  /// Reads some bytes: how many, 0 at the end, less when that failed.
  func read(_ memory: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, memory.baseAddress, memory.count)
      #else
        let count = Darwin.read(descriptor, memory.baseAddress, memory.count)
      #endif
      if count < 0, errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&waiting, 1, -1)
      } else if count >= 0 || errno != EINTR {
        return count
      }
    }
  }

  static func fault(_ path: String, _ reason: Text) -> Diagnostic {
    Diagnostic(
      .unreadable,
      Text(
        nl: "`\(path)` kan niet worden gelezen: \(reason.nl)",
        en: "`\(path)` cannot be read: \(reason.en)"),
      help: Text(nl: "kijk de naam en de rechten na", en: "check the name and the permissions"))
  }
}

/// One run over a caseload, from its first byte to its counts.
final class CaseloadRun {
  /// What ends a run before the last row.
  private enum Stop {
    /// The first bad row of a strict run.
    case refused
    /// Nobody reads what is written.
    case unread
  }

  private let options: Options
  private let source: CaseloadFile
  private let input: CaseloadInput
  private let job: CaseloadJob
  private let report: CaseloadReport
  private let progress: Progress
  private var output = Output.standardOutput
  private var rejects: WholeFile?
  private var counts = CaseloadCounts()
  private var hasWritten = false
  /// Why the rest is not wanted.
  private var stop: Stop?
  /// Why writing failed: the file and the system's error number.
  private var failure: (path: String, code: Int32)?

  init(
    _ options: Options, _ rules: CompiledRules, _ region: WantedRegion?, _ source: CaseloadFile
  ) throws {
    self.options = options
    self.source = source
    let date = options.date ?? JongerenRoute.today()
    let progress = Progress(
      size: source.size, hasRows: options.output == nil && !options.isGathered, options.language)
    self.progress = progress
    input = try CaseloadInput(
      { memory in
        let count = source.read(memory)
        if count > 0 { progress.noteBytes(count) }
        return count
      }, path: source.path, ignoring: options.ignoredColumns, for: rules.rulebook)
    let task: CaseloadJob.Task =
      if let horizon = options.horizon {
        .worklist(until: horizon.end(from: date))
      } else if options.wantsSummary {
        .summary
      } else {
        .rows
      }
    job = CaseloadJob(
      rules, task, as: CaseloadJob.Form(rawValue: options.format.rawValue) ?? .csv,
      isForExcel: options.dialect == .nl, path: source.path, on: date, input: input,
      ignoring: options.ignoredColumns, region: region, hasRejects: options.rejects != nil,
      isStrict: options.isStrict, options.language)
    report = CaseloadReport(job)
  }

  /// Answers everything, and says how it ended.
  func run() throws -> JongerenRoute.Status {
    var files: [WholeFile] = []
    do {
      if let path = options.rejects {
        let file = try WholeFile(path)
        files.append(file)
        rejects = file
      }
      if let path = options.output {
        let file = try WholeFile(path)
        files.append(file)
        output = file.output
      }
      let workers = answer()
      progress.clear()
      if let failure { throw WholeFile.fault(failure.path, Files.reason(failure.code)) }
      if input.lines.hasFailed {
        throw CaseloadFile.fault(
          source.path, Text(nl: "het lezen is mislukt", en: "reading failed"))
      }
      if stop == nil {
        for file in files { try file.finish() }
        try WholeFile.keep(files)
      } else {
        for file in files { file.discard() }
      }
      return complain(workers, files)
    } catch {
      for file in files { file.discard() }
      throw error
    }
  }

  /// Answers all rows.
  private func answer() -> [CaseloadWorker] {
    let threads = options.threads ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let workers = (0..<threads).map { _ in CaseloadWorker(job) }
    write(report.opening)
    if let rejects { write(report.rejectOpening, rejects.output, options.rejects ?? "") }
    guard failure == nil else { return workers }
    let pipeline = Pipeline(
      reading: { self.input.read(into: $0) }, writing: { self.take($0) })
    _ = pipeline.run(workers)
    // A strict run ends its document too; what gathers all rows has none to tell of.
    if stop == nil || !options.isGathered { write(report.closing(workers, counts)) }
    return workers
  }

  /// Takes over what one chunk came to; false when nothing more is wanted.
  private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let chunk = ChunkReport(behind: bytes)
    counts += chunk.counts
    var answers = chunk.answers(bytes)
    if !hasWritten, !answers.isEmpty {
      hasWritten = true
      answers = UnsafeRawBufferPointer(rebasing: answers[report.separatorLength...])
    }
    write(answers, output, options.output ?? "-")
    if let rejects { write(chunk.refusals(bytes), rejects.output, options.rejects ?? "") }
    if chunk.isLast, stop == nil { stop = .refused }
    progress.show(counts.rows)
    return stop == nil && failure == nil
  }

  private func write(_ text: String) { write(text, output, options.output ?? "-") }

  private func write(_ text: String, _ output: Output, _ path: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0), output, path) }
  }

  private func write(_ bytes: UnsafeRawBufferPointer, _ output: Output, _ path: String) {
    guard failure == nil, stop != .unread, !bytes.isEmpty else { return }
    switch output.write(bytes) {
    case .written: return
    case .closed: stop = .unread
    case .failed(let code): failure = (path, code)
    }
  }

  /// Says on standard error what the rows came to.
  private func complain(_ workers: [CaseloadWorker], _ files: [WholeFile])
    -> JongerenRoute.Status
  {
    var text = report.complaints(workers, counts)
    for warning in report.warnings(input.lines) {
      text += "\(JongerenRoute.name): warning: \(warning)\n"
    }
    let words = report.countWords(counts, emptyLines: stop == nil ? input.lines.emptyLines : 0)
    text += "\(JongerenRoute.name): \(words)"
    if let stop { text += "; \(reason(stop, files)[options.language])" }
    _ = Output.standardError.write(WorkflowCommands.disarmed(text + "\n"))
    // Whoever asked for a file does not have it.
    if stop == .unread, !files.isEmpty { return .failed }
    return counts.refused > 0 ? .findings : .done
  }

  /// That a strict run wrote nothing of what tells of all rows together.
  private var unwritten: Text {
    let name =
      options.wantsSummary
      ? Text(nl: "samenvatting", en: "summary") : Text(nl: "werklijst", en: "worklist")
    return Text(
      nl: "; geen \(name.nl), want die zou maar over een deel van de rijen gaan",
      en: "; no \(name.en), because it would be about some of the rows only")
  }

  /// Why a run ended before the last row, and which files there are not.
  private func reason(_ stop: Stop, _ files: [WholeFile]) -> Text {
    let text =
      switch stop {
      case .refused:
        Text(nl: "gestopt bij de eerste", en: "stopped at the first")
          + (options.isGathered ? unwritten : Text(""))
      case .unread:
        Text(
          nl: "afgebroken: de uitvoer wordt niet verder gelezen",
          en: "cut short: nobody reads the output any further")
      }
    let missing = files.filter(\.isOrdinary).map { "`\($0.asked)`" }
    guard !missing.isEmpty else { return text }
    return text
      + Text(
        nl: "; \(Wording.all(missing, .nl)) niet geschreven",
        en: "; \(Wording.all(missing, .en)) not written")
  }
}
