import RoutingCore

/// A rule set that belongs to nobody: 60 rules of which the first answers and 40 that all answer, over 26
/// facts, so that other engines can be given the same work.
///
/// Each line is a rule: what has to hold, and what follows. `=` lists values with `|`; numbers are
/// compared with `=`, `<`, `<=` and `>=`; yes and no are 1 and 0.
enum NeutralRules {
  /// The facts with a closed list of values.
  static let choices: [(name: String, values: [String])] = [
    ("enrolledAt", "geen vo pro vso mbo hbo wo"), ("track", "geen bol bbl"),
    ("leftFrom", "geen vo pro vso mbo hbo wo"),
    ("outflowProfile", "geen arbeid dagbesteding vervolgonderwijs"),
    ("diploma", "geen vmbo entree mbo2 mbo3 mbo4 havo vwo ho"),
    ("occupation", "geen school werk dagbesteding zorg"),
    ("benefit", "geen ww bijstand wajong ziektewet"),
    ("takenOverBy", "geen doorstroompunt gemeente uwv zorg"),
  ].map { ($0.0, $0.1.split(separator: " ").map(String.init)) }

  /// The facts that are yes or no, those that tables decide left out.
  static let flags = [
    "region", "extraneus", "finalYear", "doelgroepregister", "needHousing", "needDebt",
    "needMental", "needFamily", "needAddiction", "consent",
  ]

  /// The facts that are numbers in a profile.
  static let numbers = ["mboLevel", "wwWeeksLeft", "supportLevel", "absenceDays"]

  /// The diplomas that are a start qualification.
  static let startQualification = ["mbo2", "mbo3", "mbo4", "havo", "vwo", "ho"]

  /// The needs that are counted.
  static var needs: [String] { flags.filter { $0.hasPrefix("need") } }

  /// The values of a fact with a closed list.
  static func values(of name: String) -> [String] {
    choices.first { $0.name == name }?.values ?? []
  }

  /// The rules as a folder.
  ///
  /// - Parameter copies: how many times the rules are there; copies after the first ask for the absence
  ///   of something nobody has too much of, so that they can hold and hardly ever do.
  static func files(copies: Int = 1) -> [SourceFile] {
    let shared = [
      SourceFile(path: "facts.json", text: facts),
      SourceFile(
        path: "parties.json",
        text: "{\"parties\": [{\"id\": \"desk\", \(words("label")), \(words("find"))}]}"),
      SourceFile(
        path: "municipalities.json",
        text: "{\"source\": \"made up\", \"year\": 2026, \"municipalities\": [\"0001 Aardstad\"]}"),
    ]
    let tables = [
      table("responsible", "first", rules(first, "R", copies)),
      table("actions", "collect", rules(collect, "C", copies)),
    ]
    return shared + folder("law", "law", ["startQual", "needCount"].map(definition))
      + folder("neutral", "frame", tables)
  }
}

// MARK: The rules as a folder

extension NeutralRules {
  private typealias Written = (id: String, when: String, then: String)

  private static func words(_ key: String) -> String {
    "\"\(key)\": {\"nl\": \"woord\", \"en\": \"word\"}"
  }

