import Foundation
import Testing

@testable import RoutingCore
@testable import RoutingReport

/// The matrix as a team lead asks for it.
struct MatrixToolTests {
  private static let day = ["--on", "2026-11-21"]

  /// Arguments for `matrix`, about Noordoost-Brabant where they name no region.
  private static func command(_ arguments: [String]) -> [String] {
    let isNamed = arguments.contains("--region")
    return ["matrix"] + arguments + (isNamed ? [] : ["--region", "noordoost-brabant"])
  }

  private func matrix(_ arguments: String...) throws -> Tool.Run {
    try Tool.run(MatrixToolTests.command(arguments) + MatrixToolTests.day)
  }

  /// How many stand side by side: every folder of rules but the law.
  static let agreements = {
    let rules = Tool.root.appending(path: "rules")
    let folders = try? FileManager.default.contentsOfDirectory(atPath: rules.path)
    return folders?.filter { folder in
      let file = rules.appending(path: "\(folder)/agreement.json")
      return folder != "wet" && !folder.hasPrefix(".")
        && FileManager.default.fileExists(atPath: file.path)
    }.count
  }()

  private static let views = [
    [], ["--view", "roles"], ["--partner", "doorstroompunt"], ["--region", "all"],
    ["--rows", "leeftijd", "--columns", "niveau", "huidigeSchool=mbo-2"],
    ["--rows", "vraag", "leeftijd=19", "huidigeSchool=mbo-2", "--region", "landelijk"],
  ]

