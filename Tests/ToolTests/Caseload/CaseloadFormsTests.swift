import Foundation
import Testing

/// Whatever program wrote a list, it means the same.
struct CaseloadFormsTests {
  /// A way of writing a list.
  struct Variant: CustomTestStringConvertible, Sendable {
    let separator: String
    let encoding: String
    let end: String
    let isDutch: Bool
    var testDescription: String {
      let names = ["\r\n": "CRLF", "\n": "LF", "\r": "CR", ";": "semicolon", ",": "comma"]
      return "\(names[separator] ?? "tab") \(encoding) \(names[end] ?? "") \(isDutch)"
    }

    func data(_ text: String) throws -> Data {
      let marks: [String: ([UInt8], String.Encoding)] = [
        "utf-8": ([], .utf8), "utf-8 with mark": ([0xEF, 0xBB, 0xBF], .utf8),
        "utf-16": ([0xFF, 0xFE], .utf16LittleEndian), "windows": ([], .windowsCP1252),
        "utf-16 big": ([0xFE, 0xFF], .utf16BigEndian),
      ]
      let (mark, code) = try #require(marks[encoding])
      return Data(mark) + (try #require(text.data(using: code)))
    }
  }

  static let variants = [";", ",", "\t"].flatMap { separator in
    ["utf-8", "utf-8 with mark", "utf-16", "windows"].flatMap { encoding in
      ["\r\n", "\n", "\r"].flatMap { end in
        [false, true].map { isDutch in
          Variant(separator: separator, encoding: encoding, end: end, isDutch: isDutch)
        }
      }
    }
  }

  static let expected = Result {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.csv", Caseload.text(Caseload.rows(dutch: false)))
    return try Caseload.run(path, ["--format", "ndjson"]).output
  }