  private static func list(_ words: [String]) -> String {
    words.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  private static func values(_ values: [String]) -> String {
    values.map { "{\"value\": \"\($0)\", \"nl\": \"\($0)\", \"en\": \"\($0)\"}" }
      .joined(separator: ", ")
  }

  private static var facts: String {
    func fact(_ name: String, _ kind: String, _ more: String = "") -> String {
      "{\"name\": \"\(name)\", \"kind\": \"\(kind)\", \(words("label")), \(words("question"))\(more)}"
    }
    let left = list(values(of: "leftFrom").filter { $0 != "geen" })
    var all = [fact("birthDate", "date")]
    all += flags.map { fact($0, "yes-no") }
    all += choices.map { fact($0.name, "choice", ", \"values\": [\(values($0.values))]") }
    all += numbers.map { name in
      fact(name, "number", name == "wwWeeksLeft" ? ", \"applies\": {\"benefit\": \"ww\"}" : "")
    }
    all.append(fact("leftSchoolOn", "date", ", \"applies\": {\"leftFrom\": [\(left)]}"))
    let derived = [
      "{\"name\": \"age\", \(words("label")), \"derive\": {\"kind\": \"years\", \"of\": \"birthDate\"}}",
      """
      {"name": "monthsSinceLeft", \(words("label")),
       "derive": {"kind": "months", "of": "leftSchoolOn"}}
      """,
    ]
    return """
      {"schoolYearStart": "08-01", "facts": [\(all.joined(separator: ",\n"))],
       "derived": [\(derived.joined(separator: ",\n"))]}
      """
  }

  private static func folder(_ name: String, _ kind: String, _ tables: [String]) -> [SourceFile] {
    let desk = kind == "frame" ? ", \"desk\": \"desk\", \"valid\": {\"from\": \"2000-01-01\"}" : ""
    return [
      SourceFile(
        path: "\(name)/agreement.json",
        text: """
          {"kind": "\(kind)", \(words("name")), "edition": "1",
           "documents": [{"id": "\(name)", \(words("title"))}], "tables": ["tables.json"]\(desk)}
          """),
      SourceFile(
        path: "\(name)/tables.json", text: "{\"tables\": [\(tables.joined(separator: ",\n"))]}"),
    ]
  }

  private static func table(_ name: String, _ hit: String, _ rules: [Written]) -> String {
    var seen: Set<String> = []
    let answers = rules.map(\.then).filter { seen.insert($0).inserted }
    let written = rules.map { rule in
      """
      {"id": "\(rule.id)", \(words("title")), "when": {\(rule.when)}, "then": "\(rule.then)",
       "source": ["neutral 1"], "basis": "praktijk"}
      """
    }
    return """
      {"table": "\(name)", \(words("label")), "hit": "\(hit)", "values": [\(values(answers))],
       "rules": [\(written.joined(separator: ",\n"))]}
      """
  }

  /// What follows from a profile before the rules look at it.
  private static func definition(_ name: String) -> String {
    if name == "startQual" {
      return table(
        name, "first",
        [
          ("start-qual", "\"diploma\": [\(list(startQualification))]", "ja"),
          ("start-qual-no", "", "nee"),
        ])
    }
    let counts = (0...needs.count).map { count in
      let ways = (0..<(1 << needs.count)).filter { $0.nonzeroBitCount == count }.map { way in
        "{"
          + needs.enumerated().map { "\"\($1)\": \"\(way & 1 << $0 != 0 ? "ja" : "nee")\"" }
          .joined(separator: ", ") + "}"
      }
      return ("need-\(count)", "\"any\": [\(ways.joined(separator: ", "))]", String(count))
    }
    return table(name, "first", counts)
  }

  private static func rules(_ lines: String, _ letter: String, _ copies: Int) -> [Written] {
    let parsed = lines.split(separator: "\n").map { line in
      let parts = line.split(separator: "->", omittingEmptySubsequences: false)
      return (
        tests: parts[0].split(separator: " ").map(String.init),
        then: String(parts[1].filter { $0 != " " })
      )
    }
    var result: [Written] = []
    for copy in (0..<copies).reversed() {
      for (place, rule) in parsed.enumerated() {
        // A rule for everybody would hide every copy after it.
        var tests = rule.tests
        if copy > 0 { tests.append("absenceDays>=\(100 + copy)") }
        let number = place + 1 < 10 ? "0\(place + 1)" : "\(place + 1)"
        let id = copy == 0 ? "\(letter)\(number)" : "\(letter)\(number)-\(copy)"
        result.append((id, when(tests), rule.then))
      }
    }
    return result
  }

  /// The condition of a rule.
  private static func when(_ tests: [String]) -> String {
    var values: [(name: String, text: String)] = []
    var ranges: [(name: String, from: Int?, below: Int?)] = []
    for test in tests {
      let name = String(decoding: test.utf8.prefix { $0 >= UInt8(ascii: "A") }, as: UTF8.self)
      let rest = test.dropFirst(name.utf8.count)
      let sign = rest.prefix { "<>=".contains($0) }
      let value = String(rest.dropFirst(sign.count))
      if flags.contains(name) || name == "startQual" {
        values.append((name, value == "1" ? "\"ja\"" : "\"nee\""))
      } else if !NeutralRules.values(of: name).isEmpty {
        values.append((name, "[\(list(value.split(separator: "|").map(String.init)))]"))
      } else {
        let number = Int(value) ?? 0
        let place = ranges.firstIndex { $0.name == name } ?? ranges.count
        if place == ranges.count { ranges.append((name, nil, nil)) }
        if sign == "=" || sign == ">=" { ranges[place].from = number }
        if sign == "=" || sign == "<=" { ranges[place].below = number + 1 }
        if sign == "<" { ranges[place].below = number }
      }
    }
    var members = values.map { "\"\($0.name)\": \($0.text)" }
    for range in ranges where range.name == "needCount" {
      let counts = (range.from ?? 0)..<(range.below ?? needs.count + 1)
      members.append("\"needCount\": [\(list(counts.map(String.init)))]")
    }
    for range in ranges where range.name != "needCount" {
      let bounds = [range.from.map { "\"from\": \($0)" }, range.below.map { "\"below\": \($0)" }]
      let text = "\"\(range.name)\": {\(bounds.compactMap { $0 }.joined(separator: ", "))}"
      let saysWhere = values.contains { $0.name == "leftFrom" }
      if range.name == "monthsSinceLeft", range.from == nil, !saysWhere {
        // Who left no school has left one less than any number of months ago.
        members.append("\"any\": [{\(text)}, {\"leftFrom\": \"geen\"}]")
      } else {
        members.append(text)
      }
    }
    return members.joined(separator: ", ")
  }
}
