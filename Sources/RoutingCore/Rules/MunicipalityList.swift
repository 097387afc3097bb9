/// The Dutch municipalities of one year, found by any of their names.
public struct MunicipalityList: Sendable {
  /// The official names, in order.
  public let names: [String]
  /// Where the list comes from.
  public let source: String
  private let codes: [String]
  private let aliases: [(name: String, now: String)]
  private let former: [(name: String, now: String)]

  /// - Parameters:
  ///   - codes: the four-digit code of each municipality.
  ///   - aliases: other names people use, with the official one.
  ///   - former: municipalities that no longer exist, with those that they became part of.
  init(
    names: [String], codes: [String], aliases: [(name: String, now: String)],
    former: [(name: String, now: String)], source: String
  ) {
    self.names = names
    self.codes = codes
    self.aliases = aliases
    self.former = former
    self.source = source
  }

  /// The place of a municipality by its name, another name or its CBS code, or why there is none.
  func index(of word: String) throws(Diagnostic) -> Int {
    let key = Spelling.folded(word)
    if let index = names.firstIndex(where: { Spelling.isSame(key, $0) }) { return index }
    if let place = codes.firstIndex(where: { word == $0 || word == "GM" + $0 }) { return place }
    if let alias = aliases.first(where: { Spelling.isSame(key, $0.name) }),
      let place = names.firstIndex(of: alias.now)
    {
      return place
    }
    // A municipality has no digits: with them it could be an address.
    let hasDigits = word.utf8.contains { (0x30...0x39).contains($0) }
    let shown = hasDigits ? "***" : Printable.word(word)
    if let now = former.first(where: { Spelling.isSame(key, $0.name) })?.now {
      throw Diagnostic(
        .unknownMunicipality,
        Text(
          nl: "de gemeente `\(shown)` is opgeheven",
          en: "the municipality `\(shown)` no longer exists"),
        help: Text(nl: "geef `\(now)`", en: "give `\(now)`"))
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
