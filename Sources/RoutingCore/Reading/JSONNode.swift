/// A JSON text cut into tokens: its values in the order they start, each with where the next one is.
///
/// Nothing is copied out of the text until somebody asks for it.
final class JSONTape: Sendable {
  struct Token: Sendable {
    enum Kind: UInt8 {
      case null, yes, no, number, string, escapedString, array, object
    }
    let kind: Kind
    let start: Int32
    /// The byte after it; for lists and objects known once they are closed.
    var end: Int32
    /// The token after it and all it holds; for a key, its fingerprint.
    var next: Int32
  }

  let bytes: [UInt8]
  let tokens: [Token]

  init(bytes: [UInt8], tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  /// Whether two of the keys at these places could be the same.
  func hasRepeatedKeys(_ places: [Int]) -> Bool {
    for (index, place) in places.enumerated() {
      for earlier in places[..<index] where mayBeSame(tokens[place], tokens[earlier]) {
        return true
      }
    }
    return false
  }

  private func mayBeSame(_ left: Token, _ right: Token) -> Bool {
    if left.kind == .escapedString || right.kind == .escapedString { return true }
    guard left.end - left.start == right.end - right.start else { return false }
    var (one, other) = (Int(left.start), Int(right.start))
    while one < Int(left.end) {
      if bytes[one] != bytes[other] { return false }
      (one, other) = (one + 1, other + 1)
    }
    return true
  }

  /// The fingerprint of a key that has escapes, and so can be any key.
  static let anyKey: Int32 = -1

  /// The length, the first and the last letter of a key: enough to pass over most other keys.
  static func fingerprint(count: Int, first: UInt8, last: UInt8) -> Int32 {
    Int32(truncatingIfNeeded: count & 0x7FFF) << 16 | Int32(first) << 8 | Int32(last)
  }

  static func fingerprint(of key: String) -> Int32 {
    let known = key.utf8.withContiguousStorageIfAvailable { letters -> Int32 in
      guard let first = letters.first, let last = letters.last else { return 0 }
      return fingerprint(count: letters.count, first: first, last: last)
    }
    return known ?? fingerprint(of: String(decoding: Array(key.utf8), as: UTF8.self))
  }

  /// Whether the text at a place is this one.
  func isText(_ place: Int, _ text: String) -> Bool {
    let token = tokens[place]
    if token.kind == .escapedString { return JSONNode(self, at: place).string == text }
    let start = Int(token.start) + 1
    guard Int(token.end) - 1 - start == text.utf8.count else { return false }
    let isSame = text.utf8.withContiguousStorageIfAvailable { letters in
      letters.indices.allSatisfy { bytes[start + $0] == letters[$0] }
    }
    return isSame ?? bytes[start..<Int(token.end) - 1].elementsEqual(text.utf8)
  }
}

/// A JSON value that knows where it stands.
struct JSONNode: Sendable {
  /// A key of an object with its value.
  struct Member: Sendable {
    let key: String
    let keyRange: Range<Int>
    let value: JSONNode
  }

  enum Value {
    case null
    case bool(Bool)
    /// The digits as written: what is a whole number is decided by who asks.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  private let tape: JSONTape
  private let place: Int

  /// The value whose token stands at a place.
  init(_ tape: JSONTape, at place: Int = 0) {
    self.tape = tape
    self.place = place
  }

  private var token: JSONTape.Token { tape.tokens[place] }

  /// The bytes it covers.
  var range: Range<Int> { Int(token.start)..<Int(token.end) }

  /// The value, one level deep.
  var value: Value {
    switch token.kind {
    case .null: .null
    case .yes: .bool(true)
    case .no: .bool(false)
    case .number: .number(String(decoding: tape.bytes[range], as: UTF8.self))
    case .string, .escapedString: .string(decoded)
    case .array: .array(elements)
    case .object: .object(members)
    }
  }

  private var decoded: String {
    let inner = (range.lowerBound + 1)..<(range.upperBound - 1)
    return tape.bytes.withUnsafeBufferPointer { bytes in
      if token.kind == .string {
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[inner]), as: UTF8.self)
      }
      // The parser has read it before, so it can be read.
      return (try? JSONEscapes.replaced(in: bytes, inner)) ?? ""
    }
  }

