import Foundation
import Testing

@testable import jongeren_route

/// Files are written whole or not at all, and never over what is being read.
struct CaseloadFilesTests {
  /// More answers than a pipe holds.
  private static let long = CaseloadOutputTests.many(2000)
  private static let short =
    CaseloadRefusalTests.header + CaseloadRefusalTests.good + "x;2008-01-31;Oss;Geheim;\n"

  private static func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  /// Runs a line of bash in a folder.
  private static func bash(_ folder: TemporaryFolder, _ line: String) throws -> Tool.Run {
    let text = "cd '\(folder.url.path)'; \(line)".replacingOccurrences(of: "'", with: "'\\''")
    return try Tool.shell("bash -c '\(text)'")
  }

  @Test func `when nobody reads the answers any further, no half file of refusals is left`() throws
  {
    let folder = try TemporaryFolder()
    _ = try folder.write("x.csv", Self.long)
    let rejects = try folder.write("r.csv", "old")
    let run = try Self.bash(
      folder,
      "\"$TOOL\" caseload x.csv --on 2026-11-21 --rejects r.csv | head -1; exit ${PIPESTATUS[0]}")
    #expect(run.status == 2)
    #expect(run.errors.contains("; afgebroken: de uitvoer wordt niet verder gelezen; `r.csv` niet"))
    #expect(try String(contentsOfFile: rejects, encoding: .utf8) == "old")
    #expect(try Self.names(folder) == ["r.csv", "x.csv"])
    let alone = try Self.bash(
      folder, "\"$TOOL\" caseload x.csv --on 2026-11-21 --lang en | head -1; exit ${PIPESTATUS[0]}")
    #expect(alone.status == 1)
    #expect(alone.errors.contains("; cut short: nobody reads the output any further\n"))
  }

