import Foundation
import Testing

@testable import RoutingCore
@testable import jongeren_route

/// The answer follows the rules, with no Swift touched.
struct RulesFolderTests {
  private func advise(_ rules: String, on date: String = "2026-11-21", _ more: String...) throws
    -> String
  {
    let facts = AdviseTests.dropout.filter { fact in
      !more.contains { $0.split(separator: "=")[0] == fact.split(separator: "=")[0] }
    }
    let run = try Tool.run(["advise"] + facts + more + ["--on", date, "--rules", rules])
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  @Test func `the rules inside the program are those of the folder`() throws {
    let inside = try RulebookLoader.load(JongerenRoute.files(embeddedRules))
    let folder = try RulebookLoader.load(
      try Files.rules(in: Tool.root.appending(path: "rules").path))
    // When this fails after a rule file was added: touch Package.swift and build again.
    #expect(inside.hash == folder.hash)
  }

  @Test func `a longer window in the rules is a longer window in the advice`() throws {
    let folder = try TemporaryFolder()
    let rules = try folder.rules(
      replacing: "\"jarenSindsVertrek\": {\"from\": 0, \"below\": 1}",
      with: "\"jarenSindsVertrek\": {\"from\": 0, \"below\": 3}",
      in: "noordoost-brabant/bereik.json")
    #expect(try advise(rules).contains("tot 1 februari 2029"))
  }

  @Test func `another age limit in the rules ends the agreement for another youth`() throws {
    let folder = try TemporaryFolder()
    let rules = try folder.rules(
      replacing: "\"from\": 27", with: "\"from\": 25", in: "noordoost-brabant/bereik.json")
    let born = "geboortedatum=2002-03-14"
    let shipped = Tool.root.appending(path: "rules").path
    #expect(try advise(shipped, on: "2028-01-01", born).contains("[nob-doorstroompunt]"))
    #expect(try advise(rules, on: "2028-01-01", born).contains("[nob-bereik-27]"))
  }

  @Test func `a file that is no JSON is named, and not the names it hides`() throws {
    let folder = try TemporaryFolder()
    let path = "noordoost-brabant/bereik.json"
    let rules = try folder.rules(replacing: "\"hit\": \"first\",", with: "\"hit\": ,", in: path)
    let run = try Tool.run(["advise"] + AdviseTests.dropout + ["--rules", rules])
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("\(path):6:14: error: "))
    #expect(!run.errors.contains("onbekend feit"))
  }