  /// The elements of a list.
  var elements: [JSONNode] {
    var result: [JSONNode] = []
    var child = place + 1
    while child < token.next {
      result.append(JSONNode(tape, at: child))
      child = Int(tape.tokens[child].next)
    }
    return result
  }

  private var members: [Member] {
    var result: [Member] = []
    var child = place + 1
    while child < token.next {
      let key = JSONNode(tape, at: child)
      result.append(
        Member(key: key.decoded, keyRange: key.range, value: JSONNode(tape, at: child + 1)))
      child = Int(tape.tokens[child + 1].next)
    }
    return result
  }

  /// Visits the keys of this object with their values.
  func forEachMember(_ visit: (_ key: JSONNode, _ value: JSONNode) -> Void) {
    guard isObject else { return }
    var child = place + 1
    while child < Int(token.next) {
      visit(JSONNode(tape, at: child), JSONNode(tape, at: child + 1))
      child = Int(tape.tokens[child + 1].next)
    }
  }

  /// The fingerprint of this key.
  var fingerprint: Int32 { token.next }

  /// Whether it is this text.
  func isText(_ text: String) -> Bool {
    guard token.kind == .string || token.kind == .escapedString else { return false }
    return tape.isText(place, text)
  }

  /// The place of this text among the values of choices.
  func place(among choices: [Choice]) -> Int? {
    if token.kind == .escapedString {
      let text = decoded
      return choices.firstIndex { $0.value == text }
    }
    guard token.kind == .string else { return nil }
    let count = token.end - token.start - 2
    for place in choices.indices
    where choices[place].value.utf8.count == Int(count) && isText(choices[place].value) {
      return place
    }
    return nil
  }

  /// Whether it is a list.
  var isArray: Bool { token.kind == .array }

  /// Whether it is an object.
  var isObject: Bool { token.kind == .object }

  /// The value of a key of this object, the first when the key is there twice.
  func value(of key: String) -> JSONNode? {
    guard isObject else { return nil }
    let tokens = tape.tokens
    let end = Int(token.next)
    let wanted = JSONTape.fingerprint(of: key)
    var child = place + 1
    while child < end {
      let found = tokens[child].next
      if found == wanted || found == JSONTape.anyKey, tape.isText(child, key) {
        return JSONNode(tape, at: child + 1)
      }
      child = Int(tokens[child + 1].next)
    }
    return nil
  }

  /// The members of this object whose key stood before, each with the member that had it first.
  var repeatedMembers: [(member: Member, first: Member)] {
    guard isObject else { return [] }
    var places: [Int] = []
    var child = place + 1
    while child < Int(token.next) {
      places.append(child)
      child = Int(tape.tokens[child + 1].next)
    }
    // Almost every object is small and has no key twice: comparing its bytes says so without copies.
    if places.count <= 16, !tape.hasRepeatedKeys(places) { return [] }
    var firsts: [String: Member] = [:]
    return members.compactMap { member in
      if let first = firsts[member.key] { return (member, first) }
      firsts[member.key] = member
      return nil
    }
  }

  /// The keys of this object that are not among those expected.
  func unexpectedKeys(_ expected: [String]) -> [JSONNode] {
    var result: [JSONNode] = []
    var child = place + 1
    while child < Int(token.next) {
      if !expected.contains(where: { tape.isText(child, $0) }) {
        result.append(JSONNode(tape, at: child))
      }
      child = Int(tape.tokens[child + 1].next)
    }
    return result
  }

  /// The kind of value, as people call it.
  var kind: Text {
    switch token.kind {
    case .null: Text("null")
    case .yes, .no: Text(nl: "`true` of `false`", en: "`true` or `false`")
    case .number: Text(nl: "getal", en: "a number")
    case .string, .escapedString: Text(nl: "tekst", en: "a text")
    case .array: Text(nl: "lijst", en: "a list")
    case .object: Text(nl: "object", en: "an object")
    }
  }

  /// The whole number, when it is one.
  var integer: Int? {
    guard token.kind == .number, case .number(let digits) = value else { return nil }
    return Int(digits)
  }

  /// The text, when it is one.
  var string: String? {
    token.kind == .string || token.kind == .escapedString ? decoded : nil
  }
}
