import Foundation
import RoutingReport
import Testing

/// What the program says about itself.
struct HelpTests {
  @Test(arguments: [[], ["--help"], ["help"], ["-h"]])
  func `help is short, has examples and says to call 112 in danger`(arguments: [String]) throws {
    let run = try Tool.run(arguments)
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 24)
    #expect(run.output.contains("bel 112"))
    #expect(run.output.contains("jongeren-route advise jongere.json --on 2026-11-21"))
  }

  @Test(arguments: HelpPages.topics)
  func `there is help in both languages`(topic: String) throws {
    let dutch = try Tool.run(["help", topic])
    let english = try Tool.run(["help", topic, "--lang", "en"])
    #expect(dutch.status == 0)
    #expect(english.status == 0)
    #expect(dutch.output != english.output)
  }

  @Test func `the help on privacy tells about the history of the shell`() throws {
    #expect(try Tool.run(["help", "privacy"]).output.contains("geschiedenis"))
  }

  @Test func `every line of help fits a terminal`() throws {
    for topic in [[]] + HelpPages.topics.map({ [$0] }) {
      for language in ["nl", "en"] {
        let page = try Tool.run(["help"] + topic + ["--lang", language]).output
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(topic)")
      }
    }
  }

  @Test func `the examples of the help can be run`() throws {
    for line in [
      "$TOOL advise geboortedatum=2007-03-14 woongemeente=Oss huidigeSchool=geen verlatenSchool=mbo-2 verlatenLeerweg=bol uitschrijfdatum=2026-02-01 hoogsteDiploma=geen --on 2026-11-21",
      "$TOOL advise leeftijd=18 woongemeente=Vught huidigeSchool=geen || test $? = 3",
      "echo '{\"woongemeente\": \"Oss\", \"leeftijd\": 17, \"huidigeSchool\": \"pro\"}' | $TOOL advise -",
      "$TOOL facts --format json",
      "$TOOL validate",
    ] {
      let run = try Tool.shell(line)
      #expect(run.status == 0, "\(line): \(run.errors)")
    }
  }

  @Test func `facts names every fact with its values and its usual value`() throws {
    let run = try Tool.run(["facts", "--format", "json"])
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let facts = try #require(object["facts"] as? [[String: Any]])
    let names = facts.compactMap { $0["name"] as? String }
    #expect(names.contains("geboortedatum"))
    #expect(names.contains("leeftijd"))
    let page = try Tool.run(["facts"]).output
    for name in names { #expect(page.contains("\n\(name)"), "\(name)") }
    let bijstand = try #require(facts.first { $0["name"] as? String == "bijstand" })
    #expect(bijstand["usual"] as? String == "nee")
    #expect(page.contains("gebruikelijk: nee"))
  }

  @Test func `the version names the rules inside`() throws {
    let run = try Tool.run(["--version"])
    #expect(run.output.hasPrefix("jongeren-route 0.1.0, "))
  }
}