  @Test(arguments: [
    ("x.csv --output ./x.csv", "--output en de lijst"),
    ("x.csv --rejects link.csv", "--rejects en de lijst"),
    ("- --output x.csv < x.csv", "--output en de lijst"),
    ("x.csv >> x.csv", "de uitvoer en de lijst"),
    ("x.csv --output same.csv --rejects ./same.csv", "--output en --rejects"),
    ("x.csv --output old.csv --rejects ./old.csv", "--output en --rejects"),
    ("x.csv --rejects old.csv >> old.csv", "de uitvoer en --rejects"),
  ]) func `a list is never written over, nor one output by the other`(line: String, message: String)
    throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Self.short)
    let old = try folder.write("old.csv", "old")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "link.csv").path, withDestinationPath: "x.csv")
    let run = try Self.bash(folder, "\"$TOOL\" caseload --on 2026-11-21 \(line)")
    #expect(run.status == 2)
    #expect(run.errors.contains("\(message) zijn hetzelfde bestand"), "\(run.errors)")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.short)
    #expect(try String(contentsOfFile: old, encoding: .utf8) == "old")
    #expect(try Self.names(folder) == ["link.csv", "old.csv", "x.csv"])
  }

  @Test func `answers and refusals may both go nowhere`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Self.short)
    let run = try Caseload.run(path, ["--output", "/dev/null", "--rejects", "/dev/null"])
    #expect(run.status == 1, "\(run.errors)")
  }

  // The program waits: for a reader of a pipe, for one to read on, and for more to read.
  @Test(arguments: [
    ("x.csv --rejects r.csv --output pipe", "INT", 130),
    ("x.csv --rejects r.csv > >(exec 3>&-; cat hold > /dev/null 2>&1)", "TERM", 143),
    ("- --rejects r.csv < <(exec 3>&-; cat x.csv; cat hold > /dev/null 2>&1; :)", "HUP", 129),
  ]) func `an interruption is obeyed at once and leaves no half file`(
    line: String, signal: String, status: Int
  ) throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("x.csv", Self.long)
    let rejects = try folder.write("r.csv", "old")
    let run = try Self.bash(
      folder,
      """
      set -m
      # Nothing comes out of it before the shell that holds it open ends.
      mkfifo pipe hold
      exec 3<>hold
      "$TOOL" caseload --on 2026-11-21 \(line) &
      tool=$!
      for try in $(seq 600); do ls *.tmp > /dev/null 2>&1 && break; sleep 0.1; done
      sleep 0.5
      kill -\(signal) $tool
      for try in $(seq 50); do kill -0 $tool 2> /dev/null || break; sleep 0.1; done
      kill -9 $tool 2> /dev/null
      wait $tool
      echo "ended with $?"
      """)
    #expect(run.output.contains("ended with \(status)\n"), "\(run.output) \(run.errors)")
    #expect(try String(contentsOfFile: rejects, encoding: .utf8) == "old")
    #expect(try Self.names(folder) == ["hold", "pipe", "r.csv", "x.csv"])
  }

  @Test func `a file that another run left behind is in nobody's way`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("x.csv", Self.short)
    // The program takes over the number of the shell that made files of every likely name.
    let run = try Self.bash(
      folder,
      """
      touch out.csv.$$.tmp jongeren-route.$$.0.tmp
      exec "$TOOL" caseload x.csv --on 2026-11-21 --output out.csv --rejects r.csv
      """)
    #expect(run.status == 1, "\(run.errors)")
    #expect(
      try Self.names(folder).filter { !$0.hasSuffix(".tmp") } == ["out.csv", "r.csv", "x.csv"])
    #expect(try Self.names(folder).count == 5)
  }

  @Test(arguments: [("nl", "de naam is te lang"), ("en", "the name is too long")])
  func `a name of any length is taken, or told to be too long at once`(
    language: String, message: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Self.short)
    func run(_ length: Int) throws -> Tool.Run {
      let name = String(repeating: "n", count: length)
      return try Caseload.run(
        path, ["--output", folder.url.appending(path: name).path, "--lang", language])
    }
    #expect(try run(255).status == 1)
    let refused = try run(256)
    #expect(refused.status == 2)
    #expect(refused.errors.contains(message), "\(refused.errors)")
    #expect(try Self.names(folder).count == 2)
  }

  @Test func `a strict run says which files there are not`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("x.csv", Self.short)
    let run = try Self.bash(
      folder, "\"$TOOL\" caseload x.csv --strict --output out.csv --rejects r.csv --lang en")
    #expect(run.status == 1)
    #expect(
      run.errors.contains("; stopped at the first; `r.csv` and `out.csv` not written\n"),
      "\(run.errors)")
    #expect(try Self.names(folder) == ["x.csv"])
  }

  @Test(arguments: [
    ["--within", "60d"], ["--within", "60d", "--format", "json"], ["--summary"],
    ["--summary", "--format", "csv"],
  ]) func `a strict run writes nothing about some of the rows only, and says so`(options: [String])
    throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Self.short)
    let run = try Caseload.run(path, options + ["--strict", "--lang", "en"])
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    let name = options[0] == "--summary" ? "summary" : "worklist"
    #expect(
      run.errors.hasSuffix(
        "stopped at the first; no \(name), because it would be about some of the rows only\n"),
      "\(run.errors)")
    let good = try folder.write(
      "y.csv", CaseloadRefusalTests.header + CaseloadRefusalTests.good)
    let whole = try Caseload.run(good, options + ["--strict"])
    #expect(whole.status == 0, "\(whole.errors)")
    #expect(!whole.output.isEmpty)
  }

  @Test(arguments: ["--output", "--rejects"])
  func `a link to no file is refused and stays, one to a file is written through`(option: String)
    throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Self.short)
    let link = folder.url.appending(path: "link.csv").path
    let old = folder.url.appending(path: "old.csv").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "old.csv")
    let run = try Caseload.run(path, [option, link, "--lang", "en"])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(
      run.errors.contains("`\(link)` cannot be written: is a link to a file that is not there"),
      "\(run.errors)")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "old.csv")
    #expect(try Self.names(folder) == ["link.csv", "x.csv"])
    try Data("old".utf8).write(to: URL(filePath: old))
    #expect(try Caseload.run(path, [option, link]).status == 1)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "old.csv")
    #expect(try String(contentsOfFile: old, encoding: .utf8).contains("regel"))
  }

  @Test func `a strict run ends its document`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Self.short)
    let json = try Caseload.run(path, ["--strict", "--format", "json"])
    #expect(json.status == 1)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((object["rows"] as? [Any])?.count == 2)
    #expect((object["counts"] as? [String: Int])?["refused"] == 1)
    let page = try Caseload.run(path, ["--strict", "--format", "html"])
    #expect(page.status == 1)
    let elements = try #require(ReadBack.html(page.output))
    #expect(elements.count { $0.name == "tr" } == 3)
  }

  @Test func `progress is shown on a terminal of its own only`() throws {
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    let file = open("/dev/null", O_WRONLY)
    defer {
      close(terminal)
      close(file)
    }
    try #require(isatty(terminal) == 1)
    #expect(Progress.isWanted(on: terminal, rows: nil))
    #expect(Progress.isWanted(on: terminal, rows: file))
    #expect(!Progress.isWanted(on: terminal, rows: terminal))
    #expect(!Progress.isWanted(on: file, rows: nil))
  }
}
