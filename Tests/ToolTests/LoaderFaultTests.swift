import Foundation
import Testing

@testable import RoutingCore
@testable import jongeren_route

/// What reading a folder of rules says of what is wrong in it: all of it in one run, each fault at its
/// place, and nothing that only follows from another fault.
struct LoaderFaultTests {
  /// A text of a rule file and what takes its place; an empty text stands for the whole file.
  struct Change: Sendable {
    let path: String
    let old: String
    let new: String

    init(_ path: String, _ old: String, _ new: String) {
      (self.path, self.old, self.new) = (path, old, new)
    }
  }

  /// Changes of the shipped rules, and the faults they are: `path code`.
  struct Damage: CustomTestStringConvertible, Sendable {
    let name: String
    let changes: [Change]
    let faults: [String]
    var message = ""
    var note: String?
    var testDescription: String { name }
  }

  static let shipped = Result {
    try Files.rules(in: Tool.root.appending(path: "rules").path)
  }

  /// The faults of the shipped rules with some texts replaced, each the first time it stands there.
  static func faults(after changes: [Change]) throws -> [Diagnostic] {
    var files = try shipped.get()
    for change in changes {
      let place = try #require(files.firstIndex { $0.path == change.path }, "\(change.path)")
      var text = String(decoding: files[place].bytes, as: UTF8.self)
      if change.old.isEmpty {
        text = change.new
      } else {
        let range = try #require(text.range(of: change.old), "\(change.old)")
        text.replaceSubrange(range, with: change.new)
      }
      files[place] = SourceFile(path: change.path, text: text)
    }
    do {
      _ = try RulebookLoader.load(files)
      return []
    } catch {
      return error.all
    }
  }

  static let nob = "noordoost-brabant/"
  static let table = """
    {"table": "NAAM", "label": {"nl": "a", "en": "a"}, "hit": "first",
     "values": [{"value": "ja", "nl": "a", "en": "a"}],
     "rules": [{"id": "ID", "title": {"nl": "a", "en": "a"}, WHEN "then": "ja",
                "source": ["nob 1"], "basis": "afspraak"}]},
    """

  /// A table with one rule.
  static func table(_ name: String, id: String = "nieuw", when: String = "") -> String {
    table.replacingOccurrences(of: "NAAM", with: name).replacingOccurrences(of: "ID", with: id)
      .replacingOccurrences(of: "WHEN", with: when)
  }

  /// A table put first in a file of Noordoost-Brabant.
  static func first(_ table: String, in file: String) -> Change {
    Change(nob + file, "\"tables\": [", "\"tables\": [" + table)
  }

  @Test func `the shipped rules have no faults`() throws {
    #expect(try Self.faults(after: []).isEmpty)
  }

