/// A caseload before its rows are read: what form it has, what its columns are, and its plain lines.
public final class CaseloadInput {
  /// What form the rows have.
  public enum Form: Sendable {
    /// Comma-separated values below a header.
    case values(CaseloadHeader, separator: UInt8)
    /// A JSON object on every line.
    case objects
  }

  /// What form the rows have.
  public let form: Form
  /// The name of the caller's own key in rows of JSON.
  public let key: String
  /// Names of columns to pass over that are no columns of the list; none in rows of JSON.
  public let unusedNames: [String]
  /// The lines, with what was seen of them.
  public let lines: LineSource
  private var ahead: [UInt8] = []
  private var taken = 0

  /// As much is looked at before the first row is answered.
  private static let preview = LineSource.recordLimit

  /// Looks at the first lines of a caseload.
  ///
  /// - Parameters:
  ///   - read: gives its bytes.
  ///   - path: its name, for faults.
  ///   - ignored: names of columns to pass over.
  /// - Throws: what makes it impossible to answer any row.
  public init(
    _ read: @escaping LineSource.Read, path: String, ignoring ignored: [String],
    for rulebook: Rulebook
  ) throws(Diagnostics) {
    for name in ignored {
      guard let refusal = rulebook.refusal(of: name) else { continue }
      throw Diagnostics([
        Diagnostic(
          .personalData,
          Text(
            nl: "`\(refusal.word)` wordt niet overgeslagen maar geweigerd",
            en: "`\(refusal.word)` is not passed over but refused"), help: refusal.reason)
      ])
    }
    var decoder = TextDecoder(read)
    var start: [UInt8] = []
    var line: ArraySlice<UInt8>?
    while line == nil, start.count < CaseloadInput.preview {
      let more = decoder.next(CaseloadInput.preview)
      start += more
      let text = start.drop(while: CaseloadInput.isBlank)
      let end = text.firstIndex { $0 == 0x0A || $0 == 0x0D }
      if let end { line = text[..<end] } else if more.isEmpty { line = text }
    }
    let first = Array(line ?? start[...])
    guard !first.isEmpty, !decoder.hasFailed else {
      throw Diagnostics([CaseloadInput.nothing(path, hasFailed: decoder.hasFailed)])
    }
    guard !first.contains(0) else { throw Diagnostics([CaseloadInput.wide(path)]) }
    guard first[0] != UInt8(ascii: "[") else {
      throw Diagnostics([CaseloadInput.notByLine(path, ".[]")])
    }
    let isJSON = first[0] == UInt8(ascii: "{")
    guard !isJSON || !first.dropFirst().allSatisfy(CaseloadInput.isBlank) else {
      throw Diagnostics([CaseloadInput.notByLine(path, ".")])
    }
    let separator = CaseloadHeader.separator(of: first)
    lines = LineSource(decoder, after: start, separator: isJSON ? nil : separator)
    try CaseloadInput.look(lines, into: &ahead)
    let records = CaseloadInput.records(ahead)
    if isJSON {
      form = .objects
      let texts = records.map { SourceFile(path: path, bytes: $0.bytes) }
      let nodes = texts.compactMap { try? JSONParser.parse($0) }.filter(\.isObject)
      let names = CaseloadHeader.keyNames
      let key = names.first { name in nodes.contains { $0.value(of: name) != nil } } ?? names[0]
      self.key = key
      unusedNames = []
      try CaseloadInput.check(
        nodes.compactMap { node in
          switch node.value(of: key)?.value {
          case .string(let text), .number(let text): Array(text.utf8)
          default: nil
          }
        }, path)
      return
    }
    guard let top = records.first else {
      throw Diagnostics([CaseloadInput.nothing(path, hasFailed: false)])
    }
    if let fault = top.bytes.withUnsafeBufferPointer({ bytes in
      bytes.baseAddress.flatMap { Faults.ofLine(from: $0, count: bytes.count, path, top.line) }
    }) {
      throw Diagnostics([fault])
    }
    let file = SourceFile(path: path, bytes: top.bytes, line: top.line)
    let header = try CaseloadHeader(file, separator: separator, ignoring: ignored, for: rulebook)
    form = .values(header, separator: separator)
    key = CaseloadHeader.keyNames[0]
    unusedNames = ignored.filter { name in
      !header.names.contains { CaseloadHeader.isIgnored($0, [name]) }
    }.map { Printable.word($0) }
    for record in records.dropFirst() {
      for (column, cell) in zip(header.columns, CellReader.cells(record.bytes, separator)) {
        guard case .unnamed = column, !cell.text.isEmpty else { continue }
        let span = SourceSpan(
          file: SourceFile(path: path, bytes: record.bytes, line: record.line), range: cell.range)
        throw Diagnostics([CaseloadHeader.unnamed(at: span)])
      }
    }
    if let place = header.key {
      let values = records.dropFirst().compactMap { record -> [UInt8]? in
        let cells = CellReader.cells(record.bytes, separator)
        return place < cells.count && !cells[place].text.isEmpty ? cells[place].text : nil
      }
      try CaseloadInput.check(values, path)
    }
    // An empty line stands where the header stood: the lines below it keep their numbers.
    ahead.removeSubrange(top.start..<(top.start + top.bytes.count))
  }

