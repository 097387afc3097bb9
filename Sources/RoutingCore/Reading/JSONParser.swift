/// Reads JSON (RFC 8259) and keeps where everything stands.
///
/// Nothing beyond the grammar is accepted; a byte-order mark at the start is passed over. Repeated
/// keys and decimals are grammar: who reads the values refuses them.
struct JSONParser {
  /// Why a text is not JSON, and at which byte.
  struct Failure: Error {
    enum Kind {
      case unexpected, unfinished, badEscape, badNumber, badUTF8, controlCharacter, tooDeep,
        trailing
      case empty
    }
    let kind: Kind
    let offset: Int
  }

  /// Brackets within brackets, at most.
  static let depthLimit = 512

  /// Every index into it is compared with its count first: a checked array is four times slower here.
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var depth = 0
  private var tokens: [JSONTape.Token] = []

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    // Rule files have a token for every dozen bytes.
    tokens.reserveCapacity(bytes.count / 12)
  }

  /// The one value a text holds.
  static func parse(_ bytes: [UInt8]) throws(Failure) -> JSONNode {
    let tokens = try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
      var parser = JSONParser(buffer)
      parser.skipSpace()
      if parser.index == buffer.count { throw Failure(kind: .empty, offset: 0) }
      try parser.value()
      parser.skipSpace()
      if parser.index < buffer.count { throw parser.failure(.trailing) }
      return parser.tokens
    }
    return JSONNode(JSONTape(bytes: bytes, tokens: tokens))
  }

  /// The one value a file holds, or the fault at its place.
  static func parse(_ file: SourceFile) throws(Diagnostic) -> JSONNode {
    do {
      return try parse(file.bytes)
    } catch {
      throw error.diagnostic(in: file)
    }
  }

  private func failure(_ kind: Failure.Kind) -> Failure {
    Failure(kind: index < bytes.count || kind != .unexpected ? kind : .unfinished, offset: index)
  }

  @inline(__always)
  private mutating func skipSpace() {
    if index < bytes.count, bytes[index] > 0x20 { return }
    skipSpaces()
  }

  private mutating func skipSpaces() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20: index += 1
      case 0x0A, 0x0D, 0x09:
        index += 1
        while let word = word(at: index) {
          let count = (word ^ 0x2020_2020_2020_2020).trailingZeroBitCount / 8
          index += count
          if count < 8 { break }
        }
      default: return
      }
    }
  }

  /// Eight bytes at once, or nil where fewer are left.
  private func word(at place: Int) -> UInt64? {
    guard place + 8 <= bytes.count else { return nil }
    return UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: place, as: UInt64.self))
  }

  private mutating func value() throws(Failure) {
    guard index < bytes.count else { throw failure(.unfinished) }
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "{"): try object()
    case UInt8(ascii: "["): try array()
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"):
      try word("true")
      close(.yes, start)
    case UInt8(ascii: "f"):
      try word("false")
      close(.no, start)
    case UInt8(ascii: "n"):
      try word("null")
      close(.null, start)
    default:
      try number()
      close(.number, start)
    }
  }

  /// Notes a value that ends here and holds no others.
  @inline(__always)
  private mutating func close(_ kind: JSONTape.Token.Kind, _ start: Int) {
    tokens.append(
      JSONTape.Token(
        kind: kind, start: Int32(start), end: Int32(index), next: Int32(tokens.count + 1)))
  }

  private mutating func object() throws(Failure) {
    let place = try open(.object)
    skipSpace()
    if take(UInt8(ascii: "}")) { return leave(place) }
    while true {
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        throw failure(.unexpected)
      }
      try string()
      noteKey()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw failure(.unexpected) }
      skipSpace()
      try value()
      skipSpace()
      if take(UInt8(ascii: "}")) { return leave(place) }
      guard take(UInt8(ascii: ",")) else { throw failure(.unexpected) }
    }
  }

  /// Gives the text just read its fingerprint: it turned out to be a key.
  private mutating func noteKey() {
    let place = tokens.count - 1
    let token = tokens[place]
    if token.kind == .escapedString { return tokens[place].next = JSONTape.anyKey }
    let (start, end) = (Int(token.start) + 1, Int(token.end) - 1)
    if start == end { return tokens[place].next = 0 }
    tokens[place].next = JSONTape.fingerprint(
      count: end - start, first: bytes[start], last: bytes[end - 1])
  }

  private mutating func array() throws(Failure) {
    let place = try open(.array)
    skipSpace()
    if take(UInt8(ascii: "]")) { return leave(place) }
    while true {
      skipSpace()
      try value()
      skipSpace()
      if take(UInt8(ascii: "]")) { return leave(place) }
      guard take(UInt8(ascii: ",")) else { throw failure(.unexpected) }
    }
  }

  /// Notes a list or an object that starts here, and gives the place of its token.
  private mutating func open(_ kind: JSONTape.Token.Kind) throws(Failure) -> Int {
    if depth == JSONParser.depthLimit { throw failure(.tooDeep) }
    depth += 1
    close(kind, index)
    index += 1
    return tokens.count - 1
  }

  private mutating func leave(_ place: Int) {
    depth -= 1
    tokens[place].end = Int32(index)
    tokens[place].next = Int32(tokens.count)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func word(_ word: StaticString) throws(Failure) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard take(word.utf8Start[offset]) else { throw failure(.unexpected) }
    }
  }

  private mutating func number() throws(Failure) {
    let start = index
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits(orElse: index == start ? .unexpected : .badNumber) }
    if take(UInt8(ascii: ".")) { try digits(orElse: .badNumber) }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits(orElse: .badNumber)
    }
  }

  private mutating func digits(orElse kind: Failure.Kind) throws(Failure) {
    let start = index
    while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
      index += 1
    }
    if index == start { throw failure(index < bytes.count ? kind : .unfinished) }
  }

  private mutating func string() throws(Failure) {
    let start = index
    index += 1
    var isASCII = true
    var hasEscapes = false
    while index < bytes.count {
      while let word = word(at: index) {
        let count = JSONParser.plainBytes(word)
        index += count
        if count < 8 { break }
      }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        try check((start + 1)..<index, isASCII, hasEscapes)
        index += 1
        return close(hasEscapes ? .escapedString : .string, start)
      }
      if byte < 0x20 { throw failure(.controlCharacter) }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        index += 1
      } else if byte >= 0x80 {
        isASCII = false
      }
      index += 1
    }
    throw Failure(kind: .unfinished, offset: start)
  }

  /// How many of the first of eight bytes are ASCII that neither ends a text nor means more.
  ///
  /// The usual way to find a byte in a word: a subtraction sets the high bit of a byte that was too
  /// small. It may do so for bytes after that one too, but never before it.
  private static func plainBytes(_ word: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let slashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let found = word | (word &- ones &* 0x20) | (quotes &- ones) | (slashes &- ones)
    return (found & (ones &* 0x80)).trailingZeroBitCount / 8
  }

  /// Makes sure that a text can be read later on.
  private func check(_ range: Range<Int>, _ isASCII: Bool, _ hasEscapes: Bool) throws(Failure) {
    if hasEscapes {
      _ = try JSONEscapes.replaced(in: bytes, range)
    } else if !isASCII, String(validating: bytes[range], as: UTF8.self) == nil {
      throw Failure(kind: .badUTF8, offset: range.lowerBound)
    }
  }
}

