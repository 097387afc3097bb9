/// Turns the bytes of a caseload into plain lines, whatever program wrote them: UTF-8, one record on a
/// line, each ended by a line feed.
///
/// Line ends within quotes become marks, and as many empty lines follow the record, so that whoever
/// counts line feeds knows on which line of the file a record begins. It holds one record at most.
public final class LineSource {
  /// Reads some bytes into memory: how many, 0 at the end, less when that failed.
  public typealias Read = (UnsafeMutableRawBufferPointer) -> Int

  /// Bytes with a meaning of their own in what it gives; in the input they become `substitute`.
  enum Mark {
    /// A line end within quotes.
    static let fold: UInt8 = 0x1E
    /// At the end of a line: its quotes are never closed.
    static let unclosed: UInt8 = 0x1D
    /// Instead of a line: it was too long.
    static let tooLong: UInt8 = 0x1C
    /// A control character that would have been one of these.
    static let substitute: UInt8 = 0x1A
  }

  /// How the lines of the input ended, those within quotes left out: Excel ends lines within a cell
  /// otherwise than rows.
  public struct LineEnds: Sendable {
    /// Carriage return and line feed.
    public var returnFeed = 0
    /// Line feed alone.
    public var feed = 0
    /// Carriage return alone.
    public var carriageReturn = 0

    /// Whether they were not all the same.
    public var areMixed: Bool {
      [returnFeed, feed, carriageReturn].filter { $0 > 0 }.count > 1
    }
  }

  /// The most bytes a record may take: 1 MiB.
  public static let recordLimit = 1 << 20
  /// The most lines a record may run over.
  ///
  /// A stray quotation mark takes the lines below it together until this shows that it was stray; they
  /// are looked at again then, so without a limit a list full of them would never end.
  public static let lineLimit = 64
  private static let blockSize = 1 << 17

  private var decoder: TextDecoder
  /// What was taken from the input before and not yet looked at.
  private var start: [UInt8]
  private let separator: UInt8?
  private var state = State.plain
  private var isAfterReturn = false
  /// Whether the last line end was counted.
  private var isEndCounted = false
  /// What is ready, and the record that is not.
  private var output: [UInt8] = []
  private var handedOut = 0
  /// Where the record that is not ready begins.
  private var recordStart = 0
  private var folds = 0
  private var isEnded = false
  /// Whether the last line had no end.
  public private(set) var isCutOff = false
  /// How many lines were empty.
  public private(set) var emptyLines = 0
  /// How the lines ended.
  public private(set) var lineEnds = LineEnds()
  /// Whether reading failed.
  public var hasFailed: Bool { decoder.hasFailed }
  /// How many bytes of the input were read.
  public var bytesRead: Int { decoder.bytesRead }
  /// How the input is encoded, as far as is known by now.
  public var encoding: TextDecoder.Encoding { decoder.encoding }

  /// Where in a record the next byte stands.
  private enum State {
    case plain
    case quoted
    /// After a quotation mark within quotes: closed, or half of a doubled one.
    case afterQuote
    /// In a record that is too long: the rest of it is passed over.
    case skipping
  }

  /// - Parameters:
  ///   - decoder: the input.
  ///   - start: what was taken from it already.
  ///   - separator: what stands between cells; nil for lines without quoted cells.
  public init(_ decoder: TextDecoder, after start: [UInt8] = [], separator: UInt8?) {
    self.decoder = decoder
    self.start = start
    self.separator = separator
  }

