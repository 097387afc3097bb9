import Testing

@testable import RoutingCore
@testable import route_bench

/// What the bench writes of a row is as much as other engines have to write.
struct AdviceAnswersTests {
  // Two rules may hold that both name the same contact: none of them decides alone.
  @Test func `every advice says who is responsible and who to call`() throws {
    let rulebook = try RulebookLoader.load(try ShippedRules.files())
    let rules = try #require(CompiledRules(rulebook, asking: AdviceTexts.tables))
    let date = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let line = """
      {"id":"a","geboortedatum":"2002-05-21","woongemeente":"Vught","huidigeSchool":"mbo-extraneus",\
      "huidigeSchoolgemeente":"Heumen","inschrijfdatum":"2025-06-20","verlatenSchool":"mbo-entree",\
      "verlatenLeerweg":"bol","verlatenSchoolgemeente":"Oss","papier":"geen",\
      "aanbodGebruikt":"ja","volgendeSchool":"geen","hoogsteDiploma":"mbo-entree",\
      "werk":"arbeidsovereenkomst","ww":"nee","langerDanJaar":"nee","zwaartepuntZorg":"nee",\
      "overgenomenDoor":"doorstroomcoach","overnamedatum":"2024-11-27",\
      "overnameVastgelegd":"nee","overnameBeeindigd":"2027-03-20","toestemming":"ja"}

      """
    let answers = AdviceAnswers(
      rules, AdviceTexts(rules), RowReader.Columns(key: "id"), path: "-", on: date)
    let output = ByteSink()
    let bytes = Array(line.utf8)
    // As much can be read past a chunk.
    (bytes + [UInt8](repeating: 0, count: 128)).withUnsafeBufferPointer { memory in
      guard let start = memory.baseAddress else { return }
      answers.work(on: Chunk(start: start, count: bytes.count, firstLine: 1), into: output)
    }
    let text = String(decoding: output.bytes, as: UTF8.self)
    #expect(text.contains("\"verantwoordelijk\":\"slb|doorstroomcoach\""), "\(text)")
    #expect(text.contains("\"aanspreekpunt\":\"doorstroomcoach\""), "\(text)")
  }
}
