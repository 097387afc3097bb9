import Foundation
import Testing

/// What asks for attention in time, and the counts of it all.
struct WorklistTests {
  private static let header = [
    "sleutel", "geboortedatum", "woongemeente", "huidigeSchool", "verlatenSchool",
    "verlatenLeerweg",
    "uitschrijfdatum", "papier", "hoogsteDiploma", "overgenomenDoor", "overnamedatum",
    "overnameVastgelegd",
  ]
  private static let leaver = ["2007-03-14", "Oss", "geen", "mbo-2", "bol"]

  private func list(_ rows: [[String]]) throws -> (folder: TemporaryFolder, path: String) {
    let folder = try TemporaryFolder()
    return (folder, try folder.write("x.csv", Caseload.text(rows, header: Self.header)))
  }

  @Test func `a closing window without a takeover is on the list, one with a takeover is not`()
    throws
  {
    let open = ["open"] + Self.leaver + ["2026-02-01", "geen", "geen", "", "", ""]
    let taken =
      ["taken"] + Self.leaver + [
        "2026-02-01", "geen", "geen", "doorstroomcoach", "2026-10-01", "ja",
      ]
    let late = ["late"] + Self.leaver + ["2026-08-01", "geen", "geen", "", "", ""]
    let (folder, path) = try list([late, taken, open])
    let run = try Caseload.run(path, ["--within", "90d", "--format", "ndjson"])
    #expect(run.status == 0)
    let tasks = try Caseload.objects(run)
    let open90 = tasks.filter { $0["key"] as? String == "open" }
    #expect(open90.compactMap { $0["kind"] as? String }.sorted() == ["passes", "window"])
    #expect(open90.allSatisfy { $0["day"] as? String == "2027-02-01" })
    #expect(
      !tasks.contains { $0["key"] as? String == "taken" && $0["kind"] as? String == "window" })
    #expect(!tasks.contains { $0["key"] as? String == "late" && $0["kind"] as? String == "window" })
    let year = try Caseload.objects(
      try Caseload.run(path, ["--within", "12m", "--format", "ndjson"]))
    #expect(year.contains { $0["key"] as? String == "late" && $0["kind"] as? String == "window" })
    let days = year.compactMap { $0["day"] as? String }
    #expect(days == days.sorted())
    let page = try Caseload.run(path, ["--within", "13w"]).output
    #expect(page.contains("2027-02-01"))
    #expect(page.contains("open, venster sluit: de mbo-school"))
    #expect(page.contains("[nob-actie-overdracht-voor-venster]"))
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let sheet = try #require(
      ReadBack.csv(
        try Caseload.run(path, ["--within", "90d", "--format", "csv"]).output, separator: ";"))
    #expect(sheet.count == tasks.count + 1)
    #expect(sheet.contains { $0[0] == "01-02-2027" && $0[1] == "open" })
    let html = try Caseload.run(path, ["--within", "90d", "--format", "html"]).output
    #expect(try #require(ReadBack.html(html)).count { $0.name == "tr" } == tasks.count + 1)
    let json = try Caseload.run(path, ["--within", "90d", "--format", "json"]).output
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((object["tasks"] as? [Any])?.count == tasks.count)
    withExtendedLifetime(folder) {}
  }

  @Test func `the worklist holds what the timeline of each youth holds`() throws {
    let (folder, path) = try list([
      ["a"] + Self.leaver + ["2026-02-01", "geen", "geen", "", "", ""],
      ["b", "2008-12-24", "Oss", "pro", "", "", "", "", "", "", "", ""],
    ])
    let tasks = try Caseload.objects(
      try Caseload.run(path, ["--within", "24m", "--format", "ndjson"]))
    let facts = zip(Self.header.dropFirst(), Self.leaver + ["2026-02-01", "geen", "geen"])
      .map { "\($0)=\($1)" }
    let timeline = try Tool.run(
      ["timeline", "--on", "2026-11-21", "--until", "2028-11-21", "--format", "json"] + facts)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(timeline.output.utf8)) as? [String: Any])
    let stretches = try #require(object["stretches"] as? [[String: Any]])
    let values = stretches.map {
      ($0["responsible"] as? [String: Any])?["answer"] as? String ?? "-"
    }
    let passing = zip(values, values.dropFirst()).count { $0 != $1 }
    let found = tasks.filter { $0["key"] as? String == "a" }
    #expect(found.count { $0["kind"] as? String == "passes" } == passing)
    withExtendedLifetime(folder) {}
  }

  @Test(arguments: [
    "k217;16-12-2009;Heumen;geen;pro;14-03-2026", "k218;16-12-2009;Oss;geen;pro;14-03-2026",
    "k219;;Heumen;geen;;14-03-2026", "k220;16-12-2007;Heumen;geen;mbo-2;14-03-2026",
    "k221;16-12-2008;;geen;pro;2026-01", "k222;16-12-2009;Breda;geen;vso;14-07-2026",
  ]) func `what a row names as due is on the list, possible or certain`(row: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "x.csv",
      "sleutel;geboortedatum;gemeente;huidigeSchool;verlatenSchool;uitschrijfdatum\n\(row)\n")
    let told = try Caseload.objects(try Caseload.run(path, ["--format", "ndjson"]))
    let duties = try #require(told.first?["duties"] as? [[String: Any]])
    func name(_ rule: Any?, _ day: Any?) -> String {
      let through = (day as? [String: Any])?["through"]
      return "\(rule ?? "-") \(through ?? day ?? "-")"
    }
    let named = Set(duties.map { name($0["rule"], $0["due"]) })
    let listed = try Caseload.objects(
      try Caseload.run(path, ["--within", "30m", "--format", "ndjson"]))
    let tasks = Set(listed.map { name(($0["rules"] as? [String])?.first, $0["day"]) })
    #expect(named.subtracting(tasks).isEmpty)
    if row.hasPrefix("k217") {
      #expect(duties.contains { $0["certain"] as? Bool == false })
      let page = try Caseload.run(path, ["--within", "30m"]).output
      #expect(page.contains("(mogelijk)"), "\(page)")
      #expect(page.contains("Van 1 rij is nog niet te bepalen"), "\(page)")
    }
  }

  @Test func `of how many rows nothing can be decided yet is told, whatever the form`() throws {
    let (folder, path) = try list([
      ["a"] + Self.leaver + ["2026-02-01", "geen", "geen", "", "", ""],
      ["b", "", "Oss", "geen", "", "", "", "", "", "", "", ""],
      ["c", "", "Oss", "Geheim", "", "", "", "", "", "", "", ""],
    ])
    let counts =
      "3 rows: 2 answered (of 1 it cannot be decided yet who is responsible or who to call)"
    for form in ["text", "csv", "ndjson", "json", "html"] {
      let run = try Caseload.run(path, ["--within", "90d", "--format", form, "--lang", "en"])
      #expect(run.errors.contains("\(counts), 1 refused\n"), "\(form) \(run.errors)")
      guard form == "json" else { continue }
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      #expect(
        object["counts"] as? [String: Int]
          == ["rows": 3, "answered": 2, "undetermined": 1, "refused": 1])
    }
    withExtendedLifetime(folder) {}
  }

  @Test(arguments: ["3650d", "520w", "120m", "007d"]) func `a worklist reaches ten years at most`(
    span: String
  ) throws {
    let (folder, path) = try list([
      ["a"] + Self.leaver + ["2026-02-01", "geen", "geen", "", "", ""]
    ])
    #expect(try Caseload.run(path, ["--within", span]).status == 0)
    let day = "\(try #require(Int(span.dropLast())) + 3650)\(span.suffix(1))"
    let run = try Caseload.run(path, ["--within", day])
    #expect(run.status == 2)
    #expect(run.errors.contains("--within is langer dan tien jaar; schrijf hooguit"))
    withExtendedLifetime(folder) {}
  }

  @Test func `a summary masks counts under five, in every form`() throws {
    var rows: [[String]] = []
    for place in 0..<12 {
      rows.append(["m\(place)"] + Self.leaver + ["2026-02-01", "geen", "geen", "", "", ""])
    }
    for place in 0..<4 {
      rows.append(["p\(place)", "2008-12-24", "Oss", "pro", "", "", "", "", "", "", "", ""])
    }
    rows.append(["bad", "2008-12-24", "Oss", "Geheim", "", "", "", "", "", "", "", ""])
    let (folder, path) = try list(rows)
    let run = try Caseload.run(path, ["--summary"])
    #expect(run.status == 1)
    #expect(run.output.contains("de mbo-school  12  ####"))
    #expect(run.output.contains("de pro-school  <5\n"))
    #expect(run.output.contains("2027-02  12  "))
    #expect(run.errors.contains("x.csv:18:"))
    #expect(!run.errors.contains("Geheim"))
    let json = try Caseload.run(path, ["--summary", "--format", "json", "--lang", "en"]).output
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let tables = try #require(object["tables"] as? [String: [[String: Any]]])
    let partners = try #require(tables["responsible"])
    #expect(partners[0]["count"] as? Int == 12)
    #expect(partners[1]["count"] as? String == "<5")
    let sheet = try #require(
      ReadBack.csv(
        try Caseload.run(path, ["--summary", "--format", "csv"]).output, separator: ";"))
    #expect(sheet.contains { $0[1] == "de pro-school" && $0[2] == "<5" })
    let html = try Caseload.run(path, ["--summary", "--format", "html"]).output
    let elements = try #require(ReadBack.html(html))
    #expect(elements.contains { $0.name == "td" && $0.text == "<5" })
    #expect(elements.contains { $0.name == "rect" })
    withExtendedLifetime(folder) {}
  }
}