  @Test func `another role in the rules is another person to call`() throws {
    let folder = try TemporaryFolder()
    let path = "noordoost-brabant/aanspreekpunt.json"
    let text = try String(
      contentsOf: Tool.root.appending(path: "rules/\(path)"), encoding: .utf8)
    let rule = try #require(text.range(of: "\"id\": \"nob-vsv\""))
    let then = try #require(
      text.range(of: "\"then\": \"doorstroomcoach\"", range: rule.upperBound..<text.endIndex))
    let old = String(text[rule.lowerBound..<then.upperBound])
    let new = old.replacingOccurrences(
      of: "\"then\": \"doorstroomcoach\"", with: "\"then\": \"participatieconsulent\"")
    let rules = try folder.rules(replacing: old, with: new, in: path)
    #expect(
      try advise(rules).contains(
        "Bel                   de afdeling Werk & Inkomen (participatieconsulent)"))
  }

  @Test func `a municipality added to the agreement is answered by it`() throws {
    let folder = try TemporaryFolder()
    let rules = try folder.rules(
      replacing: "\"Bernheze\",", with: "\"Bernheze\", \"Deurne\",",
      in: "noordoost-brabant/agreement.json")
    #expect(try advise(rules, "woongemeente=Deurne").contains("[nob-school-mbo]"))
  }

  @Test(arguments: [
    (
      "\"hit\": \"first\"", "\"hit\": \"frist\"", "`hit` kan niet `frist` zijn; bedoelde u `first`?"
    ),
    (
      "\"ingeschreven\":", "\"ingeschrven\":",
      "onbekend feit `ingeschrven`; bedoelde u `ingeschreven`?"
    ),
    ("\"source\":", "\"bron\":", "onbekende sleutel `bron`"),
    ("\"nob 7\"", "\"nop 7\"", "het document `nop` bestaat niet; bedoelde u `nob`?"),
    ("\"basis\": \"afspraak\"", "\"basis\": \"gewoonte\"", "`basis` kan niet `gewoonte` zijn"),
    ("\"then\": \"begeleider\"", "\"then\": \"begelijder\"", "de partij `begelijder` bestaat niet"),
  ])
  func `a fault in the rules is reported with its place`(old: String, new: String, message: String)
    throws
  {
    let folder = try TemporaryFolder()
    let rules = try folder.rules(
      replacing: old, with: new, in: "noordoost-brabant/verantwoordelijk.json")
    let run = try Tool.run(["advise"] + AdviseTests.dropout + ["--rules", rules])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("noordoost-brabant/verantwoordelijk.json:"))
    #expect(run.errors.contains(message), "\(run.errors.prefix(300))")
  }

  /// A text of a rule file, what takes its place, and what is said of it.
  struct Damage: CustomTestStringConvertible, Sendable {
    let path: String
    let old: String
    let new: String
    let message: String
    var testDescription: String { message }
  }

  static let values = (1...70).map { "{\"value\": \"v\($0)\", \"nl\": \"v\", \"en\": \"v\"}, " }
    .joined()

  @Test(arguments: [
    Damage(
      path: "facts.json", old: "\"leeftijd\": {\"below\": 0}",
      new: "\"leeftijd\": 9223372036854775807", message: "hoort een getal of een bereik"),
    Damage(
      path: "facts.json", old: "\"leeftijd\": {\"from\": 101}",
      new: "\"leeftijd\": {\"from\": 9223372036854775807}", message: "dit bereik kan geen getal"),
    Damage(
      path: "facts.json", old: "{\"value\": \"geen\", \"nl\": \"geen bijzondere vraag\"",
      new: values + "{\"value\": \"geen\", \"nl\": \"geen bijzondere vraag\"",
      message: "waarden zijn te veel"),
    Damage(
      path: "facts.json", old: "\"usual\": \"niemand\"", new: "\"usual\": \"nimand\"",
      message: "de waarde `nimand` bestaat niet; bedoelde u `niemand`?"),
    Damage(
      path: "noordoost-brabant/agreement.json", old: "\"desk\": \"jongerenaanpak\"",
      new: "\"desk\": \"regionale-jobcoach\"", message: "bij `desk` hoort een organisatie"),
    Damage(
      path: "noordoost-brabant/agreement.json", old: "\"kind\": \"agreement\"",
      new: "\"kind\": \"frame\"", message: "2 mappen hebben `\"kind\": \"frame\"`"),
    Damage(
      path: "noordoost-brabant/agreement.json", old: ", \"grenzen.json\"", new: "",
      message: "geen agreement.json noemt dit bestand"),
    Damage(
      path: "noordoost-brabant/aanspreekpunt.json", old: "\"then\": \"verlaten-school\"",
      new: "\"then\": \"verlaten-schol\"", message: "de waarde `verlaten-schol` bestaat niet"),
    Damage(
      path: "parties.json", old: "\"from\": \"begeleider\"", new: "\"from\": \"begelijder\"",
      message: "verwijst naar `begelijder`"),
  ])
  func `damaged rules are refused, never misread`(_ damage: Damage) throws {
    let folder = try TemporaryFolder()
    let text = try String(
      contentsOf: Tool.root.appending(path: "rules/\(damage.path)"), encoding: .utf8)
    // The list of table files may be broken over lines.
    let old = text.contains(damage.old) ? damage.old : "\"grenzen.json\","
    let rules = try folder.rules(replacing: old, with: damage.new, in: damage.path)
    let run = try Tool.run(["advise"] + AdviseTests.dropout + ["--rules", rules])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(damage.message), "\(run.errors.prefix(400))")
  }
}
