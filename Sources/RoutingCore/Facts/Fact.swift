/// One value a fact can have, with the words for it.
public struct Choice: Sendable {
  /// The value as rules, profiles and arguments write it.
  public let value: String
  /// The value in words.
  public var label: Text { words.text }
  /// The party the value names, when it names one.
  public let party: String?
  let words: Phrase

  init(value: String, label: Phrase, party: String?) {
    self.value = value
    self.party = party
    words = label
  }
}

/// How a fact is computed from others.
public enum Derivation: Sendable {
  /// Whole years since a date.
  case years(of: Int)
  /// Whole months since a date.
  case months(of: Int)
  /// Whether a moment has been reached.
  case reached(Moment)
  /// Whether a date comes before, on or after a moment.
  case order(of: Int, with: Moment)
  /// The agreement whose municipalities include this one.
  case region(of: Int)
  /// The reference date itself.
  case referenceDate
  /// What a decision table answered.
  case outcome
}

/// One thing that can be known about a youth.
///
/// A class, so that looking at a fact does not copy it; it never changes.
public final class Fact: Sendable {
  /// What kind of value it has.
  public enum Kind: String, CaseIterable, Sendable {
    /// `ja` or `nee`.
    case yesNo = "yes-no"
    /// One of a closed list.
    case choice
    /// A whole number, zero or more.
    case number
    /// A day, or a month known without its day.
    case date
    /// A Dutch municipality.
    case municipality
    /// A name that only serves to look up a contact.
    case text
  }

  /// Its name: the key in a profile, the column in a caseload, the axis in the rules.
  public let name: String
  /// What kind of value it has.
  public let kind: Kind
  /// What it is called.
  public var label: Text { labelWords.text }
  /// How to ask for it; empty for facts nobody is asked for.
  public var question: Text { questionWords.text }
  /// What is worth knowing beside it.
  public var note: Text? { noteWords?.text }
  /// The values of a choice, in order.
  public let choices: [Choice]
  /// The value assumed, and said to be assumed, when the profile is silent.
  public let usual: String?
  /// The value an absent fact has by definition, such as a level nobody has assessed.
  public let absent: String?
  /// For whom it means anything; nil for everybody.
  public let applies: Match?
  /// Whether it says something about health or the private sphere.
  public let isSensitive: Bool
  /// The fact a profile may state instead, and the days between: `laatsteSchooldag` and one day.
  public let means: (fact: Int, days: Int)?
  /// How it is computed; nil for a fact that only a profile can give.
  public let derivation: Derivation?
  /// Whether a profile may state it although it is computed.
  public let mayBeStated: Bool
  /// Documents and articles it comes from.
  public var sources: [String] {
    node?.value(of: "source")?.elements.compactMap(\.string) ?? []
  }
  /// What the day is called on which it comes to a number: `1 jaar na het vertrek`.
  func milestone(_ number: Int) -> Text {
    let words = node?.value(of: "milestone")?.value(of: number == 1 ? "one" : "many")?.text
    guard let words else { return label + Text(": \(number)") }
    func filled(_ words: String) -> String {
      words.split(separator: "{n}", omittingEmptySubsequences: false).joined(separator: "\(number)")
    }
    return Text(nl: filled(words.nl), en: filled(words.en))
  }

  private let labelWords: Phrase
  private let questionWords: Phrase
  private let noteWords: Phrase?
  /// Where it is declared; nil for what a table decides.
  private let node: JSONNode?

  init(
    name: String, kind: Kind, label: Phrase, question: Phrase, note: Phrase?, choices: [Choice],
    usual: String?, absent: String?, applies: Match?, isSensitive: Bool,
    means: (fact: Int, days: Int)?, derivation: Derivation?, mayBeStated: Bool, node: JSONNode?
  ) {
    self.name = name
    self.kind = kind
    labelWords = label
    questionWords = question
    noteWords = note
    self.choices = choices
    self.usual = usual
    self.absent = absent
    self.applies = applies
    self.isSensitive = isSensitive
    self.means = means
    self.derivation = derivation
    self.mayBeStated = mayBeStated
    self.node = node
  }

  /// Whether a profile may give it.
  public var isGiven: Bool { derivation == nil || mayBeStated }

  /// Whether a date may be stated as not having happened: `geen`.
  public var allowsNoDate: Bool { kind == .date && usual != nil }

  /// The place of a value among the choices.
  public func choiceIndex(_ value: String) -> Int? {
    choices.firstIndex { $0.value == value }
  }

  /// Some of the values in words: `mbo 2 of mbo 3`, or `anders dan geen` when nearly all are meant.
  func words(forAnyOf places: UInt64) -> Text {
    let isMeant = { (place: Int) in places & 1 << UInt64(place) != 0 }
    let others = choices.indices.filter { !isMeant($0) }.map { choices[$0].label }
    let isLong = choices.count - others.count > 3
    if isLong, !others.isEmpty, others.count < 3 {
      return Text(
        nl: "anders dan " + Wording.either(others.map(\.nl), .nl),
        en: "other than " + Wording.either(others.map(\.en), .en))
    }
    let labels = choices.indices.filter(isMeant).map { choices[$0].label }
    return Text(
      nl: Wording.either(labels.map(\.nl), .nl), en: Wording.either(labels.map(\.en), .en))
  }

  /// The values of a yes-or-no fact.
  static let yesNoChoices = [
    Choice(value: "ja", label: .known(Text(nl: "ja", en: "yes")), party: nil),
    Choice(value: "nee", label: .known(Text(nl: "nee", en: "no")), party: nil),
  ]

  /// The values of a fact that compares two dates.
  static let orderChoices = [
    Choice(value: "eerder", label: .known(Text(nl: "eerder", en: "earlier")), party: nil),
    Choice(
      value: "gelijk", label: .known(Text(nl: "op dezelfde dag", en: "on the same day")), party: nil
    ),
    Choice(value: "later", label: .known(Text(nl: "later", en: "later")), party: nil),
  ]
}