extension JSONParser.Failure {
  func diagnostic(in file: SourceFile) -> Diagnostic {
    let message =
      switch kind {
      case .empty: Text(nl: "het bestand is leeg", en: "the file is empty")
      case .unfinished: Text(nl: "de tekst breekt hier af", en: "the text breaks off here")
      case .unexpected:
        Text(nl: "dit hoort hier niet in JSON", en: "this does not belong here in JSON")
      case .trailing:
        Text(nl: "tekst na het einde van de JSON", en: "text after the end of the JSON")
      case .badEscape: Text(nl: "onbekende escape in een tekst", en: "unknown escape in a text")
      case .badNumber: Text(nl: "geen geldig getal", en: "not a valid number")
      case .badUTF8: Text(nl: "geen geldige UTF-8", en: "not valid UTF-8")
      case .controlCharacter:
        Text(nl: "stuurteken in een tekst", en: "control character in a text")
      case .tooDeep:
        Text(
          nl: "meer dan \(JSONParser.depthLimit) haken in elkaar",
          en: "more than \(JSONParser.depthLimit) brackets within brackets")
      }
    let help = Text(
      nl: "verwacht is JSON, zoals {\"woongemeente\": \"Oss\"} in een profiel",
      en: "expected is JSON, such as {\"woongemeente\": \"Oss\"} in a profile")
    let place = min(offset, file.bytes.count)
    let span = SourceSpan(file: file, range: place..<min(place + 1, file.bytes.count))
    return Diagnostic(.syntax, message, help: help, at: span)
  }
}
