import Foundation
import Testing

@testable import RoutingCore
@testable import RoutingReport

/// Every cell of every view says what the advice for its example youth says.
struct MatrixWalkTests {
  private static let rulebook = Result { try RulebookLoader.load(LoaderFaultTests.shipped.get()) }
  private static let date =
    CalendarDate(year: 2026, month: 11, day: 21) ?? CalendarDate(dayNumber: 0)

  /// A chart of rows and columns to walk.
  struct Walk: CustomTestStringConvertible, Sendable {
    let name: String
    var rows: String?
    var columns: String?
    var facts: [String] = []
    var date = MatrixWalkTests.date
    var testDescription: String { name }
  }

  static let walks = [
    Walk(name: "wall chart"),
    Walk(
      name: "wall chart before the agreements",
      date: CalendarDate(year: 2025, month: 10, day: 1) ?? date),
    Walk(
      name: "age and diploma", rows: "leeftijd", columns: "hoogsteDiploma",
      facts: [
        "huidigeSchool=geen", "verlatenSchool=mbo-2", "papier=geen", "uitschrijfdatum=2026-06-01",
        "werk=geen",
      ]),
    Walk(
      name: "years since leaving and level", rows: "jarenSindsVertrek", columns: "niveau",
      facts: [
        "leeftijd=19", "huidigeSchool=geen", "verlatenSchool=pro", "verlatenProfiel=arbeid",
        "papier=schooldiploma", "hoogsteDiploma=pro", "werk=geen",
      ]),
    Walk(
      name: "leaving date and takeover", rows: "uitschrijfdatum", columns: "overgenomenDoor",
      facts: [
        "leeftijd=20", "huidigeSchool=geen", "verlatenSchool=mbo-3", "papier=geen",
        "hoogsteDiploma=vmbo", "werk=geen",
      ]),
    Walk(
      name: "municipality and question", rows: "woongemeente", columns: "vraag",
      facts: ["leeftijd=19", "huidigeSchool=mbo-2", "hoogsteDiploma=vmbo"]),
    Walk(
      name: "meetings held", rows: "uitstroomoverleggen",
      facts: ["leeftijd=19", "huidigeSchool=mbo-2"]),
    Walk(name: "startkwalificatie and school", rows: "huidigeSchool", columns: "startkwalificatie"),
  ]

