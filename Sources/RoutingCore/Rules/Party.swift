/// Somebody an answer can name: an organisation, a role in one, or a reference to one of these.
public struct Party: Sendable {
  /// What the name stands for.
  public enum Kind: Sendable {
    /// An organisation.
    case partner
    /// A role in an organisation.
    case role(partner: Int)
    /// Whoever a fact or an earlier table names, such as the school left.
    case reference(fact: String)
    /// The youth alone, or nobody by agreement: there is no organisation to bring the youth to.
    case nobody
  }

  /// Its name in rules, profiles and contact lists.
  public let id: String
  /// What the name stands for.
  public let kind: Kind
  /// Its name for people.
  public var label: Text { words.text }
  /// Where to find the person when no contact is known.
  public var find: Text? { whereabouts?.text }
  /// Whether it is an organisation.
  public var isPartner: Bool {
    if case .partner = kind { return true }
    return false
  }

  /// Whether it stands for whoever a fact or a table names.
  var isReference: Bool {
    if case .reference = kind { return true }
    return false
  }

  let words: Phrase
  let whereabouts: Phrase?
}

/// Everybody an answer can name.
public struct PartyList: Sendable {
  /// The parties, in the order of the file.
  public let all: [Party]
  private let places: [String: Int]

  init(_ all: [Party]) {
    self.all = all
    places = Dictionary(
      all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of a party.
  public func index(of id: String) -> Int? { places[id] }

  /// The organisation a party is, or works for.
  public func partner(of party: Int) -> Int {
    if case .role(let partner) = all[party].kind { return partner }
    return party
  }

  /// A role with its organisation: `het doorstroompunt (doorstroomcoach)`.
  public func fullLabel(_ party: Int) -> Text {
    guard case .role(let partner) = all[party].kind else { return all[party].label }
    let role = all[party].label
    let organisation = all[partner].label
    return Text(nl: "\(organisation.nl) (\(role.nl))", en: "\(organisation.en) (\(role.en))")
  }

  /// Where to find somebody: the role's own words, or those of the organisation.
  public func find(_ party: Int) -> Text? {
    all[party].find ?? all[partner(of: party)].find
  }
}
