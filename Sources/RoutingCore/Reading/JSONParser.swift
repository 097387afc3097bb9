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

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The one value a text holds.
  static func parse(_ bytes: [UInt8]) throws(Failure) -> JSONNode {
    try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
      var parser = JSONParser(buffer)
      parser.skipSpace()
      if parser.index == buffer.count { throw Failure(kind: .empty, offset: 0) }
      let node = try parser.value()
      parser.skipSpace()
      if parser.index < buffer.count { throw parser.failure(.trailing) }
      return node
    }
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

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  private mutating func value() throws(Failure) -> JSONNode {
    guard index < bytes.count else { throw failure(.unfinished) }
    let start = index
    let value: JSONNode.Value
    switch bytes[index] {
    case UInt8(ascii: "{"): value = try object()
    case UInt8(ascii: "["): value = try array()
    case UInt8(ascii: "\""): value = .string(try string())
    case UInt8(ascii: "t"): value = try word("true", .bool(true))
    case UInt8(ascii: "f"): value = try word("false", .bool(false))
    case UInt8(ascii: "n"): value = try word("null", .null)
    default: value = .number(try number())
    }
    return JSONNode(value: value, range: start..<index)
  }

  private mutating func object() throws(Failure) -> JSONNode.Value {
    try enter()
    var members: [JSONNode.Member] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return leave(.object(members)) }
    while true {
      skipSpace()
      let start = index
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        throw failure(.unexpected)
      }
      let key = try string()
      let keyRange = start..<index
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw failure(.unexpected) }
      skipSpace()
      members.append(JSONNode.Member(key: key, keyRange: keyRange, value: try value()))
      skipSpace()
      if take(UInt8(ascii: "}")) { return leave(.object(members)) }
      guard take(UInt8(ascii: ",")) else { throw failure(.unexpected) }
    }
  }

  private mutating func array() throws(Failure) -> JSONNode.Value {
    try enter()
    var elements: [JSONNode] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return leave(.array(elements)) }
    while true {
      skipSpace()
      elements.append(try value())
      skipSpace()
      if take(UInt8(ascii: "]")) { return leave(.array(elements)) }
      guard take(UInt8(ascii: ",")) else { throw failure(.unexpected) }
    }
  }

  private mutating func enter() throws(Failure) {
    if depth == JSONParser.depthLimit { throw failure(.tooDeep) }
    depth += 1
    index += 1
  }

  private mutating func leave(_ value: JSONNode.Value) -> JSONNode.Value {
    depth -= 1
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func word(_ word: StaticString, _ value: JSONNode.Value) throws(Failure)
    -> JSONNode.Value
  {
    for offset in 0..<word.utf8CodeUnitCount {
      guard take(word.utf8Start[offset]) else { throw failure(.unexpected) }
    }
    return value
  }

  private mutating func number() throws(Failure) -> String {
    let start = index
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits(orElse: index == start ? .unexpected : .badNumber) }
    if take(UInt8(ascii: ".")) { try digits(orElse: .badNumber) }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits(orElse: .badNumber)
    }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
  }

  private mutating func digits(orElse kind: Failure.Kind) throws(Failure) {
    let start = index
    while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
      index += 1
    }
    if index == start { throw failure(index < bytes.count ? kind : .unfinished) }
  }

  private mutating func string() throws(Failure) -> String {
    let start = index
    index += 1
    var isPlain = true
    var hasEscapes = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        let range = (start + 1)..<index
        index += 1
        if isPlain { return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) }
        if !hasEscapes, let text = String(validating: bytes[range], as: UTF8.self) { return text }
        return try unescaped(range)
      }
      if byte < 0x20 { throw failure(.controlCharacter) }
      if byte == UInt8(ascii: "\\") {
        isPlain = false
        hasEscapes = true
        index += 1
      } else if byte >= 0x80 {
        isPlain = false
      }
      index += 1
    }
    throw Failure(kind: .unfinished, offset: start)
  }

  /// The text between quotes, escapes replaced and its UTF-8 checked.
  private func unescaped(_ range: Range<Int>) throws(Failure) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        place += 1
        continue
      }
      let escape = place
      place += 2
      switch place <= range.upperBound ? bytes[place - 1] : 0 {
      case UInt8(ascii: "\""): result.append(UInt8(ascii: "\""))
      case UInt8(ascii: "\\"): result.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "/"): result.append(UInt8(ascii: "/"))
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        guard let scalar = scalar(at: &place, before: range.upperBound) else {
          throw Failure(kind: .badEscape, offset: escape)
        }
        result.append(contentsOf: UTF8.encode(scalar) ?? .init())
      default: throw Failure(kind: .badEscape, offset: escape)
      }
    }
    guard let text = String(validating: result, as: UTF8.self) else {
      throw Failure(kind: .badUTF8, offset: range.lowerBound)
    }
    return text
  }

  /// The character of a `\u` escape whose digits start at `place`, with its second half if it has one.
  private func scalar(at place: inout Int, before end: Int) -> Unicode.Scalar? {
    guard let first = hexadecimal(at: place, before: end) else { return nil }
    place += 4
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard place + 1 < end, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u"),
      let second = hexadecimal(at: place + 2, before: end), (0xDC00..<0xE000).contains(second)
    else { return nil }
    place += 6
    return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
  }

  private func hexadecimal(at place: Int, before end: Int) -> UInt32? {
    guard place + 4 <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[place..<(place + 4)] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value * 16 + UInt32(byte) - 0x30
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value * 16 + UInt32(byte) - 0x57
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value * 16 + UInt32(byte) - 0x37
      default: return nil
      }
    }
    return value
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
      nl: "verwacht is een JSON-object zoals {\"woongemeente\": \"Oss\"}",
      en: "expected is a JSON object such as {\"woongemeente\": \"Oss\"}")
    let place = min(offset, file.bytes.count)
    let span = SourceSpan(file: file, range: place..<min(place + 1, file.bytes.count))
    return Diagnostic(.syntax, message, help: help, at: span)
  }
}