  /// Each cell with an answer, and the advice for each of its examples.
  private func advised(
    _ walk: Walk, visit: (Matrix, Matrix.Answer, Matrix.Example, Advice) throws -> Void
  ) throws {
    let rulebook = try MatrixWalkTests.rulebook.get()
    let maker = MatrixMaker(rulebook, on: walk.date)
    let advisor = Advisor(rulebook)
    for agreement in rulebook.regions + [rulebook.frame].compactMap(\.self) {
      let matrix: Matrix
      if let rows = walk.rows {
        let known = try ProfileReader.read(
          nil, arguments: walk.facts, region: nil, on: walk.date, for: rulebook)
        matrix = try #require(
          try maker.facts(rows: rows, columns: walk.columns, known: known, of: [agreement]).first)
      } else {
        matrix = try maker.wallChart(of: agreement)
      }
      for answer in matrix.cells.flatMap({ $0 }).compactMap(\.answer) {
        for example in answer.examples {
          let profile = try rulebook.profile(of: example.youth)
          try visit(matrix, answer, example, try advisor.advice(for: profile, on: walk.date))
        }
      }
    }
  }

  @Test(arguments: walks) func `every cell equals the advice for its example`(walk: Walk) throws {
    var count = 0
    try advised(walk) { _, answer, example, advice in
      count += 1
      #expect(example.responsible?.value == advice.responsible.answer?.value)
      #expect(example.contact?.value == advice.contact.answer?.value)
      let words = "\(example.youth.arguments)"
      if answer.responsible.answer != nil, answer.contact.answer != nil {
        #expect(answer.responsible.values == advice.responsible.values, "\(words)")
        #expect(answer.contact.values == advice.contact.values, "\(words)")
        // An agreement and the frame may say the same of a cell; its example falls under one of them.
        let grounds = answer.grounds.map(\.agreement.id)
        #expect(Set(advice.grounds.map(\.agreement.id)).isSubset(of: grounds), "\(words)")
        let gaps = Set(advice.items(.gaps).filter(\.isCertain).map(\.rule.id))
        let own = answer.gaps.filter { $0.gap != nil }.map(\.id)
        let decided = [advice.responsible, advice.contact].compactMap(\.answer)
          .flatMap { $0.decisions + $0.support }.map(\.rule.id)
        #expect(own.allSatisfy { gaps.contains($0) || decided.contains($0) }, "\(words)")
        for language in Language.allCases {
          #expect(answer.responsible.words[language] == advice.responsible.words[language])
          #expect(answer.contact.words[language] == advice.contact.words[language])
        }
      } else {
        #expect(Set(advice.responsible.values).isSubset(of: answer.responsible.values), "\(words)")
        #expect(Set(advice.contact.values).isSubset(of: answer.contact.values), "\(words)")
      }
    }
    #expect(count > 1)
  }

  @Test func `every cell of the wall chart has an example, and every answer that is possible one`()
    throws
  {
    let rulebook = try MatrixWalkTests.rulebook.get()
    let maker = MatrixMaker(rulebook, on: MatrixWalkTests.date)
    for agreement in rulebook.regions + [rulebook.frame].compactMap(\.self) {
      let chart = try maker.wallChart(of: agreement)
      for (row, cells) in zip(chart.rows, chart.cells) {
        for (column, cell) in zip(chart.columns, cells) {
          guard let answer = cell.answer else { continue }
          let shown = Set(answer.examples.compactMap { $0.responsible?.value })
          #expect(
            shown.isSuperset(of: answer.responsible.values), "\(row.title.nl), \(column.title.nl)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases) func `the spreadsheet of the wall chart says it in words`(
    language: Language
  ) throws {
    let rulebook = try MatrixWalkTests.rulebook.get()
    let advisor = Advisor(rulebook)
    for agreements in [
      [rulebook.regions[0]], rulebook.regions + [rulebook.frame].compactMap(\.self),
    ] {
      let report = try MatrixReport(
        rulebook, agreements, on: MatrixWalkTests.date, view: .wall, language)
      let rows = try #require(ReadBack.csv(report.csv(), separator: ","))
      let head = rows[0]
      let names =
        language == .nl
        ? ["verantwoordelijk", "aanspreekpunt", "voorbeeld"]
        : ["responsible", "first contact", "example"]
      let places = try names.map { name in try #require(head.firstIndex(of: name)) }
      for row in rows.dropFirst() where !row[places[2]].isEmpty {
        let command = row[places[2]].split(separator: " | ")
        let facts = try MatrixWalkTests.arguments(String(command[0])).dropLast(2)
        let profile = try ProfileReader.read(
          nil, arguments: Array(facts), region: nil, on: MatrixWalkTests.date, for: rulebook)
        let advice = try advisor.advice(for: profile, on: MatrixWalkTests.date)
        guard command.count == 1 else { continue }
        #expect(row[places[0]] == advice.responsible.words[language])
        #expect(row[places[1]] == advice.contact.words[language])
      }
    }
  }

  /// What a shell makes of a command of the chart, after `jongeren-route advise`.
  private static func arguments(_ command: String) throws -> [String] {
    let run = try Tool.shell("set -- \(command); shift 2; printf '%s\\n' \"$@\"")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test func `every role is one the advice gives too`() throws {
    let rulebook = try MatrixWalkTests.rulebook.get()
    let maker = MatrixMaker(rulebook, on: MatrixWalkTests.date)
    let advisor = Advisor(rulebook)
    let consulted = try #require(rulebook.charts?.consulted)
    for agreement in rulebook.regions + [rulebook.frame].compactMap(\.self) {
      let chart = try maker.roleChart(of: agreement)
      #expect(chart.tasks.count > 3)
      for row in chart.situations + chart.tasks {
        guard let youth = row.example else {
          #expect(row.nobody != nil)
          continue
        }
        let advice = try advisor.advice(
          for: try rulebook.profile(of: youth), on: MatrixWalkTests.date)
        let parties = { (id: String?) in id.flatMap { rulebook.parties.index(of: $0) } }
        for part in row.roles.values.flatMap({ $0 }) {
          let isSaid: Bool
          switch part.role {
          case .responsible where row.task != nil:
            isSaid = advice.items(.actions).contains { $0.rule.id == part.rule.id }
          case .responsible where !row.isCertain, .contact where !row.isCertain:
            // Several are possible, and an example is one of them.
            isSaid = true
          case .responsible:
            isSaid = advice.responsible.options.contains { $0.party == part.party }
          case .contact: isSaid = advice.contact.options.contains { $0.party == part.party }
          case .consulted:
            isSaid = consulted.contains { consultation in
              let verdict = advice.verdicts.first { $0.table == consultation.table }
              return verdict?.answer?.value == consultation.value
            }
          case .involved:
            isSaid = advice.items(.involved).contains { parties($0.partyID) == part.party }
          }
          #expect(isSaid, "\(row.title.nl): \(part.role.rawValue) \(part.rule.id)")
        }
      }
    }
  }

  @Test func `every stop of the route map is what the advice for it says`() throws {
    let rulebook = try MatrixWalkTests.rulebook.get()
    let maker = MatrixMaker(rulebook, on: MatrixWalkTests.date)
    for agreement in rulebook.regions + [rulebook.frame].compactMap(\.self) {
      let map = try maker.routeMap(of: agreement)
      #expect(map.ways.count == rulebook.charts?.routes.count)
      for stop in map.ways.flatMap(\.stops) {
        let advice = try Advisor(rulebook)
          .advice(for: try rulebook.profile(of: stop.example), on: MatrixWalkTests.date)
        #expect(stop.responsible.values == advice.responsible.values)
        #expect(stop.contact.values == advice.contact.values)
      }
    }
  }
}
