import Testing

@testable import RoutingCore
@testable import route_bench

/// The neutral rules and youths of the bench are those other engines are given.
struct NeutralRulesTests {
  @Test func `there are as many rules as there should be`() throws {
    let rulebook = try RulebookLoader.load(NeutralRules.files(), provenHash: "neutral")
    let rules = try #require(CompiledRules(rulebook))
    let tables = rules.chains[0].tables
    #expect(tables.map(\.name) == ["startQual", "needCount", "responsible", "actions"])
    #expect(tables.suffix(2).map(\.rules.count) == [60, 40])
  }

  @Test func `the first youth is letter for letter the one other engines get`() {
    var youths = NeutralYouths()
    #expect(
      youths.next() == """
        {"id":"j0000000","birthDate":"1999-12-21","on":"2026-04-24","region":true,\
        "enrolledAt":"geen","mboLevel":1,"track":"bol","extraneus":false,"finalYear":false,\
        "leftFrom":"mbo","leftSchoolOn":"2023-03-26","outflowProfile":"dagbesteding",\
        "diploma":"havo","occupation":"werk","benefit":"geen","wwWeeksLeft":null,\
        "doelgroepregister":false,"supportLevel":3,"needHousing":false,"needDebt":true,\
        "needMental":false,"needFamily":false,"needAddiction":false,"takenOverBy":"geen",\
        "absenceDays":0,"consent":true}
        """ + "\n")
  }
}