  @Test(arguments: views, Language.allCases)
  func `the text fits a terminal and breaks no word`(view: [String], language: Language) throws {
    let run = try Tool.run(
      MatrixToolTests.command(view) + MatrixToolTests.day + ["--lang", language.rawValue])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count > 10)
    #expect(lines.allSatisfy { $0.count <= 100 })
    // A broken word would be in none of the texts the page was made of.
    let plain = try Tool.run(
      MatrixToolTests.command(view) + MatrixToolTests.day
        + ["--lang", language.rawValue, "--plain"])
    func words(_ text: String) -> Set<Substring> {
      Set(text.split { !$0.isLetter && $0 != "-" }.filter { $0.count > 12 && $0.first != "-" })
    }
    // Commands stand only where one can type.
    let typed = run.output.split(separator: "\n").filter { $0.contains("=") }
    let broken = words(run.output).subtracting(words(plain.output))
    #expect(broken.allSatisfy { word in typed.contains { $0.contains(word) } })
  }

  @Test(arguments: views, Language.allCases)
  func `the plain form can be read aloud`(view: [String], language: Language) throws {
    let run = try Tool.run(
      MatrixToolTests.command(view) + MatrixToolTests.day
        + ["--lang", language.rawValue, "--plain"])
    #expect(run.status == 0)
    let symbols = Set("─│┌└├═║→←*•|=~^<>#_").union(["\t"])
    #expect(!run.output.contains { symbols.contains($0) })
    #expect(!run.output.contains("--"))
    #expect(!run.output.contains("   "))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func `a Dutch Excel opens it, and programs read it`() throws {
    let dutch = try matrix("--format", "csv")
    #expect(dutch.output.unicodeScalars.first == "\u{FEFF}")
    let rows = try #require(ReadBack.csv(dutch.output, separator: ";"))
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    #expect(rows.count > 150)
    let plain = try matrix("--format", "csv", "--csv", "rfc4180")
    #expect(plain.output.unicodeScalars.first != "\u{FEFF}")
    #expect(ReadBack.csv(plain.output, separator: ",") == rows)
  }

  @Test(arguments: views) func `JSON is JSON and names the view and the rules`(view: [String])
    throws
  {
    let run = try Tool.run(
      MatrixToolTests.command(view) + MatrixToolTests.day + ["--format", "json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "jongeren-route/matrix/1")
    #expect(object["date"] as? String == "2026-11-21")
    let charts = try #require(object["charts"] as? [[String: Any]])
    #expect(charts.count == (view.contains("all") ? MatrixToolTests.agreements : 1))
  }

  @Test func `side by side it says where agreements differ, and only there`() throws {
    let run = try matrix("--region", "all", "--format", "csv")
    let rows = try #require(ReadBack.csv(run.output, separator: ";"))
    let head = rows[0]
    func column(_ name: String) throws -> Int { try #require(head.firstIndex(of: name)) }
    let (agreement, differs) = (try column("afspraken"), try column("verschilt"))
    let (responsible, contact) = (try column("verantwoordelijk"), try column("aanspreekpunt"))
    let places = try ["deel", "fase", "omstandigheid"].map { try column($0) }
    let cells = Dictionary(grouping: rows.dropFirst()) { row in places.map { row[$0] } }
    for (place, sides) in cells {
      #expect(Set(sides.map { $0[agreement] }).count == MatrixToolTests.agreements)
      let answers = Set(sides.map { [$0[responsible], $0[contact]] })
      #expect((answers.count > 1) == (sides[0][differs] == "ja"), "\(place)")
    }
    let page = try matrix("--region", "all")
    let count = cells.values.filter { $0[0][differs] == "ja" }.count
    #expect(count > 20)
    #expect(page.output.contains("\(count) van de \(cells.count) vakken verschillen."))
  }

  @Test func `before the agreements begin the national frame answers, and the page says so`() throws
  {
    let run = try Tool.run(MatrixToolTests.command(["--on", "2025-06-01"]))
    #expect(run.output.contains("geldt niet op deze dag: het landelijk kader antwoordt"))
    #expect(run.output.contains("volgens: Landelijk kader"))
    #expect(!run.output.contains("nob-school-mbo"))
    for view in [["--partner", "uwv"], ["--view", "roles"]] {
      let run = try Tool.run(MatrixToolTests.command(["--on", "2025-06-01"] + view))
      #expect(run.output.contains("geldt niet op deze dag: het landelijk kader antwoordt"))
      #expect(run.output.contains("land-"))
      #expect(!run.output.contains("nob-"))
    }
  }

  @Test func `readings and open places are explained with their source`() throws {
    let page = try matrix().output
    #expect(page.contains("Lezingen en open plekken\n=="))
    #expect(page.contains(" lezing: "))
    #expect(page.contains(" open: "))
    #expect(page.contains("nob-open-welk-doorstroompunt]"))
    // Every number at a cell has its note.
    let notes = page.components(separatedBy: "Lezingen en open plekken")
    let marks = notes[0].matches(of: /\(([0-9]+(?:,[0-9]+)*)\)\n/)
      .flatMap { $0.1.split(separator: ",").compactMap { Int($0) } }
    let count = notes[1].matches(of: #/\n[ ]*[0-9]+ (?:lezing|open): /#).count
    #expect(Set(marks) == Set(1...count))
  }

  @Test func `with several agreements it asks which`() throws {
    let run = try Tool.run(["matrix"] + MatrixToolTests.day)
    #expect(run.status == 2)
    for name in ["noord-limburg", "noordoost-brabant", "rijk-van-nijmegen", "all"] {
      #expect(run.errors.contains(name), "\(run.errors)")
    }
  }

  @Test func `an organisation without a part is told so`() throws {
    let run = try matrix("--partner", "ggd", "--region", "landelijk")
    #expect(run.status == 0)
    #expect(run.output.contains("heeft in deze afspraken voor niemand een rol"))
  }

  @Test func `a role stands for its organisation`() throws {
    let role = try matrix("--partner", "doorstroomcoach")
    #expect(role.output == (try matrix("--partner", "doorstroompunt")).output)
  }

  /// A wrong use, and what is said of it.
  struct WrongUse: Sendable {
    let arguments: [String]
    let words: [String]

    init(_ arguments: [String], _ words: String...) {
      (self.arguments, self.words) = (arguments, words)
    }
  }

  @Test(arguments: [
    WrongUse(
      ["--region", "noordoost"], "de regio `noordoost` bestaat niet", "`noordoost-brabant`"),
    WrongUse(["--partner", "doorstroom"], "bestaat niet", "`doorstroompunt`"),
    WrongUse(["--partner", "jongere-zelf"], "de organisatie `jongere-zelf` bestaat niet"),
    WrongUse(["--rows", "leeftyd"], "onbekend feit `leeftyd`", "`leeftijd`"),
    WrongUse(["--rows", "schoolnaam"], "kan geen rij of kolom zijn"),
    WrongUse(["--rows", "woonregio"], "kan geen rij of kolom zijn"),
    WrongUse(["--rows", "niveau", "--columns", "peildatum"], "kan geen rij of kolom zijn"),
    WrongUse(["--rows", "niveau", "niveau=2"], "`niveau` ligt al vast"),
    WrongUse(["--rows", "leeftijd", "geboortedatum=2007-01-01"], "ligt al vast"),
    WrongUse(["--rows", "niveau", "--columns", "niveau"], "twee keer hetzelfde"),
    WrongUse(["--columns", "niveau"], "hoort ook --rows"),
    WrongUse(["leeftijd=19"], "hoort ook --rows"),
    WrongUse(["--rows", "niveau", "naam=Jan"], "`naam` wordt geweigerd"),
    WrongUse(["--rows", "niveau", "--view", "roles"], "gaan niet samen"),
    WrongUse(["--partner", "uwv", "--view", "wall"], "gaan niet samen"),
    WrongUse(["--view", "rols"], "`rols` bestaat niet", "`roles`"),
    WrongUse(["--format", "xml"], "de waarde van --format `xml` bestaat niet"),
    WrongUse(["--format", "github"], "de waarde van --format `github` bestaat niet"),
    WrongUse(["--csv", "nl"], "--csv past niet bij --format text"),
    WrongUse(["--plain", "--format", "html"], "--plain past niet bij --format html"),
    WrongUse(["--mutants"], "--mutants hoort bij `validate`"),
    WrongUse(["profiel.json"], "is hier te veel"),
  ]) func `wrong use is told with what to do`(use: WrongUse) throws {
    let run = try Tool.run(MatrixToolTests.command(use.arguments))
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    for words in use.words { #expect(run.errors.contains(words), "\(run.errors)") }
  }

  @Test func `facts that contradict each other leave no youth in any cell`() throws {
    let run = try matrix(
      "--rows", "niveau", "leeftijd=19", "geboortedatum=2010-01-01", "huidigeSchool=mbo-2")
    #expect(run.status == 2)
    #expect(run.errors.contains("past niet bij"))
  }

  @Test func `rules without rows and columns still answer about two facts`() throws {
    let folder = try TemporaryFolder()
    let rules = folder.url.appending(path: "rules")
    try FileManager.default.copyItem(at: Tool.root.appending(path: "rules"), to: rules)
    try FileManager.default.removeItem(at: rules.appending(path: "matrix.json"))
    let wall = try matrix("--rules", rules.path)
    #expect(wall.status == 2)
    #expect(wall.errors.contains("`matrix.json`"))
    let facts = try matrix(
      "--rules", rules.path, "--rows", "niveau", "huidigeSchool=mbo-2", "leeftijd=19")
    #expect(facts.status == 0, "\(facts.errors)")
  }

  @Test func `another answer in the rules is another cell`() throws {
    let folder = try TemporaryFolder()
    let rules = try folder.rules(
      replacing: "\"jarenSindsVertrek\": {\"from\": 0, \"below\": 1}",
      with: "\"jarenSindsVertrek\": {\"from\": 0, \"below\": 3}",
      in: "noordoost-brabant/bereik.json")
    let arguments = [
      "--rows", "jarenSindsVertrek", "leeftijd=19", "huidigeSchool=geen", "verlatenSchool=mbo-2",
      "papier=geen", "hoogsteDiploma=vmbo", "werk=geen", "--format", "csv",
    ]
    let command = MatrixToolTests.command(arguments) + MatrixToolTests.day
    let before = try Tool.run(command)
    let after = try Tool.run(command + ["--rules", rules])
    func answers(_ run: Tool.Run) throws -> [String] {
      let rows = try #require(ReadBack.csv(run.output, separator: ";"))
      return rows.dropFirst().map { "\($0[0]): \($0[3])" }
    }
    #expect(try answers(before).contains("1 of meer: het doorstroompunt (doorstroomcoach)"))
    #expect(try answers(after).contains { $0.hasPrefix("0 tot 3: de mbo-school") })
  }
}