  @Test(arguments: [
    // Names.
    Damage(
      name: "a rule name with an accent",
      changes: [Change(nob + "acties.json", "nob-actie-agenda", "nob-agendá")],
      faults: ["\(nob)acties.json bad-name"], message: "`nob-agendá` is hier geen naam"),
    Damage(
      name: "a rule name with capitals",
      changes: [Change(nob + "acties.json", "nob-actie-agenda", "NOB-actie")],
      faults: ["\(nob)acties.json bad-name"], message: "kleine letters"),
    Damage(
      name: "a table name with a space", changes: [first(table("twee woorden"), in: "acties.json")],
      faults: ["\(nob)acties.json bad-name"], message: "`twee woorden`"),
    Damage(
      name: "a party with a Cyrillic letter",
      changes: [Change("parties.json", "\"id\": \"beleid\"", "\"id\": \"beleіd\"")],
      faults: ["parties.json bad-name"], message: "is hier geen naam"),
    Damage(
      name: "a document without a name",
      changes: [
        Change(nob + "agreement.json", "\"id\": \"nob\"", "\"id\": \"\""),
        Change(nob + "grenzen.json", "\"nob ", "\" "),
      ],
      faults: ["\(nob)agreement.json bad-name", "\(nob)grenzen.json wrong-type"]),
    // Empty texts.
    Damage(
      name: "a rule with an empty title",
      changes: [
        first(
          table("nieuw").replacingOccurrences(
            of: "\"title\": {\"nl\": \"a\"", with: "\"title\": {\"nl\": \" \""), in: "acties.json")
      ],
      faults: ["\(nob)acties.json missing-key"], message: "`nl` is leeg"),
    Damage(
      name: "a chart row with an empty title",
      changes: [
        Change("matrix.json", "\"title\": {\"nl\": \"", "\"title\": {\"nl\": \"\", \"x\": \"")
      ],
      faults: ["matrix.json missing-key", "matrix.json unknown-key"], message: "`nl` is leeg"),
    Damage(
      name: "an empty title of a section",
      changes: [
        Change(nob + "coverage.json", "\"title\": \"", "\"title\": \"\", \"x\": \"")
      ],
      faults: ["\(nob)coverage.json missing-key", "\(nob)coverage.json unknown-key"],
      message: "`title` is leeg"),
    Damage(
      name: "a party to be found in something that is never filled in",
      changes: [Change("parties.json", "{woongemeente}", "{gemeente}")],
      faults: ["parties.json unknown-name"], message: "bedoelde u `{woongemeente}`?"),
    Damage(
      name: "a file of sections that does not exist",
      changes: [Change(nob + "agreement.json", "\"coverage.json\"", "\"coverge.json\"")],
      faults: ["\(nob)agreement.json unknown-name"],
      message: "het bestand `coverge.json` bestaat niet; bedoelde u `coverage.json`?"),
    // What charts show.
    Damage(
      name: "a chart row of an unknown fact",
      changes: [Change("matrix.json", "\"huidigeSchool\": \"pro\"", "\"huidigeScool\": \"pro\"")],
      faults: ["matrix.json unknown-fact"], message: "bedoelde u `huidigeSchool`?"),
    Damage(
      name: "a chart row with a value that does not exist",
      changes: [Change("matrix.json", "\"huidigeSchool\": \"pro\"", "\"huidigeSchool\": \"prow\"")],
      faults: ["matrix.json unknown-value"], message: "bedoelde u `pro`?"),
    Damage(
      name: "a chart row of what only a table decides",
      changes: [
        Change("matrix.json", "\"huidigeSchool\": \"pro\"", "\"vertrekVolgorde\": \"later\"")
      ],
      faults: ["matrix.json wrong-type"],
      message: "van `vertrekVolgorde` kan een rij of kolom dit niet vragen"),
    Damage(
      name: "a chart row with alternatives",
      changes: [
        Change(
          "matrix.json", "\"huidigeSchool\": \"pro\"", "\"any\": [{\"huidigeSchool\": \"pro\"}]")
      ],
      faults: ["matrix.json wrong-type"], message: "kent geen `any`"),
    Damage(
      name: "a municipality fact that is none",
      changes: [Change("matrix.json", "[\"woongemeente\"]", "[\"woonplaats\"]")],
      faults: ["matrix.json unknown-name"], message: "het gemeentefeit `woonplaats` bestaat niet"),
    Damage(
      name: "to be consulted by a table that does not exist",
      changes: [Change("matrix.json", "\"table\": \"raadplegen\"", "\"table\": \"raadplegn\"")],
      faults: ["matrix.json unknown-name"], message: "bedoelde u `raadplegen`?"),
    Damage(
      name: "to be consulted by an answer that a table has not",
      changes: [
        Change(
          "matrix.json", "\"value\": \"ja\", \"party\": \"de-school\"",
          "\"value\": \"jaa\", \"party\": \"de-school\"")
      ],
      faults: ["matrix.json unknown-name"], message: "het antwoord `jaa` bestaat niet"),
    Damage(
      name: "a comparison along a fact that does not exist",
      changes: [Change("matrix.json", "\"along\": \"leeftijd\"", "\"along\": \"leeftijdd\"")],
      faults: ["matrix.json unknown-name"], message: "bedoelde u `leeftijd`?"),
    Damage(
      name: "a comparison along what has no values of its own",
      changes: [Change("matrix.json", "\"along\": \"leeftijd\"", "\"along\": \"woonregio\"")],
      faults: ["matrix.json unknown-name"], message: "het feit met waarden `woonregio`"),
    Damage(
      name: "a comparison by a table that does not exist",
      changes: [
        Change("matrix.json", "\"along\": \"leeftijd\"", "\"table\": \"aanspreekpuntt\"")
      ],
      faults: ["matrix.json unknown-name"], message: "bedoelde u `aanspreekpunt`?"),
    Damage(
      name: "a comparison of two kinds at once",
      changes: [
        Change(
          "matrix.json", "\"along\": \"leeftijd\"",
          "\"along\": \"leeftijd\", \"table\": \"aanspreekpunt\"")
      ],
      faults: ["matrix.json missing-key"], message: "noem een van beide"),
    Damage(
      name: "to consult somebody who does not exist",
      changes: [Change("matrix.json", "\"party\": \"de-school\"", "\"party\": \"de-schol\"")],
      faults: ["matrix.json unknown-name"], message: "bedoelde u `de-school`?"),
    Damage(
      name: "a chart without columns",
      changes: [Change("matrix.json", "\"circumstances\":", "\"omstandigheden\":")],
      faults: ["matrix.json missing-key", "matrix.json unknown-key"],
      message: "hier ontbreekt `circumstances`"),
    // Hidden characters.
    Damage(
      name: "a turned writing direction",
      changes: [
        first(
          table("nieuw").replacingOccurrences(of: "\"a\"", with: "\"\\u202e\""), in: "acties.json")
      ],
      faults: Array(repeating: "\(nob)acties.json hidden-character", count: 6), message: "U+202E"),
    Damage(
      name: "a hidden character in a key",
      changes: [Change(nob + "acties.json", "\"basis\":", "\"bas\u{200B}is\":")],
      faults: [
        "\(nob)acties.json missing-key", "\(nob)acties.json unknown-key",
        "\(nob)acties.json hidden-character",
      ], message: "`basis`"),
    // Sources.
    Damage(
      name: "a rule without a source",
      changes: [Change(nob + "acties.json", "\"source\":", "\"bron\":")],
      faults: ["\(nob)acties.json missing-key", "\(nob)acties.json unknown-key"],
      message: "hier ontbreekt `source`"),
    Damage(
      name: "an empty list of sources",
      changes: [
        first(table("nieuw").replacingOccurrences(of: "\"nob 1\"", with: ""), in: "acties.json")
      ],
      faults: ["\(nob)acties.json missing-key"], message: "`source` is leeg"),
    Damage(
      name: "a source without a section",
      changes: [
        first(table("nieuw").replacingOccurrences(of: "nob 1", with: "nob"), in: "acties.json")
      ],
      faults: ["\(nob)acties.json wrong-type"], message: "schrijf `nob 3`"),
    Damage(
      name: "a source in a document the agreement does not have",
      changes: [
        first(table("nieuw").replacingOccurrences(of: "nob 1", with: "nat 1"), in: "acties.json")
      ],
      faults: ["\(nob)acties.json unknown-name"], message: "het document `nat` bestaat niet"),
    // The order of tables.
    Damage(
      name: "a table read above the one that decides it",
      changes: [first(table("nieuw", when: "\"when\": {\"houder\": \"slb\"},"), in: "bereik.json")],
      faults: ["\(nob)bereik.json table-order"],
      message:
        "`houder` wordt hier gelezen voordat het is beslist; zet de tabel `houder` hierboven",
      note: "deze tabel beslist het"),
    Damage(
      name: "a deadline that lasts as long as a table below",
      changes: [
        first(
          table("nieuw").replacingOccurrences(
            of: "\"basis\"", with: "\"due\": {\"lasts\": \"houder\"}, \"basis\""),
          in: "bereik.json")
      ],
      faults: ["\(nob)bereik.json table-order"], message: "hierboven"),
    Damage(
      name: "a table of another agreement",
      changes: [
        Change(
          "landelijk/meer.json", "\"tables\": [",
          "\"tables\": ["
            + table("nieuw", when: "\"when\": {\"werkingsgebied\": \"ja\"},")
            .replacingOccurrences(of: "nob 1", with: "nat 1.1"))
      ],
      faults: ["landelijk/meer.json unknown-fact"], message: "onbekend feit `werkingsgebied`"),
    // Names that are taken.
    Damage(
      name: "a table the law decides", changes: [first(table("leerplicht"), in: "acties.json")],
      faults: ["\(nob)acties.json against-law"],
      message: "de wet beslist `leerplicht` al", note: "deze tabel beslist het"),
    Damage(
      name: "a table twice", changes: [first(table("venster"), in: "acties.json")],
      faults: ["\(nob)acties.json duplicate-name"], message: "bestaat al", note: "hier staat hij al"
    ),
    Damage(
      name: "a rule twice in one agreement",
      changes: [first(table("nieuw", id: "nob-vsv"), in: "acties.json")],
      faults: ["\(nob)acties.json duplicate-name"],
      message: "`nob-vsv` bestaat al", note: "hier staat hij al"),
    Damage(
      name: "a rule of another agreement",
      changes: [
        Change(
          "landelijk/meer.json", "\"tables\": [",
          "\"tables\": ["
            + table("nieuw", id: "nob-vsv").replacingOccurrences(of: "nob 1", with: "nat 1.1"))
      ],
      faults: ["\(nob)aanspreekpunt.json duplicate-name"], message: "bestaat al",
      note: "hier staat hij al"),
    Damage(
      name: "a party twice",
      changes: [Change("parties.json", "\"id\": \"beleid\"", "\"id\": \"leerplicht\"")],
      faults: ["parties.json duplicate-name"], message: "bestaat al", note: "hier staat hij al"),
    Damage(
      name: "a municipality twice",
      changes: [Change(nob + "agreement.json", "\"Boekel\",", "\"Boekel\", \"Boekel\",")],
      faults: ["\(nob)agreement.json duplicate-name"], message: "hoort bij",
      note: "hier staat zij al"),
    // What has to be there.
    Damage(
      name: "no table for who is responsible",
      changes: [
        Change(
          nob + "verantwoordelijk.json", "\"table\": \"verantwoordelijk\"",
          "\"table\": \"verantwoordelijke\"")
      ],
      faults: [
        "\(nob)aanspreekpunt.json unknown-fact", "\(nob)aanspreekpunt.json unknown-fact",
        "\(nob)agreement.json missing-key",
      ],
      message: "geen tabel van deze map heet `verantwoordelijk`"),
    Damage(
      name: "a table file that nothing names",
      changes: [
        Change(
          "landelijk/agreement.json", "\"aanspreekpunt.json\", \"meer.json\"", "\"meer.json\"")
      ],
      faults: ["landelijk/aanspreekpunt.json unknown-name"],
      message: "noem het bij `tables`"),
    Damage(
      name: "a table file that is named twice",
      changes: [
        Change("landelijk/agreement.json", "\"meer.json\"", "\"meer.json\", \"meer.json\"")
      ],
      faults: ["landelijk/agreement.json duplicate-name"], message: "`meer.json` bestaat al",
      note: "hier staat hij al"),
    Damage(
      name: "answers without values",
      changes: [
        first(
          table("nieuw").replacingOccurrences(
            of: "\"values\": [{\"value\": \"ja\", \"nl\": \"a\", \"en\": \"a\"}],", with: ""),
          in: "bereik.json")
      ],
      faults: ["\(nob)bereik.json missing-key"], message: "hier ontbreekt `values`"),
    Damage(
      name: "an order of rules that do not exist",
      changes: [
        first(
          table("nieuw").replacingOccurrences(
            of: "\"rules\"",
            with:
              "\"precedence\": {\"order\": [\"nieuw\", \"niew\", \"nieuw\"], \"why\": {\"nl\": \"a\", \"en\": \"a\"}}, \"rules\""
          ), in: "bereik.json")
      ],
      faults: ["\(nob)bereik.json unknown-name", "\(nob)bereik.json duplicate-name"],
      message: "de regel `niew` bestaat niet; bedoelde u `nieuw`?"),
    Damage(
      name: "no desk",
      changes: [Change(nob + "agreement.json", "\"desk\": \"jongerenaanpak\",", "")],
      faults: ["\(nob)agreement.json missing-key"], message: "hier ontbreekt `desk`"),
    Damage(
      name: "an agreement without table files",
      changes: [
        Change(
          "wet/agreement.json",
          "[\"begrippen.json\", \"doorstroompunt.json\", \"loopbaanbegeleiding.json\", "
            + "\"participatiewet.json\"]",
          "[]")
      ],
      faults: ["wet/agreement.json missing-key"], message: "`tables` is leeg"),
    // Values and periods.
    Damage(
      name: "a value that names no party",
      changes: [
        first(
          table("nieuw").replacingOccurrences(
            of: "\"value\": \"ja\"", with: "\"value\": \"ja\", \"party\": \"leerplich\""),
          in: "acties.json")
      ],
      faults: ["\(nob)acties.json unknown-name"],
      message: "de partij `leerplich` bestaat niet; bedoelde u `leerplicht`?"),
    Damage(
      name: "a period that ends before it starts",
      changes: [
        Change(nob + "agreement.json", "\"from\": \"2026-01-01\"", "\"from\": \"2031-01-01\"")
      ],
      faults: ["\(nob)agreement.json wrong-type"], message: "dit bereik kan geen dag bevatten"),
    Damage(
      name: "a rule that never holds",
      changes: [
        first(
          table("nieuw", when: "\"valid\": {\"from\": \"2026-02-01\", \"below\": \"2026-02-01\"},"),
          in: "acties.json")
      ],
      faults: ["\(nob)acties.json wrong-type"], message: "dit bereik kan geen dag bevatten"),
    Damage(
      name: "a day the calendar does not have",
      changes: [
        first(table("nieuw", when: "\"valid\": {\"from\": \"2026-02-30\"},"), in: "acties.json")
      ],
      faults: ["\(nob)acties.json bad-date"], message: "schrijf 2026-01-31"),
    Damage(
      name: "a deadline in a thousand years",
      changes: [
        first(
          table("nieuw").replacingOccurrences(
            of: "\"basis\"",
            with: "\"due\": {\"of\": \"uitschrijfdatum\", \"years\": 1000}, \"basis\""),
          in: "acties.json")
      ],
      faults: ["\(nob)acties.json wrong-type"], message: "een getal van -100 tot en met 100"),
    Damage(
      name: "numbers for a date",
      changes: [
        first(
          table("nieuw", when: "\"when\": {\"uitschrijfdatum\": {\"from\": 3}},"), in: "acties.json"
        )
      ],
      faults: ["\(nob)acties.json wrong-type"], message: "hoort een dag"),
    Damage(
      name: "a school year that starts on no day",
      changes: [Change("facts.json", "\"08-01\"", "\"02-30\"")],
      faults: ["facts.json bad-date"], message: "schrijf 08-01"),
  ])
  func `a fault is told where it is, and nothing else is`(_ damage: Damage) throws {
    let faults = try Self.faults(after: damage.changes)
    #expect(
      faults.map { "\($0.span?.file.path ?? "-") \($0.code.rawValue)" } == damage.faults,
      "\(faults.map { $0.rendered(.nl, program: "") })")
    let told = faults.map { $0.message.nl + ($0.help.map { "; " + $0.nl } ?? "") }
    #expect(damage.message.isEmpty || told.contains { $0.contains(damage.message) }, "\(told)")
    if let note = damage.note { #expect(faults.first?.notes.map(\.message.nl) == [note]) }
  }