  /// Gives whole lines: how many bytes, 0 at the end, less when reading failed.
  public func read(into memory: UnsafeMutableRawBufferPointer) -> Int {
    guard taken < ahead.count else { return lines.read(into: memory) }
    let count = min(memory.count, ahead.count - taken)
    ahead.withUnsafeBytes { bytes in
      memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[taken..<(taken + count)]))
    }
    taken += count
    if taken == ahead.count { (ahead, taken) = ([], 0) }
    return count
  }

  /// Whether there are rows of which nothing else but a key is read.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Reads ahead far enough to see the header and some keys.
  private static func look(_ lines: LineSource, into ahead: inout [UInt8]) throws(Diagnostics) {
    var memory = [UInt8](repeating: 0, count: 1 << 16)
    while ahead.count < preview, records(ahead).count <= CitizenNumbers.sample {
      let count = memory.withUnsafeMutableBytes { lines.read(into: $0) }
      if count <= 0 { return }
      ahead += memory[..<count]
    }
  }

  /// The first lines that are not blank, as far as they are whole.
  private static func records(_ bytes: [UInt8]) -> [(start: Int, line: Int, bytes: [UInt8])] {
    var result: [(start: Int, line: Int, bytes: [UInt8])] = []
    var start = 0
    var line = 1
    while result.count <= CitizenNumbers.sample,
      let end = bytes[start...].firstIndex(of: 0x0A)
    {
      if !bytes[start..<end].allSatisfy(isBlank) {
        result.append((start, line, Array(bytes[start..<end])))
      }
      start = end + 1
      line += 1
    }
    return result
  }

  private static func check(_ keys: [[UInt8]], _ path: String) throws(Diagnostics) {
    guard CitizenNumbers.areShaped(Array(keys.prefix(CitizenNumbers.sample))) else { return }
    throw Diagnostics([
      Diagnostic(
        .personalData,
        Text(
          nl: "de waarden van de kolom met sleutels lijken burgerservicenummers",
          en: "the values of the key column look like citizen service numbers"),
        help: Text(
          nl: "gebruik een nummer dat alleen bij u iets betekent",
          en: "use a number that means something to you alone"),
        at: SourceSpan(file: SourceFile(path: path, bytes: []), range: 0..<0))
    ])
  }

  /// The fault of a text of two or four bytes per character without a byte-order mark that tells.
  private static func wide(_ path: String) -> Diagnostic {
    Diagnostic(
      .hiddenCharacter,
      Text(
        nl: "de eerste regel bevat NUL-tekens: dit is geen UTF-8",
        en: "the first line holds NUL characters: this is not UTF-8"),
      help: Text(
        nl: "sla de lijst op als CSV met codering UTF-8", en: "save the list as CSV in UTF-8"),
      at: SourceSpan(file: SourceFile(path: path, bytes: []), range: 0..<0))
  }

  /// The fault of JSON that does not stand line by line.
  private static func notByLine(_ path: String, _ filter: String) -> Diagnostic {
    Diagnostic(
      .syntax,
      Text(
        nl: "dit is JSON, maar geen object op elke regel",
        en: "this is JSON, but not an object on each line"),
      help: Text(
        nl: "zet elke rij op een regel, bijvoorbeeld met `jq -c '\(filter)'`",
        en: "put each row on a line, for instance with `jq -c '\(filter)'`"),
      at: SourceSpan(file: SourceFile(path: path, bytes: []), range: 0..<0))
  }

  private static func nothing(_ path: String, hasFailed: Bool) -> Diagnostic {
    Diagnostic(
      .unreadable,
      hasFailed
        ? Text(nl: "`\(path)` kan niet worden gelezen", en: "`\(path)` cannot be read")
        : Text(nl: "de lijst is leeg", en: "the list is empty"),
      help: Text(
        nl: "geef een kop met feiten en daaronder rijen, of een JSON-object per regel",
        en: "give a header of facts with rows below it, or a JSON object on each line"))
  }
}

/// The caller's own key: a mark that means something to the caller alone.
public enum CaseKey {
  /// The most characters it may have.
  public static let limit = 32

  /// Whether a key is plain: letters, digits and some marks, a letter or digit first, no more than fit.
  public static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard !bytes.isEmpty, bytes.count <= limit else { return false }
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: continue
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"),
        UInt8(ascii: ":"), UInt8(ascii: "#"):
        if place == 0 { return false }
      default: return false
      }
    }
    return true
  }

  /// Why a key is refused.
  public static let message = Text(
    nl: "de sleutel is geen kenmerk van hooguit 32 letters en cijfers",
    en: "the key is no mark of at most 32 letters and digits")
  /// What to do about it.
  public static let help = Text(
    nl: "gebruik een eigen nummer, geen naam: letters, cijfers en - _ . / : #",
    en: "use a number of your own, not a name: letters, digits and - _ . / : #")
}
