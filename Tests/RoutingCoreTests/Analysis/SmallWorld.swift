@testable import RoutingCore

/// A made-up folder of rules, the same for the same seed: a few facts, a law, a frame and a region with
/// short tables that read each other, most of them wrong in some way.
struct SmallWorld {
  let files: [SourceFile]

  /// The days on which something begins or ends, and their neighbours.
  static let days = [
    "2025-12-30", "2025-12-31", "2026-01-01", "2026-02-28", "2026-03-01", "2026-06-30",
    "2026-07-01", "2026-12-31", "2027-01-01", "2027-01-02",
  ]

  init(seed: UInt64) {
    var random = Seeded(seed: seed)
    let hasDeparture = random.below(5) < 2
    var axes: [Axis] = [.number("leeftijd", [12, 16, 18, 23])]
    axes += [.values("kleur", ["rood", "geel", "blauw"]), .values("ja-nee", ["ja", "nee"])]
    axes.append(.values("vorm", ["bol", "ring"]))
    axes.append(.values("woonregio", ["streek", "geen"]))
    if hasDeparture {
      axes.append(.number("maanden", [3, 12]))
      axes.append(.values("orde", ["eerder", "gelijk", "later"]))
      axes.append(.values("bereikt", ["ja", "nee"]))
    }
    let usual = random.below(2) == 0 ? ", \"usual\": \"nee\"" : ""
    let form = random.below(2) == 0 ? ", \"applies\": \(random.condition(Array(axes[1...2])))" : ""
    let departure =
      hasDeparture
      ? """
      , {"name": "vertrek", "kind": "date", \(Self.words("label")), \(Self.words("question")),
         "applies": {"kleur": ["rood", "geel"]}}
      """ : ""
    let computed =
      hasDeparture
      ? """
      , {"name": "maanden", \(Self.words("label")), "derive": {"kind": "months", "of": "vertrek"}}
      , {"name": "orde", \(Self.words("label")),
         "derive": {"kind": "order", "of": "vertrek", "with": "geboortedatum", "years": 18}}
      , {"name": "bereikt", \(Self.words("label")),
         "derive": {"kind": "reached", "of": "vertrek", "years": 1}}
      """ : ""
    let corner = random.condition(axes.filter { $0.name != "woonregio" }, count: 2)
    var files: [SourceFile] = []
    func add(_ path: String, _ text: String) { files.append(SourceFile(path: path, text: text)) }
    add(
      "facts.json",
      """
      {"schoolYearStart": "08-01", "facts": [
        {"name": "geboortedatum", "kind": "date", \(Self.words("label")), \(Self.words("question"))},
        {"name": "woongemeente", "kind": "municipality", \(Self.words("label")), \(Self.words("question"))},
        {"name": "kleur", "kind": "choice", \(Self.words("label")), \(Self.words("question")),
         "values": [\(Self.values(["rood", "geel", "blauw"]))]},
        {"name": "ja-nee", "kind": "yes-no", \(Self.words("label")), \(Self.words("question"))\(usual)},
        {"name": "vorm", "kind": "choice", \(Self.words("label")), \(Self.words("question")),
         "values": [\(Self.values(["bol", "ring"]))]\(form)}\(departure)
      ], "derived": [
        {"name": "leeftijd", \(Self.words("label")), "derive": {"kind": "years", "of": "geboortedatum"}},
        {"name": "peildatum", \(Self.words("label")), "derive": {"kind": "reference-date"}},
        {"name": "woonregio", \(Self.words("label")),
         "derive": {"kind": "region", "of": "woongemeente"}}\(computed)
      ], "impossible": [
        {\(Self.words("title")), "when": {"any": [{"leeftijd": {"below": 0}}, {"leeftijd": {"from": 30}}]}},
        {\(Self.words("title")), "when": \(corner)}
      ]}
      """)
    let parties = ["p", "q", "r"]
    add(
      "parties.json",
      """
      {"parties": [\(parties.map {
        "{\"id\": \"\($0)\", \(Self.words("label")), \(Self.words("find"))}"
      }.joined(separator: ", "))]}
      """)
    add(
      "municipalities.json",
      """
      {"source": "verzonnen", "year": 2026, "municipalities": ["0001 Aardstad", "0002 Beekdam"]}
      """)
    func folder(_ name: String, _ kind: String, _ more: String, _ tables: [String]) {
      add(
        "\(name)/agreement.json",
        """
        {"kind": "\(kind)", \(Self.words("name")), "edition": "1",
         "documents": [{"id": "\(name)", \(Self.words("title"))}], "tables": ["tabellen.json"]\(more)}
        """)
      add("\(name)/tabellen.json", "{\"tables\": [\(tables.joined(separator: ",\n"))]}")
    }
    let isWhole = random.below(2) == 0
    // Who lives in a region and is left out by its agreement for another reason is not looked at in
    // full where the law or the frame sees the region.
    var seen = axes.filter { isWhole || $0.name != "woonregio" }
    let lawTable = random.table("wettelijk-oordeel", "wet", ["ja", "nee"], seen)
    axes.append(.values("wettelijk-oordeel", ["ja", "nee"]))
    seen.append(.values("wettelijk-oordeel", ["ja", "nee"]))
    folder("wet", "law", "", [lawTable])
    for (name, kind) in [("landelijk", "frame"), ("streek", "agreement")] {
      var own = kind == "agreement" ? axes : seen
      var tables: [String] = []
      if kind == "agreement" {
        tables.append(random.scope(isWhole ? [] : axes.filter { $0.name != "woonregio" }))
      }
      tables.append(random.table("stap", name, ["een", "twee", "drie"], own))
      own.append(.values("stap", ["een", "twee", "drie"]))
      tables.append(random.table("verantwoordelijk", name, parties, own, areParties: true))
      let named = parties.filter { tables.last?.contains("\"then\": \"\($0)\"") ?? false }
      own.append(.values("verantwoordelijk", named))
      tables.append(random.table("aanspreekpunt", name, parties, own, areParties: true))
      let valid =
        kind == "agreement"
        ? "\"2026-01-01\", \"below\": \"2027-01-01\"" : "\"2025-12-30\", \"below\": \"2027-01-03\""
      let places = kind == "agreement" ? ", \"municipalities\": [\"Aardstad\"]" : ""
      folder(name, kind, ", \"desk\": \"p\", \"valid\": {\"from\": \(valid)}\(places)", tables)
    }
    self.files = files
  }

