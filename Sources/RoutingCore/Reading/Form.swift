/// What an object of a rule file may hold: said once, for the loader and for the JSON Schema that an
/// editor uses.
public final class Form: Sendable {
  /// A key of an object.
  public struct Key: Sendable {
    /// Its name.
    public let name: String
    /// What belongs there.
    public let shape: Shape
    /// Whether it has to be there.
    public let isRequired: Bool
    /// What it is for.
    public let description: Text

    static func required(_ name: String, _ shape: Shape, nl: String, en: String) -> Key {
      Key(name: name, shape: shape, isRequired: true, description: Text(nl: nl, en: en))
    }

    static func optional(_ name: String, _ shape: Shape, nl: String, en: String) -> Key {
      Key(name: name, shape: shape, isRequired: false, description: Text(nl: nl, en: en))
    }
  }

  /// What belongs at a key.
  public indirect enum Shape: Sendable {
    /// Words for people.
    case text
    /// A name of plain letters, digits, dots, dashes and underscores.
    case name
    /// A name of small letters, digits and dashes.
    case identifier
    /// A document and a section or article: `nob 3`.
    case source
    /// An exact day.
    case day
    /// One of a closed list.
    case word([String])
    /// A whole number, between bounds when it has them.
    case number(ClosedRange<Int>?)
    /// `true` or `false`.
    case flag
    /// A list; `some` when it may not be empty.
    case list(Shape), some(Shape)
    /// An object with keys of its own choice, each with the same kind of value.
    case map(Shape)
    /// An object of another form.
    case object(Form)
    /// For whom a rule holds.
    case match
    /// One of several, told apart by their JSON type.
    case either([Shape])
  }

  /// A key that has to be there because of another one.
  public struct Condition: Sendable {
    /// What is looked at.
    public enum Case: Sendable {
      /// The other key is there.
      case present
      /// The other key is not there.
      case absent
      /// The other key has one of these texts.
      case among([String])
    }

    /// The other key.
    public let key: String
    /// When it asks for more.
    public let when: Case
    /// The key that has to be there then.
    public let needs: String
  }

  /// Its name in a schema.
  public let name: String
  /// What it is.
  public let description: Text
  /// Its keys, in the order to write them.
  public let keys: [Key]
  /// Keys that have to be there because of others.
  public let conditions: [Condition]
  /// What belongs at any other key; nil when there may be none.
  public let others: Shape?

  init(
    _ name: String, nl: String, en: String, _ keys: [Key], conditions: [Condition] = [],
    others: Shape? = nil
  ) {
    self.name = name
    description = Text(nl: nl, en: en)
    self.keys = keys
    self.conditions = conditions
    self.others = others
  }

  /// The key of a name.
  func key(_ name: String) -> Key? { keys.first { $0.name == name } }
}

extension Form.Shape {
  /// What a text has to look like, as a regular expression; nil when any will do.
  public var pattern: String? {
    switch self {
    case .text: #"\S"#
    case .name: "^[A-Za-z0-9._-]+$"
    case .identifier: "^[a-z0-9-]+$"
    case .source: "^[A-Za-z0-9._-]+ [^ ]"
    case .day: "^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4})$"
    default: nil
    }
  }

  /// What belongs there, for people.
  var words: Text {
    switch self {
    case .text, .name, .identifier, .source, .word: Text(nl: "een tekst", en: "a text")
    case .day: Text(nl: "een dag", en: "a day")
    case .number(nil): Text(nl: "een geheel getal", en: "a whole number")
    case .number(let range?):
      Text(
        nl: "een getal van \(range.lowerBound) tot en met \(range.upperBound)",
        en: "a number from \(range.lowerBound) through \(range.upperBound)")
    case .flag: Text(nl: "`true` of `false`", en: "`true` or `false`")
    case .list, .some: Text(nl: "een lijst", en: "a list")
    case .map, .object: Text(nl: "een object", en: "an object")
    case .match: Text(nl: "een object van feiten", en: "an object of facts")
    case .either(let shapes):
      Text(
        nl: Wording.either(shapes.map(\.words.nl), .nl),
        en: Wording.either(shapes.map(\.words.en), .en))
    }
  }

  /// Whether a value is of the JSON type that belongs there.
  func admits(_ node: JSONNode) -> Bool {
    switch self {
    case .text, .name, .identifier, .source, .day, .word: node.string != nil
    case .number(let range): node.integer.map { range?.contains($0) ?? true } ?? false
    case .flag: if case .bool = node.value { true } else { false }
    case .list, .some: node.isArray
    case .map, .object, .match: node.isObject
    case .either(let shapes): shapes.contains { $0.admits(node) }
    }
  }
}
