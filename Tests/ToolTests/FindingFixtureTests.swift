import Foundation
import RoutingCore
import RoutingReport
import Testing

/// Small rule folders with one fault each, and what the program says of them.
///
/// `Fixtures/findings/base` is a small world without faults. Every other folder there is named after
/// the finding it shows and holds the files that differ; `NAME.gone` takes a file away. With
/// `RECORD_FINDINGS=1` in the environment what the program says is written to `expected.txt`.
struct FindingFixtureTests {
  static let folder = Tool.root.appending(path: "Tests/ToolTests/Fixtures/findings")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0 != "base" && !$0.hasPrefix(".") }.sorted()

  /// The kind of finding a folder shows: the longest code its name starts with.
  private func code(_ name: String) throws -> String {
    let codes = FindingCatalogue.entries.map(\.code.rawValue)
    let fitting = codes.filter { name == $0 || name.hasPrefix($0 + "-") }
    return try #require(fitting.max { $0.count < $1.count })
  }

  /// How far to look to find it.
  private func depth(_ name: String) throws -> [String] {
    try code(name) == "surviving-mutant" ? ["--mutants"] : []
  }

  /// The base with the files of one folder laid over it.
  private func world(_ name: String) throws -> TemporaryFolder {
    let world = try TemporaryFolder()
    let files = FileManager.default
    let rules = world.url.appending(path: "rules")
    try files.copyItem(at: Self.folder.appending(path: "base/rules"), to: rules)
    let changes = Self.folder.appending(path: "\(name)/rules")
    for path in try files.subpathsOfDirectory(atPath: changes.path) {
      if path.hasSuffix(".gone") {
        try files.removeItem(at: rules.appending(path: String(path.dropLast(5))))
      } else if path.hasSuffix(".json") {
        let file = rules.appending(path: path)
        try? files.removeItem(at: file)
        try files.copyItem(at: changes.appending(path: path), to: file)
      }
    }
    return world
  }

  @Test func `the world the fixtures start from has no faults`() throws {
    let world = try world("base")
    let run = try Tool.run(
      ["validate", "rules", "--on", "2026-06-01", "--fail-on", "warning", "--mutants"],
      in: world.url)
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.hasSuffix("\ngeen fouten\n"), "\(run.output)")
  }

  @Test func `every kind of finding has a fixture`() throws {
    let shown = Set(try Self.names.map(code))
    let missing = FindingCatalogue.entries.map(\.code.rawValue).filter { !shown.contains($0) }
    #expect(missing == [])
  }

  @Test(arguments: names) func `a fault is told as it was recorded`(name: String) throws {
    let world = try world(name)
    let code = try code(name)
    let run = try Tool.run(
      ["validate", "rules", "--on", "2026-06-01", "--fail-on", "warning"] + depth(name),
      in: world.url)
    #expect(run.errors == "")
    #expect(run.status == 1)
    #expect(run.output.contains(" [\(code)]\n"), "\(run.output)")
    let recording = Self.folder.appending(path: "\(name)/expected.txt")
    if ProcessInfo.processInfo.environment["RECORD_FINDINGS"] != nil {
      try Data(run.output.utf8).write(to: recording)
      Issue.record("recorded; look at the difference and run again without RECORD_FINDINGS")
    }
    let expected = try? String(contentsOf: recording, encoding: .utf8)
    #expect(run.output == expected, "if this is better, record it with RECORD_FINDINGS=1")
  }

  @Test(arguments: names) func `every form tells the same findings`(name: String) throws {
    let world = try world(name)
    let arguments = ["validate", "rules", "--on", "2026-06-01", "--lang", "en", "--format"]
    let json = try Tool.run(arguments + ["json"], in: world.url)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let findings = try #require(object["findings"] as? [[String: Any]])
    let github = try Tool.run(arguments + ["github"], in: world.url)
    let annotations = github.output.split(separator: "\n").filter { $0.hasPrefix("::") }
    #expect(json.status == github.status)
    #expect(annotations.count == min(findings.count, 10))
    for (finding, annotation) in zip(findings, annotations) {
      let code = try #require(finding["code"] as? String)
      let severity = try #require(finding["severity"] as? String)
      #expect(annotation.hasPrefix("::\(severity) "))
      #expect(annotation.contains("title=\(code)::"))
    }
  }

  @Test(arguments: names) func `the command of an example shows what the finding says`(
    name: String
  ) throws {
    let world = try world(name)
    let json = try Tool.run(
      ["validate", "rules", "--on", "2026-06-01", "--format", "json"] + depth(name), in: world.url)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let findings = try #require(object["findings"] as? [[String: Any]])
    let code = try code(name)
    let examples = findings.compactMap { $0["example"] as? [String: Any] }
    let hasExample = Self.codesWithExample.contains(code) && !Self.namesWithout.contains(name)
    #expect(examples.isEmpty != hasExample)
    for example in examples {
      let command = try #require(example["command"] as? String)
      #expect(command.hasPrefix("jongeren-route advise "))
      let shown = try Tool.shell(
        "cd '\(world.url.path)' && $TOOL" + command.dropFirst("jongeren-route".count))
      switch name {
      case "no-rule", "no-rule-one-day":
        #expect(shown.status == 2)
        #expect(shown.errors.contains("[no-rule]"), "\(command)\n\(shown.errors)")
      case "case-differs-contradiction":
        #expect(shown.status == 2)
        #expect(shown.errors.contains("[contradiction]"), "\(command)\n\(shown.errors)")
      default:
        #expect([0, 3].contains(shown.status), "\(command)\n\(shown.errors)")
        #expect(shown.errors == "")
      }
    }
  }

  /// The kinds of findings that are about a youth.
  private static let codesWithExample: Set = [
    "no-rule", "unstated-precedence", "case-differs", "surviving-mutant", "dead-end",
    "unpinned-rule", "dead-rule", "against-law",
  ]
  /// Of what nobody can be an example: a rule that holds for nobody, whatever goes before it, and a table
  /// that is not asked at all.
  private static let namesWithout: Set = ["dead-rule-nobody", "dead-rule-period", "against-law"]
}