  @Test(arguments: [
    Damage(
      name: "a fact that could not be read",
      changes: [
        Change("facts.json", "\"name\": \"huidigeSchool\"", "\"naam\": \"huidigeSchool\""),
        Change(nob + "acties.json", "\"basis\": \"afspraak\"", "\"basis\": \"gewoonte\""),
      ],
      faults: [
        "facts.json missing-key", "facts.json unknown-key", "\(nob)acties.json unknown-value",
      ]),
    Damage(
      name: "a fact of an unknown kind",
      changes: [Change("facts.json", "\"kind\": \"municipality\"", "\"kind\": \"gemeente\"")],
      faults: ["facts.json unknown-value"]),
    Damage(
      name: "no facts at all",
      changes: [
        Change("facts.json", "", "["),
        Change(nob + "acties.json", "\"basis\": \"afspraak\"", "\"basis\": \"gewoonte\""),
      ],
      faults: ["facts.json syntax", "\(nob)acties.json unknown-value"]),
    Damage(
      name: "no parties at all",
      changes: [
        Change("parties.json", "", "{}"),
        Change(nob + "acties.json", "\"basis\": \"afspraak\"", "\"basis\": \"gewoonte\""),
      ],
      faults: ["\(nob)acties.json unknown-value", "parties.json missing-key"]),
    Damage(
      name: "no municipalities at all", changes: [Change("municipalities.json", "", "")],
      faults: ["municipalities.json syntax"]),
    Damage(
      name: "a municipality that is no text",
      changes: [Change("municipalities.json", "\"1982 Land van Cuijk\"", "7")],
      faults: ["municipalities.json wrong-type"]),
    Damage(
      name: "a table file that is no JSON",
      changes: [
        Change(nob + "bereik.json", "{", "{,"),
        Change("landelijk/meer.json", "\"then\"", "\"dan\""),
        Change(nob + "acties.json", "\"basis\": \"afspraak\"", "\"basis\": \"gewoonte\""),
      ],
      faults: [
        "landelijk/meer.json missing-key", "landelijk/meer.json unknown-key",
        "\(nob)acties.json unknown-value", "\(nob)bereik.json syntax",
      ]),
    Damage(
      name: "a file of the law that is no JSON",
      changes: [
        Change("wet/begrippen.json", "{", "{,"), Change("facts.json", "\"kind\"", "\"soort\""),
      ],
      faults: ["facts.json missing-key", "facts.json unknown-key", "wet/begrippen.json syntax"]),
    Damage(
      name: "an agreement that is no JSON",
      changes: [
        Change(nob + "agreement.json", "{", "{,"),
        Change(nob + "acties.json", "\"basis\": \"afspraak\"", "\"basis\": \"gewoonte\""),
      ],
      faults: ["\(nob)acties.json unknown-value", "\(nob)agreement.json syntax"]),
    Damage(
      name: "an agreement of no kind",
      changes: [Change("wet/agreement.json", "\"kind\": \"law\"", "\"kind\": \"wet\"")],
      faults: ["wet/agreement.json unknown-value"]),
    Damage(
      name: "a table file that is named wrongly",
      changes: [Change(nob + "agreement.json", "\"bereik.json\"", "\"berijk.json\"")],
      faults: ["\(nob)agreement.json unknown-name"]),
    Damage(
      name: "a table without a name",
      changes: [
        Change(nob + "verantwoordelijk.json", "\"table\":", "\"tabel\":"),
        Change(nob + "acties.json", "\"basis\": \"afspraak\"", "\"basis\": \"gewoonte\""),
      ],
      faults: [
        "\(nob)acties.json unknown-value", "\(nob)verantwoordelijk.json missing-key",
        "\(nob)verantwoordelijk.json unknown-key",
      ]),
    Damage(
      name: "a party, a document and a fact that are no objects",
      changes: [
        Change("parties.json", "\"parties\": [", "\"parties\": [7,"),
        Change("parties.json", "\"id\": \"gemeente-wi\"", "\"id\": \"gemeente-w\""),
        Change("facts.json", "\"facts\": [", "\"facts\": [7,"),
        Change("facts.json", "\"name\": \"beller\"", "\"name\": \"bellers\""),
        Change("wet/agreement.json", "\"documents\": [", "\"documents\": [7,"),
        Change("wet/agreement.json", "\"id\": \"SUWI\"", "\"id\": \"SUW\""),
      ],
      faults: ["facts.json wrong-type", "parties.json wrong-type", "wet/agreement.json wrong-type"]
    ),
    Damage(
      name: "a party that is written wrongly, and read below",
      changes: [
        Change(nob + "aanspreekpunt.json", "\"then\": \"begeleider\"", "\"then\": \"begelijder\"")
      ],
      faults: ["\(nob)aanspreekpunt.json unknown-name"]),
  ])
  func `what could not be read is not said to be missing elsewhere`(_ damage: Damage) throws {
    let faults = try Self.faults(after: damage.changes)
    #expect(
      faults.map { "\($0.span?.file.path ?? "-") \($0.code.rawValue)" } == damage.faults,
      "\(faults.map { $0.rendered(.nl, program: "") })")
  }

  @Test func `faults of every file come in one run, sorted`() throws {
    let faults = try Self.faults(after: [
      Change("facts.json", "\"usual\": \"geen\"", "\"usual\": \"gen\""),
      Change("parties.json", "\"label\":", "\"lable\":"),
      Change("landelijk/meer.json", "\"hit\": \"collect\"", "\"hit\": \"colect\""),
      Change("wet/begrippen.json", "\"when\"", "\"wen\""),
      Change(Self.nob + "acties.json", "\"then\"", "\"dan\""),
    ])
    let places = faults.map { ($0.span?.file.path ?? "", $0.span?.range.lowerBound ?? 0) }
    #expect(Set(places.map(\.0)).count == 5)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(faults.allSatisfy { $0.help != nil })
  }

  @Test(arguments: [
    ("\"on\": \"2026-10-01\",", "", "missing-key"),
    ("\"on\": \"2026-10-01\"", "\"on\": \"2026-10\"", "bad-date"),
    ("\"id\": \"o02\"", "\"id\": \"o01\"", "duplicate-name"),
    ("\"id\": \"o02\"", "\"id\": \"O02\"", "bad-name"),
    ("\"niveau\": \"1\"", "\"niveau\": 1", "wrong-type"),
    ("\"is\": \"slb\"", "\"is\": []", "missing-key"),
    ("\"expect\"", "\"expects\"", "missing-key unknown-key"),
    ("\"cases\": [", "\"cases\": [{,", "syntax"),
  ])
  func `a fault in a worked case is told`(old: String, new: String, codes: String) throws {
    let path = Tool.root.appending(path: "rules/noordoost-brabant/cases/bijlage.json")
    var text = try String(contentsOf: path, encoding: .utf8)
    let range = try #require(text.range(of: old))
    text.replaceSubrange(range, with: new)
    let faults = try #require(throws: Diagnostics.self) {
      try WorkedCase.read(SourceFile(path: "bijlage.json", text: text))
    }
    #expect(faults.all.map(\.code.rawValue) == codes.split(separator: " ").map(String.init))
  }
}