  fileprivate static func words(_ key: String) -> String {
    "\"\(key)\": {\"nl\": \"woord\", \"en\": \"word\"}"
  }

  fileprivate static func values(_ values: [String]) -> String {
    values.map { "{\"value\": \"\($0)\", \"nl\": \"\($0)\", \"en\": \"\($0)\"}" }
      .joined(separator: ", ")
  }
}

/// Something a condition can be about.
private enum Axis {
  case values(String, [String])
  case number(String, [Int])

  var name: String {
    switch self {
    case .values(let name, _), .number(let name, _): name
    }
  }
}

/// Numbers that look random and are the same in every run: SplitMix64.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }
}

extension Seeded {
  /// Some constraints that all hold, at times with alternatives.
  fileprivate mutating func condition(_ axes: [Axis], count: Int? = nil) -> String {
    func object(_ count: Int, _ more: String?) -> String {
      var members = axes.shuffled(using: &self).prefix(count).map { constraint($0) }
      if let more { members.append(more) }
      return "{" + members.joined(separator: ", ") + "}"
    }
    let any =
      below(6) == 0 && count == nil ? "\"any\": [\(object(1, nil)), \(object(2, nil))]" : nil
    return object(count ?? 1 + below(2), any)
  }

  private mutating func constraint(_ axis: Axis) -> String {
    switch axis {
    case .values(let name, let values):
      var some = values.filter { _ in below(2) == 0 }
      if some.isEmpty || some.count == values.count { some = [values[below(values.count)]] }
      return "\"\(name)\": [\(some.map { "\"\($0)\"" }.joined(separator: ", "))]"
    case .number(let name, let bounds):
      let place = below(bounds.count)
      let last = place + 1 < bounds.count ? ", \"below\": \(bounds[place + 1])" : ""
      let ranges = [
        "{\"from\": \(bounds[place])}", "{\"below\": \(bounds[place])}",
        "{\"from\": \(bounds[place])\(last)}",
      ]
      return "\"\(name)\": \(ranges[below(3)])"
    }
  }

  /// A table of a few rules; most end with one for everybody.
  fileprivate mutating func table(
    _ name: String, _ folder: String, _ values: [String], _ axes: [Axis], areParties: Bool = false
  ) -> String {
    let count = 1 + below(4)
    var rules = (0..<count).map { place in
      rule("\(folder)-\(name)-\(place)", condition(axes), values[below(values.count)], folder)
    }
    if below(4) != 0 {
      rules.append(rule("\(folder)-\(name)-rest", nil, values[below(values.count)], folder))
    }
    let choices = areParties ? "\"parties\"" : "[\(SmallWorld.values(values))]"
    return """
      {"table": "\(name)", \(SmallWorld.words("label")), "hit": "first", "values": \(choices),
       "rules": [\(rules.joined(separator: ",\n"))]}
      """
  }

  /// The table that says for whom an agreement holds.
  fileprivate mutating func scope(_ axes: [Axis]) -> String {
    let more = axes.isEmpty ? "" : ", " + condition(axes, count: 1).dropFirst().dropLast()
    let rules = [
      rule("streek-bereik", "{\"woonregio\": \"streek\"\(more)}", "binnen", "streek"),
      rule("streek-bereik-rest", nil, "buiten", "streek"),
    ]
    return """
      {"table": "werkingsgebied", \(SmallWorld.words("label")), "hit": "first",
       "values": [\(SmallWorld.values(["binnen", "buiten"]))], "rules": [\(rules.joined(separator: ",\n"))]}
      """
  }

  private mutating func rule(_ id: String, _ when: String?, _ then: String, _ folder: String)
    -> String
  {
    let bounds = ["2026-01-01", "2026-03-01", "2026-07-01", "2027-01-01"]
    let period =
      when != nil && below(6) == 0
      ? ", \"valid\": {\"\(below(2) == 0 ? "from" : "below")\": \"\(bounds[below(4)])\"}" : ""
    let condition = when.map { ", \"when\": \($0)" } ?? ""
    return """
      {"id": "\(id)", \(SmallWorld.words("title"))\(condition), "then": "\(then)",
       "source": ["\(folder) 1"], "basis": "afspraak"\(period)}
      """
  }
}
