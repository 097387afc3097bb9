import Foundation
import RoutingReport
import Testing

@testable import RoutingCore
@testable import jongeren_route

/// `validate`, as a rule writer and a build server meet it.
struct ValidateTests {
  /// The shipped rules with one fault in them.
  private func faulty(_ folder: TemporaryFolder) throws -> String {
    try folder.rules(
      replacing: "\"basis\": \"afspraak\"", with: "\"basis\": \"gewoonte\"",
      in: "noordoost-brabant/verantwoordelijk.json")
  }

  @Test func `the rules inside the program are checked with their worked cases`() throws {
    let run = try Tool.run(["validate"])
    #expect(run.status == 0, "\(run.output.prefix(2000))")
    #expect(!run.output.contains("error: "))
    let folder = Tool.root.appending(path: "rules").path
    let inside = JongerenRoute.files(embeddedCases)
    let beside = try Files.cases(in: folder)
    // When this fails after a case file was added: touch Package.swift and build again.
    #expect(inside.map(\.path).sorted() == beside.map(\.path).sorted())
    for file in beside {
      #expect(inside.first { $0.path == file.path }?.bytes == file.bytes)
    }
    #expect(!inside.contains { $0.path.contains("profiles") })
  }

  @Test func `a folder can be a word, an option or the environment`() throws {
    let folder = try TemporaryFolder()
    let rules = try faulty(folder)
    let runs = [
      try Tool.run(["validate", rules]), try Tool.run(["validate", "--rules", rules]),
      try Tool.run(["validate"], environment: ["JONGEREN_ROUTE_RULES": rules]),
    ]
    for run in runs {
      #expect(run.status == 1)
      #expect(run.errors == "")
      #expect(run.output == runs[0].output)
      #expect(run.output.hasPrefix("\(rules)/noordoost-brabant/verantwoordelijk.json:"))
    }
    #expect(try Tool.run(["validate", rules, rules]).status == 2)
  }

  @Test func `paths are those of the folder as it was typed`() throws {
    let folder = try TemporaryFolder()
    _ = try faulty(folder)
    for (typed, shown) in [("rules", "rules/"), ("rules/", "rules/"), ("./rules", "./rules/")] {
      let run = try Tool.run(["validate", typed], in: folder.url)
      #expect(run.output.hasPrefix("\(shown)noordoost-brabant/"))
    }
  }

  @Test func `GitHub gets paths from the root of the repository`() throws {
    let folder = try TemporaryFolder()
    _ = try faulty(folder)
    for typed in ["rules", "./rules", "rules/"] {
      let run = try Tool.run(["validate", typed, "--format", "github"], in: folder.url)
      let file = Runner.commands(in: run.output).first?.properties["file"]
      #expect(file == "rules/noordoost-brabant/verantwoordelijk.json")
    }
  }

  @Test func `nothing a rule file says is obeyed by a build server`() throws {
    let folder = try TemporaryFolder()
    let rules = try folder.rules(
      replacing: "\"then\": \"begeleider\"",
      with: "\"then\":\n::stop-commands::x\n\"\\n::error::y\",\n\"##[error]z\": 1",
      in: "noordoost-brabant/verantwoordelijk.json")
    let unread = try Tool.run(["validate", rules])
    #expect(unread.output.contains("stop-commands"))
    #expect(Runner.commands(in: unread.output).isEmpty)
    let path = "\(rules)/noordoost-brabant/verantwoordelijk.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data(text.replacingOccurrences(of: "::stop-commands::x", with: "").utf8)
      .write(to: URL(filePath: path))
    let read = try Tool.run(["validate", rules])
    #expect(read.output.contains("[error]z"))
    #expect(Runner.commands(in: read.output).isEmpty)
    let github = try Tool.run(["validate", rules, "--format", "github"])
    let names = Runner.commands(in: github.output).map(\.name)
    #expect(Set(names).isSubset(of: ["error", "notice"]))
  }

  @Test(arguments: [("error", Int32(1)), ("warning", 1), ("never", 0)])
  func `the status follows what was asked to fail on`(failOn: String, status: Int32) throws {
    let folder = try TemporaryFolder()
    let run = try Tool.run(["validate", try faulty(folder), "--fail-on", failOn])
    #expect(run.status == status)
    #expect(run.output.contains("error: "))
  }

  @Test func `what cannot be read is no finding`() throws {
    let run = try Tool.run(["validate", "/nonexistent"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("[unreadable]"))
  }

  @Test func `an answer that cannot be written is status 2`() throws {
    #expect(try Tool.shell("$TOOL validate > /dev/full").status == 2)
  }

  @Test func `the last line counts`() throws {
    let folder = try TemporaryFolder()
    let rules = try faulty(folder)
    let dutch = try Tool.run(["validate", rules]).output
    let english = try Tool.run(["validate", rules, "--lang", "en"]).output
    let count = dutch.components(separatedBy: ": error: ").count - 1
    #expect(count > 0)
    #expect(dutch.hasSuffix("\n\(count) \(count == 1 ? "fout" : "fouten")\n"))
    #expect(english.hasSuffix("\n\(count) error\(count == 1 ? "" : "s")\n"))
  }

  @Test func `with more than a hundred findings the rest is counted`() throws {
    let folder = try TemporaryFolder()
    let rules = try folder.rules(
      replacing: "\"basis\"", with: "\"base\"", in: "noordoost-brabant/acties.json")
    let run = try Tool.run(["validate", rules])
    let json = try Tool.run(["validate", rules, "--format", "json"]).output
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let errors = try #require(object["errors"] as? Int)
    #expect((object["findings"] as? [Any])?.count == errors)
    if errors > 100 {
      #expect(run.output.components(separatedBy: ": error: ").count - 1 == 100)
      #expect(run.output.contains("\nen nog \(errors - 100) fout"))
    }
    let github = try Tool.run(["validate", rules, "--format", "github"]).output
    let commands = Runner.commands(in: github)
    #expect(commands.filter { $0.name == "error" }.count == 10)
    #expect(commands.last?.name == "notice")
    #expect(commands.last?.text.hasPrefix("en nog \(errors - 10) fouten; ") == true)
    #expect(github.hasSuffix("\n\(errors) fouten\n"))
  }

  @Test func `suggested cases stand alone on standard output`() throws {
    let rules = FindingFixtureTests.folder.appending(path: "base/rules").path
    let run = try Tool.run(["validate", rules, "--suggest-cases", "--on", "2026-06-01"])
    #expect(run.output.hasPrefix("{\n  \"cases\": "))
    #expect(throws: Never.self) {
      try WorkedCase.read(SourceFile(path: "suggested.json", text: run.output))
    }
    #expect(run.errors.hasSuffix("geen fouten\n"))
  }

  @Test(arguments: [
    ["advise", "--mutants"], ["facts", "--fail-on", "never"], ["advise", "--suggest-cases"],
    ["advise", "--format", "github"], ["validate", "--format", "markdown"],
    ["validate", "--fail-on", "note"], ["validate", "--format", "github", "--suggest-cases"],
  ])
  func `options that do not fit the command are refused`(arguments: [String]) throws {
    let run = try Tool.run(arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("[usage]"))
  }
}
