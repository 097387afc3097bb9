import RoutingCore

extension Bench {
  /// Times decisions, reading and whole caseloads, all in turn.
  func measure() throws {
    let rulebook = try rulebook()
    let bytes = try input()
    let rules = try compiled(rulebook)
    var all: [Measurement] = []
    let lines = bytes.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    let loop = DecisionLoop(rules)
    fill(loop, rules, bytes)
    if loop.count > 0 {
      let rounds = max(1, 1_000_000 / loop.count)
      all.append(
        Measurement("decisions, cells known", count: loop.count * rounds) {
          var sum: UInt64 = 0
          for _ in 0..<rounds { sum = sum &+ loop.run() }
          Bench.keep(sum)
        })
    }
    let columns = RowReader.Columns(key: options.key, date: options.dateColumn)
    all.append(
      Measurement("reading rows", count: lines) {
        Bench.run(
          bytes, [ReadingWorker(RowReader(rules, path: "-", columns: columns, on: options.date))])
      })
    if !options.tables.isEmpty {
      let make = tableWorker(rules)
      for threads in Set([1, options.threads]).sorted() {
        all.append(
          Measurement("tables end to end, \(threads) threads", count: lines) {
            Bench.run(bytes, (0..<threads).map { _ in make() })
          })
      }
    }
    if options.rules != nil {
      let make = adviceWorker(try compiled(rulebook, tables: AdviceTexts.tables))
      for threads in Set([1, options.threads]).sorted() {
        all.append(
          Measurement("advices end to end, \(threads) threads", count: lines) {
            Bench.run(bytes, (0..<threads).map { _ in make() })
          })
      }
    }
    for _ in 0...options.repetitions {
      for place in all.indices { all[place].measure() }
    }
    for place in all.indices { all[place].forgetFirst() }
    let size = bytes.count / max(1, lines)
    var text = "\(lines) rows of \(size) bytes, \(options.repetitions) repetitions\n"
    for measurement in all { text += measurement.line(beside: all[0]) }
    _ = Descriptor.write(text, to: 1)
  }

  private func input() throws -> [UInt8] {
    if let path = options.profiles { return try Descriptor.bytes(of: path) }
    var bytes: [UInt8] = []
    try make(options.rows) { bytes += Array($0.utf8) }
    return bytes
  }

  private func fill(_ loop: DecisionLoop, _ rules: CompiledRules, _ bytes: [UInt8]) {
    let columns = RowReader.Columns(key: options.key, date: options.dateColumn)
    let reader = RowReader(rules, path: "-", columns: columns, on: options.date)
    Bench.run(bytes, [FillingWorker(reader, loop)])
  }

  /// Makes sure that what was computed is not left out.
  @inline(never)
  private static func keep(_ sum: UInt64) {
    if sum == 0x1234_5678_9ABC_DEF0 { _ = Descriptor.write(" ", to: 2) }
  }

  /// Runs bytes in memory through workers; what they write is thrown away.
  private static func run(_ bytes: [UInt8], _ workers: [any ChunkWorker]) {
    bytes.withUnsafeBytes { bytes in
      var place = 0
      let pipeline = Pipeline(
        reading: { memory in
          let count = min(memory.count, bytes.count - place)
          memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[place..<(place + count)]))
          place += count
          return count
        }, writing: { _ in true })
      _ = pipeline.run(workers)
    }
  }
}

/// Reads rows and does nothing with them.
private final class ReadingWorker: ChunkWorker {
  private let reader: RowReader

  init(_ reader: RowReader) { self.reader = reader }

  func work(on chunk: Chunk, into output: ByteSink) {
    chunk.visitLines { place, line in _ = reader.read(&place, line: line) }
  }
}

/// Gathers the rows that are known well enough to be decided by their cells alone.
private final class FillingWorker: ChunkWorker {
  private let reader: RowReader
  private let loop: DecisionLoop

  init(_ reader: RowReader, _ loop: DecisionLoop) {
    self.reader = reader
    self.loop = loop
  }

  func work(on chunk: Chunk, into output: ByteSink) {
    chunk.visitLines { place, line in
      guard case .row = reader.read(&place, line: line) else { return }
      _ = loop.add(reader.row, on: reader.date)
    }
  }
}
