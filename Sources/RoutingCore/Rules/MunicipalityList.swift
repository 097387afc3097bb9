/// The Dutch municipalities of one year, found by any of their names.
public struct MunicipalityList: Sendable {
  /// The official names, in order.
  public let names: [String]
  /// Where the list comes from.
  public let source: String
  private let codes: [String]
  private let otherNames: [(name: String, now: String)]
  private let several: [(name: String, among: [String])]

  /// - Parameters:
  ///   - codes: the four-digit code of each municipality.
  ///   - otherNames: other names people use and those of municipalities that became part of another, with
  ///     the official one.
  ///   - several: names that can be one of several municipalities.
  init(
    names: [String], codes: [String], otherNames: [(name: String, now: String)],
    several: [(name: String, among: [String])], source: String
  ) {
    self.names = names
    self.codes = codes
    self.otherNames = otherNames
    self.several = several
    self.source = source
  }

  /// Whether a word can be one of several municipalities.
  func isSeveral(_ word: String) -> Bool {
    let key = Spelling.folded(word)
    return several.contains { Spelling.isSame(key, $0.name) }
  }

  /// The place of a municipality by its name, another name, a former name or its CBS code.
  ///
  /// - Throws: why there is none: an unknown name, or one that can be several municipalities.
  func index(of word: String) throws(Diagnostic) -> Int {
    let key = Spelling.folded(word)
    if let index = names.firstIndex(where: { Spelling.isSame(key, $0) }) { return index }
    if let place = codes.firstIndex(where: { word == $0 || word == "GM" + $0 }) { return place }
    if let other = otherNames.first(where: { Spelling.isSame(key, $0.name) }),
      let place = names.firstIndex(of: other.now)
    {
      return place
    }
    // A municipality has no digits: with them it could be an address.
    let hasDigits = word.utf8.contains { (0x30...0x39).contains($0) }
    let shown = hasDigits ? "***" : Printable.word(word)
    if let among = several.first(where: { Spelling.isSame(key, $0.name) })?.among {
      let list = Wording.eitherTicked(among)
      throw Diagnostic(
        .unknownMunicipality,
        Text(
          nl: "`\(shown)` kan meer dan een gemeente zijn",
          en: "`\(shown)` can be more than one municipality"),
        help: Text(nl: "geef \(list.nl)", en: "give \(list.en)"))
    }
    let near = Spelling.nearest(to: word, among: names, limit: 3)
    let list = Wording.eitherTicked(near)
    let help =
      near.isEmpty
      ? Text(
        nl: "geef de naam van een Nederlandse gemeente, geen plaats",
        en: "give the name of a Dutch municipality, not of a town")
      : Text(nl: "bedoelde u \(list.nl)?", en: "did you mean \(list.en)?")
    throw Diagnostic(
      .unknownMunicipality,
      Text(
        nl: "de gemeente `\(shown)` bestaat niet", en: "there is no municipality `\(shown)`"),
      help: help)
  }
}
