/// A language the program speaks to people.
public enum Language: String, CaseIterable, Sendable {
  /// Dutch, the default.
  case nl
  /// English.
  case en
}

/// A phrase in both languages.
public struct Text: Hashable, Sendable {
  /// The Dutch phrase.
  public let nl: String
  /// The English phrase.
  public let en: String

  /// A phrase in both languages.
  public init(nl: String, en: String) {
    self.nl = nl
    self.en = en
  }

  /// A word that is the same in both languages, such as a name.
  public init(_ same: String) {
    self.init(nl: same, en: same)
  }

  /// The phrase in one language.
  public subscript(language: Language) -> String {
    language == .nl ? nl : en
  }

  /// Two phrases one after the other.
  public static func + (left: Text, right: Text) -> Text {
    Text(nl: left.nl + right.nl, en: left.en + right.en)
  }
}

/// Words joined for reading aloud.
public enum Wording {
  /// `a, b of c`: a closed list to choose from.
  public static func either(_ words: [String], _ language: Language) -> String {
    joined(words, last: language == .nl ? " of " : " or ")
  }

  /// `a, b en c`.
  public static func all(_ words: [String], _ language: Language) -> String {
    joined(words, last: language == .nl ? " en " : " and ")
  }

  /// `a, b of c` in both languages, each word in backticks.
  static func eitherTicked(_ words: [String]) -> Text {
    let ticked = words.map { "`\($0)`" }
    return Text(nl: either(ticked, .nl), en: either(ticked, .en))
  }

  private static func joined(_ words: [String], last: String) -> String {
    guard let final = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + last + final
  }
}
