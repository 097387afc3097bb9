import Foundation
import Testing

/// Where answers go: whole or not at all, in order, the same for any number of threads.
struct CaseloadOutputTests {
  /// Many rows, one in seven of them bad.
  static func many(_ count: Int) -> String {
    // Rows of which enough is known to be answered at once.
    let all = Caseload.rows(dutch: false)
    let rows = [all[0], all[2]]
    return Caseload.text(
      (0..<count).map { place in
        var row = rows[place % rows.count]
        row[0] = "k\(place)"
        if place % 7 == 3 { row[3] = "Geheim" }
        return row
      })
  }

  @Test(arguments: [
    ["--format", "csv"], ["--format", "ndjson"], ["--format", "json"], ["--format", "html"],
    ["--within", "120d", "--format", "csv"], ["--summary"], ["--strict", "--format", "ndjson"],
  ]) func `the number of threads changes nothing`(options: [String]) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Self.many(options[0] == "--within" ? 30 : 3500))
    let one = try Caseload.run(path, options + ["--threads", "1"])
    for threads in ["3"] {
      let other = try Caseload.run(path, options + ["--threads", threads])
      #expect(other.output == one.output)
      #expect(other.errors == one.errors)
      #expect(other.status == one.status)
    }
  }

  @Test func `counts add up, and answers with refusals are all rows in order`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Self.many(3500))
    let rejects = folder.url.appending(path: "r.csv").path
    let both = try Caseload.objects(try Caseload.run(path, ["--format", "ndjson"]))
    #expect(both.map { $0["line"] as? Int } == (2...3501).map { $0 })
    let run = try Caseload.run(path, ["--rejects", rejects, "--csv", "rfc4180"])
    #expect(run.status == 1)
    #expect(run.errors.contains("3500 rijen: 3000 beantwoord"))
    #expect(run.errors.contains("500 geweigerd"))
    let answers = try #require(ReadBack.csv(run.output, separator: ","))
    let refusals = try #require(
      ReadBack.csv(try String(contentsOfFile: rejects, encoding: .utf8), separator: ","))
    #expect(answers.count == 3001)
    #expect(refusals.count == 501)
    #expect(refusals[0] == ["sleutel", "regel", "kolom", "code", "reden"])
    #expect(refusals[1][0...3] == ["k3", "5", "32", "unknown-value"])
    let lines = (answers.dropFirst() + refusals.dropFirst()).compactMap { Int($0[1]) }.sorted()
    #expect(lines == (2...3501).map { $0 })
  }

  @Test func `a spreadsheet for a Dutch Excel and one for programs hold the same`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Caseload.text(Caseload.rows(dutch: false)))
    let dutch = try Caseload.run(path)
    let plain = try Caseload.run(path, ["--csv", "rfc4180"])
    #expect(dutch.output.unicodeScalars.first == "\u{FEFF}")
    let rows = try #require(ReadBack.csv(dutch.output, separator: ";"))
    let others = try #require(ReadBack.csv(plain.output, separator: ","))
    #expect(rows[0] == others[0])
    #expect(rows[1][0] == "a1")
    #expect(rows[1][9] == "01-02-2027")
    #expect(others[1][9] == "2027-02-01")
    #expect(Set(rows.map(\.count)) == [18])
  }

  @Test func `the JSON document and the web page can be read`() throws {
    let folder = try TemporaryFolder()
    for count in [0, 1, 3500] {
      let path = try folder.write("x.csv", Self.many(count))
      let json = try Caseload.run(path, ["--format", "json"]).output
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      #expect(object["schema"] as? String == "jongeren-route/caseload/1")
      #expect((object["rows"] as? [Any])?.count == count)
      #expect((object["counts"] as? [String: Int])?["rows"] == count)
      let page = try Caseload.run(path, ["--format", "html"]).output
      let elements = try #require(ReadBack.html(page))
      #expect(elements.count { $0.name == "tr" } == count + 1)
    }
  }

  @Test func `a strict run stops at the first bad row and leaves no file`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Self.many(3500))
    let run = try Caseload.run(path, ["--strict", "--format", "ndjson"])
    #expect(run.status == 1)
    #expect(run.output.split(separator: "\n").count == 4)
    #expect(run.errors.contains("x.csv:5:32: error: "), "\(run.errors)")
    #expect(run.errors.contains("4 rijen: 3 beantwoord, 1 geweigerd; gestopt bij de eerste"))
    let output = folder.url.appending(path: "out.csv").path
    #expect(try Caseload.run(path, ["--strict", "--output", output]).status == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["x.csv"])
  }

  @Test func `files are written whole, over what was there`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Caseload.text(Caseload.rows(dutch: false)))
    let output = try folder.write("out.csv", "old")
    let rejects = folder.url.appending(path: "rejects.csv").path
    let run = try Caseload.run(path, ["--output", output, "--rejects", rejects])
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(
      try Data(contentsOf: URL(filePath: output)) == Data(try Caseload.run(path).output.utf8))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(names == ["out.csv", "rejects.csv", "x.csv"])
  }

  @Test func `a dash as output is standard output`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Caseload.text(Caseload.rows(dutch: false)))
    let dash = try Tool.run(
      ["caseload", path, "--on", "2026-11-21", "--output", "-"], in: folder.url)
    #expect(dash.output == (try Caseload.run(path).output))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["x.csv"])
  }

  @Test func `what cannot be written is told with status 2, and what was there stays`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Self.many(2000))
    let full = try Tool.shell("$TOOL caseload '\(path)' --on 2026-11-21 > /dev/full")
    #expect(full.status == 2)
    let device = try Caseload.run(path, ["--output", "/dev/full"])
    #expect(device.status == 2)
    #expect(device.errors.contains("de schijf is vol"), "\(device.errors)")
    let missing = folder.url.appending(path: "nowhere/out.csv").path
    #expect(try Caseload.run(path, ["--output", missing]).status == 2)
    let kept = try folder.write("kept.csv", "old")
    let both = try Caseload.run(path, ["--output", kept, "--rejects", "/dev/full"])
    #expect(both.status == 2)
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == "old")
    let limited = try Tool.shell(
      "ulimit -f 8; $TOOL caseload '\(path)' --on 2026-11-21 --output '\(kept)'")
    #expect(limited.status == 2)
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == "old")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(names == ["kept.csv", "x.csv"])
  }

  @Test(arguments: ["INT", "TERM"]) func `an interrupted run leaves no half file`(signal: String)
    throws
  {
    let folder = try TemporaryFolder()
    _ = try folder.write("x.csv", Self.many(100))
    // The input never ends: the program waits for more when the signal comes.
    let line = """
      set -m; cd '\(folder.url.path)'; (cat x.csv; sleep 5) | "$TOOL" caseload - --output out.csv &
      for try in $(seq 50); do ls *.tmp > /dev/null 2>&1 && break; sleep 0.2; done
      pid=$(ls *.tmp | cut -d. -f2); kill -\(signal) $pid
      for try in $(seq 50); do ls *.tmp > /dev/null 2>&1 || break; sleep 0.2; done
      ls
      """
    let run = try Tool.shell("bash -c '" + line.replacingOccurrences(of: "'", with: "'\\''") + "'")
    #expect(run.output.split(separator: "\n").map(String.init) == ["x.csv"], "\(run.errors)")
  }

  @Test(arguments: [
    ["--within", "60"], ["--within", "0d"], ["--within", "60d", "--summary"], ["--format", "text"],
    ["--threads", "0"], ["--format", "markdown"], ["--output", "x", "--rejects", "x"], ["a", "b"],
    ["--within", "+5d"], ["--within", "-5d"], ["--within", "d"], ["--within", "00d"],
    ["--within", "3651d"], ["--within", "521w"], ["--within", "121m"],
    ["--within", "99999999999999999999d"], ["--view", "roles"],
    ["--rejects", "-"],
  ]) func `wrong use is told with status 2`(options: [String]) throws {
    let run = try Tool.run(["caseload"] + options)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("[usage]"), "\(run.errors)")
  }

  @Test func `a list that does not exist, or is a folder, is told`() throws {
    #expect(try Tool.run(["caseload", "/nowhere.csv"]).errors.contains("bestaat niet"))
    #expect(try Tool.run(["caseload", "/tmp"]).errors.contains("is een map"))
  }
}
