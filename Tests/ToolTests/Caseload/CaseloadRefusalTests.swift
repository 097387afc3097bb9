import Foundation
import Testing

/// Bad input is named and counted, never dropped, and what was refused is never repeated.
struct CaseloadRefusalTests {
  /// Something wrong in one row, which leaves the others as they are.
  struct BadRow: CustomTestStringConvertible, Sendable {
    let name: String
    let row: String
    let column: Int?
    let code: String
    var isSecret = ""
    var testDescription: String { name }
  }

  static let header = "sleutel;geboortedatum;woongemeente;huidigeSchool;zwaartepuntZorg\n"
  static let good = "g1;2008-01-31;Oss;pro;\n"

  static let rows = [
    BadRow(name: "too few cells", row: "x;2008-01-31;Oss", column: 17, code: "syntax"),
    BadRow(name: "too many cells", row: "x;2008-01-31;Oss;pro;;Geheim", column: 22, code: "syntax"),
    BadRow(name: "never closed", row: "x;\"2008-01-31;Oss;pro;", column: 3, code: "syntax"),
    BadRow(name: "text after quotes", row: "x;\"2008\"-01;Oss;pro;", column: 3, code: "syntax"),
    BadRow(name: "NUL", row: "x;2008\u{0}-01-31;Oss;pro;", column: 7, code: "hidden-character"),
    BadRow(
      name: "too long", row: "x;" + String(repeating: "7", count: 1 << 20) + ";Oss;pro;", column: 1,
      code: "syntax"),
    BadRow(
      name: "unknown value", row: "x;2008-01-31;Oss;Geheim;", column: 18, code: "unknown-value"),
    BadRow(
      name: "private fact", row: "x;2008-01-31;Oss;pro;Geheim", column: 22, code: "unknown-value"),
    BadRow(
      name: "no municipality", row: "x;2008-01-31;Geheim;pro;", column: 14,
      code: "unknown-municipality"),
    BadRow(name: "no date", row: "x;Geheim;Oss;pro;", column: 3, code: "bad-date"),
    BadRow(name: "month first", row: "x;01-31-2008;Oss;pro;", column: 3, code: "bad-date"),
    BadRow(name: "short year", row: "x;31-01-08;Oss;pro;", column: 3, code: "bad-date"),
    BadRow(
      name: "a name for a key", row: "Jan Geheim;2008-01-31;Oss;pro;", column: 1, code: "bad-name"),
    BadRow(
      name: "a formula for a key", row: "=1+1;2008-01-31;Oss;pro;", column: 1, code: "bad-name"),
    BadRow(
      name: "a long key", row: String(repeating: "k", count: 33) + ";2008-01-31;Oss;pro;",
      column: 1,
      code: "bad-name"),
    BadRow(
      name: "contradiction", row: "x;2027-01-31;Oss;pro;", column: nil, code: "contradiction"),
  ]

