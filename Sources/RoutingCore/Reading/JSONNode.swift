/// A JSON value that knows where it stands.
struct JSONNode: Sendable {
  /// A key of an object with its value.
  struct Member: Sendable {
    let key: String
    let keyRange: Range<Int>
    let value: JSONNode

    /// The members whose key stood before, each with the member that had it first.
    static func repeated(in members: [Member]) -> [(member: Member, first: Member)] {
      // Almost every object is small: comparing is quicker than hashing.
      if members.count <= 16 {
        return members.indices.compactMap { place in
          members[..<place].first { $0.key == members[place].key }.map { (members[place], $0) }
        }
      }
      var firsts: [String: Member] = [:]
      return members.compactMap { member in
        if let first = firsts[member.key] { return (member, first) }
        firsts[member.key] = member
        return nil
      }
    }
  }

  enum Value: Sendable {
    case null
    case bool(Bool)
    /// The digits as written: what is a whole number is decided by who asks.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  let value: Value
  /// The bytes it covers.
  let range: Range<Int>

  /// The kind of value, as people call it.
  var kind: Text {
    switch value {
    case .null: Text("null")
    case .bool: Text(nl: "`true` of `false`", en: "`true` or `false`")
    case .number: Text(nl: "een getal", en: "a number")
    case .string: Text(nl: "een tekst", en: "a text")
    case .array: Text(nl: "een lijst", en: "a list")
    case .object: Text(nl: "een object", en: "an object")
    }
  }

  /// The whole number, when it is one.
  var integer: Int? {
    guard case .number(let digits) = value else { return nil }
    return Int(digits)
  }

  /// The text, when it is one.
  var string: String? {
    guard case .string(let text) = value else { return nil }
    return text
  }
}
