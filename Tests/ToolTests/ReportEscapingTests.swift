import Foundation
import Testing

@testable import RoutingCore
@testable import RoutingReport

/// Whatever stands in a rule file comes out whole and obeyed by nobody.
struct ReportEscapingTests {
  /// A report of findings with these texts in every place a rule file can fill.
  private func report(_ texts: [String], folder: String? = "rules") -> ValidationReport {
    let findings = texts.enumerated().map { number, text in
      let file = SourceFile(path: "\(text)/x.json", text: "a\n\(text)\n")
      let span = SourceSpan(file: file, range: 2..<(2 + text.utf8.count))
      return Diagnostic(
        number.isMultiple(of: 2) ? .deadRule : .staleContact, Text(text), help: Text(text),
        at: span,
        notes: [Diagnostic.Note(message: Text(text), span: span)],
        example: Youth(facts: [(name: "woongemeente", value: text)], date: Self.date),
        remedy: [text])
    }
    return ValidationReport(findings: findings, certificate: nil, folder: folder, .nl)
  }

  private static let date = CalendarDate(dayNumber: 9000)

  @Test(arguments: 0..<50) func `JSON gives every text back`(seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let texts = (0..<10).map { _ in random.hostileText() }
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(report(texts).json.text.utf8)) as? [String: Any])
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(findings.count == texts.count)
    for (finding, text) in zip(findings, texts) {
      #expect((finding["message"] as? String)?.utf8.elementsEqual(text.utf8) == true)
      #expect((finding["file"] as? String)?.utf8.elementsEqual("rules/\(text)/x.json".utf8) == true)
      let example = try #require(finding["example"] as? [String: Any])
      let facts = try #require(example["facts"] as? [String: String])
      #expect(facts["woongemeente"]?.utf8.elementsEqual(text.utf8) == true)
    }
  }

  @Test(arguments: 0..<50) func `GitHub gives every text back and obeys none of them`(seed: UInt64)
  {
    var random = Randomness(seed: seed)
    let texts = (0..<10).map { _ in random.hostileText() }
    let commands = Runner.commands(in: report(texts).workflowCommands)
    #expect(commands.count == texts.count)
    // Errors come first: those with even numbers.
    let order =
      stride(from: 0, to: 10, by: 2).map { texts[$0] }
      + stride(from: 1, to: 10, by: 2).map { texts[$0] }
    for (command, text) in zip(commands, order) {
      #expect(["error", "warning"].contains(command.name))
      #expect(command.properties["file"]?.utf8.elementsEqual("rules/\(text)/x.json".utf8) == true)
      // Characters that hide are written out; the rest is as it was.
      let message = Printable.visible("\(text); \(text)")
      #expect(command.text.utf8.starts(with: message.utf8))
    }
  }

  @Test(arguments: 0..<50) func `the text form holds nothing that GitHub obeys`(seed: UInt64) {
    var random = Randomness(seed: seed)
    let texts = (0..<10).map { _ in random.hostileText() }
    #expect(Runner.commands(in: report(texts).text).isEmpty)
    #expect(Runner.commands(in: report(texts, folder: nil).text).isEmpty)
    #expect(Runner.commands(in: report(texts, folder: random.hostileText()).text).isEmpty)
    let raw = WorkflowCommands.disarmed(texts.joined(separator: "\n"))
    #expect(Runner.commands(in: raw).isEmpty)
  }

  @Test func `the runner of these tests does obey what is not disarmed`() {
    #expect(Runner.commands(in: "a\n \u{A0}::error::b").count == 1)
    #expect(Runner.commands(in: "a ##[error]b").count == 1)
  }

  @Test(arguments: 0..<20) func `a shell takes a quoted word as it was`(seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let texts =
      ["", "a b", "'s-Hertogenbosch", "a'b\"c$d`e\\f"] + (0..<5).map { _ in random.hostileText() }
    for text in texts where !text.unicodeScalars.contains("\u{0}") {
      let run = try Tool.shell("printf %s \(Shell.word(text))")
      #expect(run.output.utf8.elementsEqual(text.utf8), "\(text)")
    }
  }

  @Test func `ordinary words are not quoted and those with an apostrophe stay readable`() {
    #expect(Shell.word("woongemeente=Oss") == "woongemeente=Oss")
    #expect(Shell.word("woongemeente='s-Hertogenbosch") == "\"woongemeente='s-Hertogenbosch\"")
    #expect(Shell.word("woongemeente=Land van Cuijk") == "'woongemeente=Land van Cuijk'")
  }
}
