import Foundation
import Testing

@testable import jongeren_route

/// Files are written whole or not at all, and never over what is being read.
struct CaseloadFilesTests {
  /// A good row and a bad one, over and over: more than a pipe holds.
  private static let long =
    CaseloadRefusalTests.header
    + String(repeating: CaseloadRefusalTests.good + "x;2008-01-31;Oss;Geheim;\n", count: 2000)
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
