import Foundation
import Testing

@testable import RoutingCore

/// Each row gets the advice that `advise` gives for the same facts.
struct CaseloadAnswersTests {
  private struct Worked {
    let date: String
    let facts: [(name: String, value: String)]
  }

  private static let rulebook = Result {
    let folder = Tool.root.appending(path: "rules")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") && !$0.contains("cases/") && !$0.hasPrefix(".") }.sorted()
    return try RulebookLoader.load(
      paths.map {
        SourceFile(path: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
      })
  }

  private static func cases() throws -> [Worked] {
    let folder = Tool.root.appending(path: "rules")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter {
        $0.contains("cases/") && $0.hasSuffix(".json") && !$0.contains("profiles/")
          && !$0.hasPrefix(".")
      }
    return try paths.sorted().flatMap { path in
      let file = SourceFile(
        path: path, bytes: Array(try Data(contentsOf: folder.appending(path: path))))
      return try WorkedCase.read(file).map {
        Worked(date: $0.date.description, facts: $0.facts.map { ($0.name, $0.value) })
      }
    }
  }

  @Test(arguments: ["csv", "ndjson"])
  func `every worked case as a row says what its advice says`(form: String) throws {
    let rulebook = try Self.rulebook.get()
    let advisor = Advisor(rulebook)
    var compared = 0
    let days = Dictionary(grouping: try Self.cases(), by: \.date)
    for (day, cases) in days.sorted(by: { $0.key < $1.key }) where form == "csv" || cases.count > 9
    {
      let folder = try TemporaryFolder()
      let path = try folder.write("x", Self.text(cases, form))
      let run = try Caseload.run(path, ["--format", "ndjson", "--lang", "en"], on: day)
      let rows = try Caseload.objects(run)
      try #require(rows.count == cases.count, "\(day): \(run.errors)")
      let date = try DateRange(parsing: day).first
      for (row, worked) in zip(rows, cases) {
        let profile = try ProfileReader.read(
          nil, arguments: worked.facts.map { "\($0.name)=\($0.value)" }, region: nil, on: date,
          for: rulebook)
        guard let advice = try? advisor.advice(for: profile, on: date) else {
          #expect(row["status"] as? String == "refused", "\(worked.facts)")
          continue
        }
        Self.compare(row, advice, rulebook, worked)
        compared += 1
      }
    }
    #expect(compared > (form == "csv" ? 850 : 700))
  }

  private static func text(_ cases: [Worked], _ form: String) -> String {
    if form == "ndjson" {
      return cases.map { worked in
        "{" + worked.facts.map { "\"\($0.name)\":\"\($0.value)\"" }.joined(separator: ",") + "}\n"
      }.joined()
    }
    var names: [String] = []
    for fact in cases.flatMap(\.facts) where !names.contains(fact.name) { names.append(fact.name) }
    let rows = cases.map { worked in
      names.map { name in worked.facts.first { $0.name == name }?.value ?? "" }
    }
    return Caseload.text(rows, header: names)
  }

  private static func compare(
    _ row: [String: Any], _ advice: Advice, _ rulebook: Rulebook, _ worked: Worked
  ) {
    let name = "\(worked.date) \(worked.facts)"
    func list(_ key: String) -> [String] { row[key] as? [String] ?? ["-"] }
    #expect((row["status"] as? String == "determined") == advice.isDetermined, "\(name)")
    #expect(list("responsible") == advice.responsible.values, "\(name)")
    #expect(list("firstContact") == advice.contact.values, "\(name)")
    #expect(row["provisionalContact"] as? String == advice.provisional?.value, "\(name)")
    #expect(row["level"] as? String == advice.level?.value, "\(name)")
    #expect(list("window") == advice.verdict(.window)?.values ?? [], "\(name)")
    #expect(row["holder"] as? String == advice.handover.holder?.value, "\(name)")
    #expect(list("missing") == advice.missing.map(\.fact), "\(name)")
    let plain = advice.assumptions.map(\.fact).filter { fact in
      rulebook.vocabulary.facts.contains { $0.name == fact && !$0.isSensitive }
    }
    #expect(list("assumed") == plain, "\(name)")
    var rules: [String] = []
    for option in advice.responsible.options + advice.contact.options {
      for decision in option.decisions where !rules.contains(decision.rule.id) {
        rules.append(decision.rule.id)
      }
    }
    #expect(list("rules") == rules, "\(name)")
    let duties = advice.items(.actions).filter { $0.due != nil }
    let told = row["duties"] as? [[String: Any]] ?? []
    #expect(told.map { $0["rule"] as? String } == duties.map(\.rule.id), "\(name)")
    #expect(told.map { days($0["due"]) } == duties.map { words($0.due) }, "\(name)")
    #expect(told.map { $0["certain"] as? Bool } == duties.map(\.isCertain), "\(name)")
    let next = row["next"] as? [String: Any]
    let change = advice.changes.first
    #expect(next.map { days($0["day"]) } == change.map { words($0.day) }, "\(name)")
    guard let next, let change else { return }
    #expect(
      Set(next["responsible"] as? [String] ?? []) == Set(change.responsible?.values ?? []),
      "\(name)")
    #expect(
      Set(next["firstContact"] as? [String] ?? []) == Set(change.contact?.values ?? []), "\(name)")
    let others = change.others.map { "\($0.label.en): \($0.to.en)" }
    #expect((next["others"] as? [String])?.map(sorted) == others.map(sorted), "\(name)")
  }

  /// Possible answers stand in any order.
  private static func sorted(_ words: String) -> String {
    String(words.replacingOccurrences(of: " or ", with: ", ").sorted())
  }

  private static func days(_ value: Any?) -> String {
    if let day = value as? String { return day }
    let range = value as? [String: String]
    return "\(range?["from"] ?? "") \(range?["through"] ?? "")"
  }

  private static func words(_ range: DateRange?) -> String {
    guard let range else { return "" }
    return range.isExact ? range.first.description : "\(range.first) \(range.last)"
  }

  @Test func `facts about the private sphere are not repeated, nor that they were stated`() throws {
    let folder = try TemporaryFolder()
    let rulebook = try Self.rulebook.get()
    let sensitive = rulebook.vocabulary.facts.filter { $0.isSensitive && $0.isGiven }.map(\.name)
    try #require(sensitive.count > 5)
    let path = try folder.write("x.csv", Caseload.text(Caseload.rows(dutch: false)))
    for format in ["csv", "ndjson", "json", "html"] {
      let run = try Caseload.run(path, ["--format", format])
      for name in sensitive { #expect(!run.output.contains(name), "\(format) \(name)") }
    }
  }
}
