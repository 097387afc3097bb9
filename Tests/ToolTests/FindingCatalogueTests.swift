import Foundation
import RoutingCore
import RoutingReport
import Testing

/// The list of findings, in the program and beside the rules.
struct FindingCatalogueTests {
  @Test func `rules README lists the same findings in the same words`() throws {
    let text = try String(
      contentsOf: Tool.root.appending(path: "rules/README.md"), encoding: .utf8)
    let section = try #require(text.components(separatedBy: "\n## Findings\n").last)
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    let entries = FindingCatalogue.entries.map {
      "| `\($0.code.rawValue)` | \($0.definition.en) | \($0.remedy.en) |"
    }
    #expect(rows == entries)
  }

  @Test func `every code is either a finding or a fault of another command`() {
    let known = Set(FindingCatalogue.entries.map(\.code))
    let others = Diagnostic.Code.allCases.filter { !known.contains($0) }
    #expect(others == [.personalData, .contradiction, .usage, .output])
  }

  @Test(arguments: ["nl", "en"]) func `help findings gives them all`(language: String) throws {
    let run = try Tool.run(["help", "findings", "--lang", language])
    #expect(run.status == 0)
    for entry in FindingCatalogue.entries {
      #expect(run.output.contains("\n\(entry.code.rawValue) "), "\(entry.code)")
    }
  }
}