  @Test(arguments: [
    ("k1;\"2008\"-01;Oss;pro;", "k1"), ("Jan Jansen;\"2008\"-01;Oss;pro;", ""), (";x", ""),
    ("k1;\"2008-01-31;Oss;pro;", ""),
    // These may be lines of a text whose quotation marks were never closed.
    ("Jansen;2008-01-31;Oss", ""), ("Jansen;2008-01-31;Oss;pro;;x", ""),
  ]) func `a row that cannot be read is refused by its key, as far as that can be told`(
    row: String, key: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Self.header + row + "\n")
    let found = try Caseload.objects(try Caseload.run(path, ["--format", "ndjson"]))
    #expect(found.map { $0["key"] as? String ?? "" } == [key])
    // With the key further on, cells may have moved away from under their heads.
    let late = try folder.write("y.csv", "geboortedatum;sleutel\n2008-01-31;k1;x\n2008;k1\n")
    let others = try Caseload.objects(try Caseload.run(late, ["--format", "ndjson"]))
    #expect(others.first?["key"] == nil)
  }

  @Test(arguments: rows) func `a bad row is refused with its place, and the others are answered`(
    bad: BadRow
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Self.header + Self.good + bad.row + "\n" + Self.good)
    let run = try Caseload.run(path, ["--format", "ndjson"])
    #expect(run.status == 1)
    let found = try Caseload.objects(run)
    try #require(found.count == 3, "\(run.output) \(run.errors)")
    #expect(found.map { $0["status"] as? String } == ["determined", "refused", "determined"])
    #expect(found.map { $0["line"] as? Int } == [2, 3, 4])
    #expect(found[1]["code"] as? String == bad.code)
    if let column = bad.column { #expect(found[1]["column"] as? Int == column) }
    #expect(run.errors.contains("3 rijen: 2 beantwoord, 1 geweigerd"))
    for format in ["csv", "json", "html", "ndjson"] {
      let other = try Caseload.run(path, ["--format", format, "--lang", "en"])
      #expect(!other.output.contains("Geheim") && !other.errors.contains("Geheim"), "\(format)")
      #expect(other.status == 1)
    }
    for options in [["--within", "60d"], ["--summary"], ["--strict"]] {
      let other = try Caseload.run(path, options)
      #expect(!other.output.contains("Geheim") && !other.errors.contains("Geheim"), "\(options)")
      #expect(other.status == 1)
    }
  }

  @Test func `a bad row of JSON is refused with its place`() throws {
    let folder = try TemporaryFolder()
    let lines = [
      "{\"sleutel\":\"a\",\"woongemeente\":\"Oss\",\"huidigeSchool\":\"pro\"}",
      "{\"sleutel\":\"b\"",
      "[1]", "{\"sleutel\":\"c\",\"woongemente\":\"Oss\"}", "{\"naam\":\"Geheim\"}",
      "{\"sleutel\":\"d\",\"huidigeSchool\":\"Geheim\"}",
      "{\"sleutel\":{},\"woongemeente\":\"Oss\"}",
      "{\"woongemeente\":\"Oss\",\"woongemeente\":\"Oss\"}", "{\"sleutel\":\"Jan Geheim\"}",
      "Geheim",
      String(repeating: "x", count: (1 << 20) + 1),
    ]
    let path = try folder.write("x.ndjson", lines.joined(separator: "\n") + "\n")
    let run = try Caseload.run(path, ["--format", "ndjson"])
    let found = try Caseload.objects(run)
    #expect(found.count == lines.count, "\(run.output)")
    #expect(found.dropFirst().allSatisfy { $0["status"] as? String == "refused" })
    #expect(found.map { $0["line"] as? Int } == (1...lines.count).map { $0 })
    #expect(!run.output.contains("Geheim") && !run.errors.contains("Geheim"))
    #expect(run.errors.contains("11 rijen: 1 beantwoord, 10 geweigerd"))
  }

  @Test(arguments: [
    (#"{"id":"a","woongemeente":"Oss"}"#, "onbekend feit `id`", "--ignore-columns"),
    (#"{"woongemeente":"Oss","bijstand":"?"}"#, "`bijstand`", "laat weg wat niet bekend is"),
    (#"{"woongemeente":"Oss","papier":"n.v.t."}"#, "`papier`", "laat weg wat niet bekend is"),
  ]) func `a refused row says how to go on`(row: String, what: String, help: String) throws {
    let run = try Tool.run(["caseload", "--format", "ndjson"], input: row + "\n")
    let reason = try #require(try Caseload.objects(run).first?["reason"] as? String)
    #expect(reason.contains(what) && reason.hasSuffix(help), "\(reason)")
  }

  // The last of too many lines has as many cells as the header and is a row by itself.
  @Test(arguments: [(64, 2, 0), (65, 2, 64)])
  func `a row runs over 64 lines at most`(lines: Int, answered: Int, refused: Int) throws {
    let folder = try TemporaryFolder()
    let remark = (0..<lines).map { "x\($0)" }.joined(separator: "\n")
    let path = try folder.write(
      "x.csv",
      "bijzonder;sleutel;geboortedatum;woongemeente;huidigeSchool\n"
        + "\"\(remark)\";a;2008-01-31;Oss;pro\nkort;b;2008-01-31;Oss;pro\n")
    let run = try Caseload.run(path, ["--ignore-columns", "bijzonder"])
    #expect(
      run.errors.hasSuffix(
        "\(answered + refused) rijen: \(answered) beantwoord, \(refused) geweigerd\n"),
      "\(run.errors)")
    #expect(run.output.contains("sluit het binnen 64 regels") == (refused > 0))
  }

  @Test func `lines that quotes took together are parted again`() throws {
    let folder = try TemporaryFolder()
    let text =
      Self.header + "x;\"2008-01-31;Oss;pro;\n" + Self.good + "\"g2\";\"2008-01-31\";Oss;pro;\n"
    let run = try Caseload.run(try folder.write("x.csv", text), ["--format", "ndjson"])
    let found = try Caseload.objects(run)
    #expect(found.map { $0["status"] as? String } == ["refused", "determined", "determined"])
    #expect(found.map { $0["line"] as? Int } == [2, 3, 4])
  }

  @Test(arguments: [
    ("", "de lijst is leeg"), ("\n\n\n", "de lijst is leeg"),
    ("sleutel;woongemente\na;Oss\n", "onbekende kolom `woongemente`; bedoelde u `woongemeente`?"),
    (
      "woongemeente;kleur\nOss;rood\n",
      "onbekende kolom `kleur`; laat haar weg met --ignore-columns"
    ),
    ("woongemeente;woongemeente\nOss;Oss\n", "de kolom `woongemeente` staat er dubbel"),
    ("woongemeente;gemeente\nOss;Oss\n", "de kolom `woongemeente` staat er dubbel"),
    ("woongemeente;BSN\nOss;Geheim\n", "de kolom `bsn` wordt geweigerd"),
    ("woongemeente;Achternaam jongere\nOss;Geheim\n", "de kolom `achternaam` wordt geweigerd"),
    ("woongemeente;adres\nOss;Geheim\n", "de kolom `adres` wordt geweigerd"),
    ("woongemeente;\nOss;Geheim\n", "een kolom heeft geen naam, maar is niet leeg; verwijder"),
    ("Jan Geheim;Oss;pro\n", "de eerste regel noemt geen feiten"),
    ("j1;Jan Geheim;14-03-2007;Oss;diploma\n", "de eerste regel lijkt geen kop"),
    ("diploma;bijstand;ww;14-03-2007;Jan Geheim\n", "de eerste regel lijkt geen kop"),
    ("diploma;bijstand;ww;Bergen;Jan Geheim\n", "de eerste regel lijkt geen kop"),
    ("diploma;klas;Jan Geheim;Geheim;Geheim 2\n", "de eerste regel lijkt geen kop"),
    ("woongemeente;leeftijd\u{0}\nOss;17\n", "dit is geen UTF-8"),
    ("w\u{0}w\u{0};\u{0}x\u{0}\n\u{0}", "dit is geen UTF-8"),
    ("\u{0}\u{0}\u{0}{\u{0}\u{0}\u{0}\"", "dit is geen UTF-8"),
    ("sleutel\na\n", "de eerste regel noemt geen feiten"),
    ("[{\"woongemeente\":\"Geheim\"}]\n", "geen object op elke regel; zet elke rij op een regel"),
    ("\n [\n{\"woongemeente\":\"Oss\"},\n", "geen object op elke regel; zet elke rij op een regel"),
    ("{ \r\n  \"woongemeente\":\"Oss\"\n}\n", "bijvoorbeeld met `jq -c '.'`"),
  ]) func `a list that cannot be read at all is told why`(text: String, message: String) throws {
    let folder = try TemporaryFolder()
    let run = try Caseload.run(try folder.write("x.csv", text))
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(!run.errors.contains("Geheim"))
  }

  @Test func `columns nobody knows are passed over when asked, those about a person never`() throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "x.csv", "woongemeente;kleur;huidigeSchool;naam\nOss;Geheim;pro;Geheim\n")
    let refused = try Caseload.run(path, ["--ignore-columns", "kleur,naam"])
    #expect(refused.status == 2)
    #expect(!refused.errors.contains("Geheim"))
    let other = try folder.write("y.csv", "woongemeente;kleur;huidigeSchool\nOss;Geheim;pro\n")
    let run = try Caseload.run(other, ["--ignore-columns", "kleur"])
    #expect(run.status == 0)
    #expect(!run.output.contains("Geheim"))
    let json = try folder.write("z.ndjson", "{\"woongemeente\":\"Oss\",\"kleur\":\"x\"}\n")
    #expect(try Caseload.run(json).status == 1)
    #expect(try Caseload.run(json, ["--ignore-columns", "kleur"]).status == 0)
  }

  @Test func `keys that are nearly all citizen service numbers are refused`() throws {
    // Made-up numbers that pass the test of eleven.
    let numbers = ["111222333", "123456782", "000000012", "987654329", "100000009"]
    let folder = try TemporaryFolder()
    func text(_ keys: [String]) -> String {
      Self.header + keys.map { "\($0);2008-01-31;Oss;pro;\n" }.joined()
    }
    let run = try Caseload.run(try folder.write("x.csv", text(numbers)))
    #expect(run.status == 2)
    #expect(run.errors.contains("burgerservicenummers"), "\(run.errors)")
    #expect(!numbers.contains { run.errors.contains($0) || run.output.contains($0) })
    #expect(try Caseload.run(try folder.write("y.csv", text(numbers + ["123456789"]))).status == 2)
    let fewer = Array(numbers.prefix(4)) + ["123456789", "k2"]
    #expect(try Caseload.run(try folder.write("w.csv", text(fewer))).status == 0)
    #expect(try Caseload.run(try folder.write("z.csv", text(Array(numbers.prefix(4))))).status == 0)
    let lines = numbers.map { "{\"sleutel\":\"\($0)\",\"woongemeente\":\"Oss\"}\n" }.joined()
    #expect(try Caseload.run(try folder.write("x.ndjson", lines)).status == 2)
    let plain = numbers.filter { !$0.hasPrefix("0") } + ["123456782"]
    let bare = plain.map { "{\"sleutel\":\($0),\"woongemeente\":\"Oss\"}\n" }.joined()
    let refused = try Caseload.run(try folder.write("y.ndjson", bare))
    #expect(refused.status == 2)
    #expect(!plain.contains { refused.errors.contains($0) || refused.output.contains($0) })
  }

  @Test func `a stray quotation mark takes few lines with it`() throws {
    let folder = try TemporaryFolder()
    let stray = "x;\"2008-01-31;Oss;pro;\n"
    let text = Self.header + stray + String(repeating: Self.good, count: 200) + "\";\n"
    let run = try Caseload.run(try folder.write("x.csv", text), ["--format", "ndjson"])
    let found = try Caseload.objects(run)
    #expect(found.map { $0["line"] as? Int } == (2...203).map { $0 })
    #expect(found.count { $0["status"] as? String == "determined" } == 200)
    let many = Self.header + String(repeating: "a\";\"b\n", count: 3000)
    let all = try Caseload.objects(
      try Caseload.run(try folder.write("y.csv", many), ["--format", "ndjson"]))
    #expect(all.map { $0["line"] as? Int } == (2...3001).map { $0 })
    #expect(all.allSatisfy { $0["status"] as? String == "refused" && $0["key"] == nil })
  }

  @Test(arguments: [
    "BSN-nr", "bsn nummer", "leerlingnaam", "tussenvoegsel", "woonadres", "correspondentie adres",
    "tel.", "persoonsnummer", "leerlingnummer", "Geboorteplaats", "Contactpersoon",
  ]) func `columns about a person are refused, passed over or not`(name: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", "sleutel;woongemeente;\(name)\na;Oss;Geheim\n")
    for options in [[], ["--ignore-columns", name]] {
      let run = try Caseload.run(path, options)
      #expect(run.status == 2)
      #expect(run.errors.contains("personal-data"), "\(run.errors)")
      #expect(!run.errors.contains("Geheim"))
    }
  }

  @Test func `a row with a name of several municipalities is told so, without the name`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "x.csv", "sleutel;woongemeente;leeftijd\na;BERGEN;17\nb;Geheim;17\n")
    let run = try Caseload.run(path, ["--format", "ndjson"])
    let reasons = try Caseload.objects(run).map { $0["reason"] as? String ?? "" }
    try #require(reasons.count == 2)
    #expect(reasons[0].hasPrefix("dit kan meer dan een gemeente zijn"))
    #expect(reasons[1].hasPrefix("dit is geen Nederlandse gemeente"))
    #expect(!run.output.contains("BERGEN"))
  }

  @Test func `an unknown name in a row of JSON is repeated only when it looks like a fact`() throws
  {
    let folder = try TemporaryFolder()
    let lines = [
      "{\"Jan Geheim\":1}", "{\"Geheim\":null}", "{\"geheim12\":{}}",
      "{\"Jan Geheim\":1,\"Jan Geheim\":2}", "{\"Woongemente\":\"Oss\"}", "{\"kleur\":1}",
    ]
    let path = try folder.write("x.ndjson", lines.joined(separator: "\n") + "\n")
    let run = try Caseload.run(path, ["--format", "ndjson"])
    let reasons = try Caseload.objects(run).map { $0["reason"] as? String ?? "" }
    #expect(reasons.count == lines.count)
    #expect(!run.output.lowercased().contains("geheim") && !run.errors.contains("Geheim"))
    #expect(reasons.prefix(4).allSatisfy { $0.hasPrefix("een onbekend feit") }, "\(reasons)")
    #expect(reasons.suffix(2).allSatisfy { $0.hasPrefix("onbekend feit `") }, "\(reasons)")
  }

  @Test(arguments: [("woonplek", "woonplek"), ("leeftijd", "Leeftijd"), ("Klas", "klas")])
  func `a column is passed over whatever it would have said`(written: String, ignored: String)
    throws
  {
    let folder = try TemporaryFolder()
    let list = try folder.write(
      "x.csv", "sleutel;woongemeente;huidigeSchool;\(written)\na;Oss;pro;Geheim\n")
    let lines = try folder.write(
      "x.ndjson",
      "{\"sleutel\":\"a\",\"woongemeente\":\"Oss\",\"huidigeSchool\":\"pro\","
        + "\"\(written)\":\"x\"}\n")
    for path in [list, lines] {
      #expect(try Caseload.run(path).status != 0)
      let run = try Caseload.run(path, ["--ignore-columns", ignored])
      #expect(run.status == 0, "\(run.errors)")
      #expect(!run.errors.contains("warning"))
    }
  }

  @Test func `a name to pass over that is no column is told`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Self.header + Self.good)
    let run = try Caseload.run(path, ["--ignore-columns", "kleur"])
    #expect(run.status == 0)
    #expect(run.errors.contains("warning: de lijst heeft geen kolom `kleur`"), "\(run.errors)")
  }

  @Test func `blank lines and empty columns without a name are passed over`() throws {
    let folder = try TemporaryFolder()
    let text =
      "sleutel;geboortedatum;woongemeente;huidigeSchool;\n   \na;2008-01-31;Oss;pro;\n\t\n;;\n"
    let run = try Caseload.run(try folder.write("x.csv", text), ["--format", "ndjson"])
    #expect(run.status == 0, "\(run.output)")
    #expect(try Caseload.objects(run).map { $0["line"] as? Int } == [3])
    #expect(run.errors.contains("3 lege regels"), "\(run.errors)")
    // Far below what is looked at before the first row is answered.
    let many = String(repeating: "a;2008-01-31;Oss;pro;\n", count: 200)
    let late = try folder.write("y.csv", text + many + "b;2008-01-31;Oss;pro;Geheim\n")
    let other = try Caseload.run(late, ["--format", "ndjson"])
    #expect(other.status == 1)
    #expect(other.output.contains("verwijder de kolom"))
    #expect(!other.output.contains("Geheim"))
  }

  @Test func `random bytes never end the program otherwise than with a status`() throws {
    var random = Randomness(seed: 20)
    let folder = try TemporaryFolder()
    for round in 0..<40 {
      var bytes = Array((Self.header + Self.good + Self.good).utf8)
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        let marks: [UInt8] = [0x22, 0x3B, 0x0A, 0x0D, 0, 0xFF, 0xC3, 0x1E, 0x1D, 0x1C, 0x7B, 0x20]
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes.insert(marks[Int.random(in: 0..<marks.count, using: &random)], at: place)
      }
      let run = try Caseload.run(try folder.write("\(round)", Data(bytes)))
      #expect([0, 1, 2].contains(run.status), "\(round)")
    }
  }
}