  /// Gives whole lines: how many bytes, 0 at the end, less when reading failed.
  public func read(into memory: UnsafeMutableRawBufferPointer) -> Int {
    while handedOut == recordStart {
      if isEnded { return hasFailed ? -1 : 0 }
      if handedOut > 0 {
        output.removeFirst(handedOut)
        (handedOut, recordStart) = (0, 0)
      }
      fill()
    }
    let count = min(memory.count, recordStart - handedOut)
    output.withUnsafeBytes { bytes in
      memory.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[handedOut..<(handedOut + count)]))
    }
    handedOut += count
    return count
  }

  /// Takes over the next block of the input.
  private func fill() {
    let block = start.isEmpty ? decoder.next(LineSource.blockSize) : start
    start = []
    if block.isEmpty {
      finish()
    } else {
      block.withUnsafeBufferPointer { take($0) }
    }
  }

  /// Takes over bytes, the ordinary ones in runs.
  private func take(_ block: UnsafeBufferPointer<UInt8>) {
    var place = 0
    while place < block.count {
      let run = LineSource.run(block, from: place, stopsAtQuotes: separator != nil)
      if run > place {
        settle(block[place])
        if state != .skipping {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: block[place..<run]))
        }
        isAfterReturn = false
        place = run
        checkLength()
      }
      if place < block.count {
        special(block[place])
        place += 1
      }
    }
  }

  /// Past the bytes without a meaning here; quotation marks have one only around cells.
  @inline(__always)
  private static func run(
    _ block: UnsafeBufferPointer<UInt8>, from first: Int, stopsAtQuotes: Bool
  ) -> Int {
    guard let base = block.baseAddress else { return first }
    var place = first
    // Without cells, the sign for which is looked is one that is looked for anyway.
    let quote = stopsAtQuotes ? UInt8(ascii: "\"") : 0x0A
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = ones &* UInt64(quote)
    while true {
      while place + 8 <= block.count {
        let word = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)
        // A subtraction sets the high bit of a byte that was too small, maybe of others too.
        let found = ((word &- ones &* 0x20) | ((word ^ quotes) &- ones)) & ~word & (ones &* 0x80)
        if found != 0 { break }
        place += 8
      }
      let end = min(place + 8, block.count)
      while place < end {
        let byte = block[place]
        if byte < 0x20 && byte != 0x09 || byte == quote { return place }
        place += 1
      }
      if place == block.count { return place }
    }
  }

  private func special(_ byte: UInt8) {
    let wasAfterReturn = isAfterReturn
    isAfterReturn = byte == 0x0D
    switch byte {
    case 0x0A where wasAfterReturn:
      guard isEndCounted else { return }
      lineEnds.carriageReturn -= 1
      lineEnds.returnFeed += 1
    case 0x0A, 0x0D:
      isEndCounted = state != .quoted
      if isEndCounted {
        if byte == 0x0A { lineEnds.feed += 1 } else { lineEnds.carriageReturn += 1 }
      }
      endLine()
    case UInt8(ascii: "\""): quote()
    default:
      settle(byte)
      let isMark = (Mark.tooLong...Mark.fold).contains(byte)
      if state != .skipping { output.append(isMark ? Mark.substitute : byte) }
      checkLength()
    }
  }

  private func quote() {
    guard let separator else {
      if state != .skipping { output.append(UInt8(ascii: "\"")) }
      return
    }
    switch state {
    case .skipping: return
    case .quoted: state = .afterQuote
    case .afterQuote: state = .quoted
    case .plain:
      let isFirst = output.count == recordStart || output.last == separator
      if isFirst { state = .quoted }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Sees, by the byte after it, whether a quotation mark within quotes closed them.
  ///
  /// What else follows it was not meant so: when lines were taken together for it, they are parted again.
  /// The cell reader judges the marks of one line.
  private func settle(_ next: UInt8) {
    while state == .afterQuote {
      state = .plain
      if next != separator, folds > 0 { reopen() }
    }
  }

  /// Ends a line, which within quotes is not the end of its record.
  private func endLine() {
    switch state {
    case .quoted:
      output.append(Mark.fold)
      folds += 1
      if folds == LineSource.lineLimit { reopen() }
    default:
      if state != .skipping, output.count == recordStart { emptyLines += 1 }
      endRecord()
    }
  }

  private func endRecord() {
    state = .plain
    output.append(0x0A)
    for _ in 0..<folds { output.append(0x0A) }
    folds = 0
    recordStart = output.count
  }

  private func checkLength() {
    guard state != .skipping, output.count - recordStart > LineSource.recordLimit else { return }
    while folds > 0, state == .quoted, output.count - recordStart > LineSource.recordLimit {
      reopen()
    }
    guard output.count - recordStart > LineSource.recordLimit else { return }
    output.removeSubrange(recordStart...)
    output.append(Mark.tooLong)
    state = .skipping
  }

  /// Gives up the first line of a record that runs on over lines, and looks at the others again.
  private func reopen() {
    // Those to be looked at, last first: among them lines may have to be parted once more.
    var pending: [UInt8] = []
    func part() {
      guard let end = output[recordStart...].firstIndex(of: Mark.fold) else { return }
      pending += output[(end + 1)...].reversed()
      output.removeSubrange(end...)
      output.append(Mark.unclosed)
      folds = 0
      endRecord()
    }
    part()
    while let byte = pending.popLast() {
      if state == .afterQuote, byte != UInt8(ascii: "\""), byte != Mark.fold {
        state = .plain
        if byte != separator, folds > 0 {
          pending.append(byte)
          part()
          continue
        }
      }
      switch byte {
      case Mark.fold: endLine()
      case UInt8(ascii: "\""): quote()
      default: output.append(byte)
      }
    }
  }

  private func finish() {
    while state == .quoted, folds > 0 { reopen() }
    isEnded = true
    guard output.count > recordStart else { return }
    isCutOff = true
    if state == .quoted { output.append(Mark.unclosed) }
    endRecord()
  }
}