  @Test(arguments: variants) func `a spreadsheet means the same however it was saved`(
    variant: Variant
  ) throws {
    let folder = try TemporaryFolder()
    let text = Caseload.text(
      Caseload.rows(dutch: variant.isDutch), separator: variant.separator, end: variant.end)
    let path = try folder.write("x.csv", try variant.data(text))
    let run = try Caseload.run(path, ["--format", "ndjson"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == (try Self.expected.get()))
    #expect(run.output.split(separator: "\n").count == 3)
    #expect(run.errors.contains("Windows-1252") == (variant.encoding == "windows"))
  }

  @Test func `there are 72 ways to save a spreadsheet, and one more`() throws {
    #expect(Self.variants.count == 72)
    let big = Variant(separator: ";", encoding: "utf-16 big", end: "\r\n", isDutch: true)
    let folder = try TemporaryFolder()
    let text = Caseload.text(Caseload.rows(dutch: true), end: "\r\n")
    let path = try folder.write("x.csv", try big.data(text))
    #expect(try Caseload.run(path, ["--format", "ndjson"]).output == (try Self.expected.get()))
  }

  @Test func `the same rows as JSON, on standard input or not, with numbers and true and false`()
    throws
  {
    let folder = try TemporaryFolder()
    let lines = Caseload.rows(dutch: false).enumerated().map { place, row in
      let members = zip(Caseload.header, row).filter { !$0.1.isEmpty }.map { name, value in
        name == "bijstand" ? "\"\(name)\": \(value == "ja")" : "\"\(name)\": \"\(value)\""
      }
      return "{" + members.joined(separator: ", ") + "}\n"
    }
    // A blank line stands where a spreadsheet has its header.
    let path = try folder.write("x.ndjson", "\n" + lines.joined())
    let run = try Caseload.run(path, ["--format", "ndjson"])
    #expect(run.output == (try Self.expected.get()))
    let piped = try Tool.run(
      ["caseload", "-", "--on", "2026-11-21", "--format", "ndjson"],
      input: "\n" + lines.joined())
    #expect(piped.output == run.output)
    let bare = try Tool.run(
      ["caseload", "--on", "2026-11-21", "--format", "ndjson"], input: "\n" + lines.joined())
    #expect(bare.output == run.output)
  }

  @Test func `what is true or false is read as a Dutch and an English Excel write it`() throws {
    let folder = try TemporaryFolder()
    func answers(_ yes: String, _ no: String) throws -> String {
      var rows = Caseload.rows(dutch: false)
      (rows[0][9], rows[1][9]) = (no, yes)
      return try Caseload.run(
        try folder.write("x.csv", Caseload.text(rows)), ["--format", "ndjson"]
      ).output
    }
    #expect(try answers("WAAR", "ONWAAR") == (try Self.expected.get()))
    #expect(try answers("TRUE", "FALSE") == (try Self.expected.get()))
  }

  @Test func `columns go by other names too, in capitals, with blanks`() throws {
    let folder = try TemporaryFolder()
    var header = Caseload.header
    header[1] = "Geboorte Datum"
    header[2] = "GEMEENTE"
    header[6] = " datum uitschrijving "
    header[8] = "Highest diploma"
    let path = try folder.write(
      "x.csv", Caseload.text(Caseload.rows(dutch: false), header: header))
    #expect(try Caseload.run(path, ["--format", "ndjson"]).output == (try Self.expected.get()))
  }

  @Test func `cells may be quoted, and a passed-over column may hold lines and quotes`() throws {
    let folder = try TemporaryFolder()
    let remarks = ["over\nlines; with \"marks\"", "\n\n\n", ""]
    let rows = zip(Caseload.rows(dutch: false), remarks).map { $0 + [$1] }
    let text = Caseload.text(rows, header: Caseload.header + ["bijzonder"])
      .replacingOccurrences(of: "\n\n\n", with: "\"\n\n\n\"")
    let path = try folder.write("x.csv", text)
    let run = try Caseload.run(path, ["--format", "ndjson", "--ignore-columns", "bijzonder"])
    #expect(run.status == 0, "\(run.errors)")
    let found = try Caseload.objects(run)
    #expect(found.map { $0["line"] as? Int } == [2, 4, 8])
    let bare = try Caseload.objects(
      Tool.Run(status: 0, output: try Self.expected.get(), errors: ""))
    for (one, other) in zip(found, bare) {
      #expect(one["rules"] as? [String] == other["rules"] as? [String])
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines within a cell may end otherwise than rows, as Excel ends them`(end: String) throws {
    let folder = try TemporaryFolder()
    let rows = Caseload.rows(dutch: true).map { $0 + ["\"over\(end)\(end)lines\""] }
    let lines = rows.map { $0.joined(separator: ";") + "\r\n" }
    let path = try folder.write(
      "x.csv",
      Caseload.header.joined(separator: ";") + ";\"bij\(end)zonder\"\r\n" + lines.joined())
    let run = try Caseload.run(path, ["--format", "ndjson", "--ignore-columns", "bijzonder"])
    #expect(run.errors == "jongeren-route: 3 rijen: 3 beantwoord, 0 geweigerd\n")
    #expect(try Caseload.objects(run).map { $0["line"] as? Int } == [3, 6, 9])
  }

  @Test func `a million empty lines are counted and passed over`() throws {
    let folder = try TemporaryFolder()
    let rows = Caseload.text(Caseload.rows(dutch: false))
    let path = try folder.write(
      "x.csv", rows + String(repeating: "\n", count: 1_000_000) + ";;;;;;;;;\n")
    let run = try Caseload.run(path, ["--format", "ndjson"])
    #expect(run.status == 0)
    #expect(run.output == (try Self.expected.get()))
    #expect(run.errors.contains("1000001 lege regels"))
  }

  @Test func `mixed line ends and a last line without one are told`() throws {
    let folder = try TemporaryFolder()
    let lines = Caseload.text(Caseload.rows(dutch: false)).split(separator: "\n")
    let text = lines[0] + "\r\n" + lines[1] + "\n" + lines[2] + "\r" + lines[3]
    let path = try folder.write("x.csv", String(text))
    let run = try Caseload.run(path, ["--format", "ndjson"])
    #expect(run.status == 0)
    #expect(run.output == (try Self.expected.get()))
    #expect(run.errors.contains("1 CRLF, 1 LF en 1 CR"))
    #expect(run.errors.contains("de laatste regel heeft geen regeleinde"))
  }

  @Test func `a key comes back as it was, quotes and all`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "x.ndjson",
      "{\"key\":\"A-1/b:2#3.x_y\",\"woongemeente\":\"Oss\"}\n{\"key\":17,\"woongemeente\":\"Oss\"}\n"
    )
    let found = try Caseload.objects(try Caseload.run(path, ["--format", "ndjson"]))
    #expect(found.map { $0["key"] as? String } == ["A-1/b:2#3.x_y", "17"])
  }
}
