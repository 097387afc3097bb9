import Testing

@testable import RoutingCore

/// Of an agreement that is asked little, only the tables that take part are read.
struct TableReaderTests {
  static let answers = """
    {"tables": [
      {"table": "spare", "values": [{"value": "x"}], "rules": [{"id": "s", "then": "x"}]},
      {"table": "above", "values": [{"value": "y"}], "rules": [{"id": "a", "then": "y"}]},
      {"table": "verantwoordelijk", "values": "parties",
       "rules": [{"id": "v", "when": {"any": [{"above": "y"}]}, "then": "PARTY"}]},
      {"table": "aanspreekpunt", "values": "parties", "rules": [{"id": "c", "then": "desk"}]}]}
    """
  static let later = """
    {"tables": [
      {"table": "below", "values": [{"value": "desk", "party": "desk"}],
       "rules": [{"id": "b", "then": "desk"}]}]}
    """

  /// What is asked, whom the rules name, and the tables that are read.
  static let readings: [(asked: [TableName]?, party: String, tables: [String])] = [
    (
      [.responsible, .contact], "desk", ["above", "verantwoordelijk", "aanspreekpunt"]
    ),
    ([.contact], "desk", ["aanspreekpunt"]),
    // A party may be looked up in a table of a file still to come.
    (
      [.responsible, .contact], "whoever",
      ["above", "verantwoordelijk", "aanspreekpunt", "below"]
    ),
    ([.contact], "whoever", ["aanspreekpunt"]),
    // What no file has is looked for in all of them.
    (
      [.scope, .contact], "desk",
      ["spare", "above", "verantwoordelijk", "aanspreekpunt", "below"]
    ),
    (nil, "desk", ["spare", "above", "verantwoordelijk", "aanspreekpunt", "below"]),
  ]

  @Test(arguments: readings) func `only the tables that take part are read`(
    asked: [TableName]?, party: String, tables: [String]
  ) {
    let parties = PartyList([
      Party(id: "desk", kind: .partner, words: .known(Text("desk")), whereabouts: nil),
      Party(
        id: "whoever", kind: .reference(fact: "below"), words: .known(Text("whoever")),
        whereabouts: nil),
    ])
    let reader = TableReader(
      faults: FaultCollector(isThorough: false), parties: parties, documents: [], asked: asked)
    let answers = Self.answers.split(separator: "PARTY").joined(separator: party)
    var vocabulary = Vocabulary()
    let read = reader.tables(
      [
        SourceFile(path: "answers.json", text: answers),
        SourceFile(path: "later.json", text: Self.later),
      ], adding: &vocabulary)
    #expect(read.map(\.name) == tables)
  }
}
