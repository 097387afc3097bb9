import Testing

@testable import RoutingCore

struct SpellingTests {
  static let towns = [
    "'s-Hertogenbosch", "Boxtel", "Den Haag", "Den Helder", "Meierijstad", "Nuenen c.a.", "Oss",
    "Sint-Michielsgestel", "Súdwest-Fryslân", "Tilburg", "Uden", "Vught",
  ]

  @Test(arguments: [
    ("Boxtel", "boxtel"), ("'s-Hertogenbosch", "shertogenbosch"),
    ("Súdwest-Fryslân", "sudwestfryslan"),
    ("Nuenen c.a.", "nuenenca"), ("ÉÈËÊ", "eeee"), ("ÇÑŸ", "cny"), ("e\u{301}", "e"),
    ("mbo-niveau 2", "mboniveau2"), ("’s ‑ ", "s"), ("", ""), ("--", ""), ("日本", ""),
  ])
  func `a word is folded to plain letters and digits`(word: String, folded: String) {
    #expect(String(decoding: Spelling.folded(word), as: UTF8.self) == folded)
  }

  @Test(arguments: [
    // A letter too few, too many, changed, or two swapped.
    ("Boxel", "Boxtel"), ("Boxttel", "Boxtel"), ("Baxtel", "Boxtel"), ("Boxtle", "Boxtel"),
    ("tilbrug", "Tilburg"), ("Os", "Oss"), ("Udne", "Uden"), ("Vucht", "Vught"),
    // Case, accents and marks do not count.
    ("BOXTEL", "Boxtel"), ("Sudwest Fryslan", "Súdwest-Fryslân"), ("Nuenen", "Nuenen c.a."),
    ("s Hertogenbosch", "'s-Hertogenbosch"), ("’s-hertogenbosch", "'s-Hertogenbosch"),
    ("'s-Hertogenbos", "'s-Hertogenbosch"), ("St-Michielsgestel", "Sint-Michielsgestel"),
    // A beginning, or an addition.
    ("Meierij", "Meierijstad"), ("Meierijstad (gemeente)", "Meierijstad"),
  ])
  func `the nearest word is found`(word: String, meant: String) {
    #expect(Spelling.nearest(to: word, among: Self.towns) == [meant])
  }

  @Test(arguments: [
    "Amsterdam", "Parijs", "", "'-'", "日本", "xyz", "Bxtl", "O", String(repeating: "a", count: 65),
  ])
  func `a word that is far off has no nearest`(word: String) {
    #expect(Spelling.nearest(to: word, among: Self.towns, limit: 3) == [])
  }

  @Test func `the nearest words come best first, equals by alphabet, and no more than asked`() {
    let words = ["leerlingen", "leerweg", "leerwegg", "leerwek"]
    #expect(
      Spelling.nearest(to: "leerwex", among: words, limit: 9) == ["leerweg", "leerwek", "leerwegg"])
    #expect(Spelling.nearest(to: "leerwex", among: words, limit: 2) == ["leerweg", "leerwek"])
    #expect(Spelling.nearest(to: "leerwex", among: words) == ["leerweg"])
    #expect(
      Spelling.nearest(to: "Den H", among: Self.towns, limit: 3) == ["Den Haag", "Den Helder"])
  }

  @Test(arguments: [
    ("abc", "abd", true), ("abc", "ade", false), ("abcdef", "abdcfe", true),
    ("abcdef", "badcfe", false),
    ("abcdefghijkl", "abcdefgh", true), ("abcdefghijklmnop", "xxxxefghijklmnop", true),
    ("abcdefghijklmnop", "xxxxxfghijklmnop", false), ("mavo", "havo", false),
    ("naan", "naam", true), ("4", "1", false),
  ])
  func `one fault in three letters is near, and four at most`(
    word: String, other: String, isNear: Bool
  ) {
    #expect(Spelling.nearest(to: word, among: [other]).isEmpty == !isNear)
  }

  @Test func `the help offers the nearest word`() {
    #expect(
      Spelling.help(for: "leeftyd", among: ["leeftijd", "woongemeente"])
        == Text(nl: "bedoelde u `leeftijd`?", en: "did you mean `leeftijd`?"))
  }

  @Test func `the help lists the words when none is near and they are few`() {
    #expect(
      Spelling.help(for: "misschien", among: ["ja", "nee", "onbekend"])
        == Text(nl: "kies `ja`, `nee` of `onbekend`", en: "choose `ja`, `nee` or `onbekend`"))
    #expect(
      Spelling.help(for: "misschien", among: ["ja"]) == Text(nl: "kies `ja`", en: "choose `ja`"))
  }

  @Test(arguments: [(0, false), (1, true), (16, true), (17, false)])
  func `the help lists sixteen words at most, and says nothing of none`(count: Int, helps: Bool) {
    let words = (0..<count).map { "woord\($0)" }
    #expect((Spelling.help(for: "x", among: words) != nil) == helps)
  }
}
