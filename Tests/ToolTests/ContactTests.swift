import Foundation
import Testing

/// The office's own contact list.
struct ContactTests {
  private func call(_ list: String, on date: String = "2026-11-21") throws -> Tool.Run {
    let folder = try TemporaryFolder()
    let path = try folder.write("contacten.csv", list)
    return try Tool.run(["advise"] + AdviseTests.dropout + ["--on", date, "--contacts", path])
  }

  static let header =
    "partner;rol;gemeente;school;naam;telefoon;e-mail;gecontroleerd op;geldig tot en met\n"

  @Test func `the most specific contact wins`() throws {
    let run = try call(
      Self.header + "doorstroompunt;;;;Balie;;balie@dsp.example;2026-06-01;\n"
        + "doorstroompunt;doorstroomcoach;Oss;;Coach Oss;;oss@dsp.example;2026-06-01;\n"
        + "doorstroompunt;doorstroomcoach;Vught;;Coach Vught;;vught@dsp.example;2026-06-01;\n")
    #expect(run.status == 0)
    #expect(run.output.contains("Coach Oss, oss@dsp.example"))
    #expect(!run.output.contains("Vught"))
    #expect(!run.output.contains("Balie"))
  }

  @Test(arguments: [
    ("2026-06-01;2026-11-20", "geldig tot en met 2026-11-20"),
    ("2025-11-20;", "voor het laatst gecontroleerd op 2025-11-20"), (";", "nooit gecontroleerd"),
  ])
  func `a contact that cannot be trusted is named and passed over`(days: String, remark: String)
    throws
  {
    let run = try call(
      Self.header + "doorstroompunt;doorstroomcoach;;;Coach;;coach@dsp.example;\(days)\n"
        + "doorstroompunt;;;;Balie;;balie@dsp.example;2026-06-01;\n")
    #expect(run.status == 0)
    #expect(run.output.contains("Balie, balie@dsp.example"))
    #expect(!run.output.contains("coach@dsp.example"))
    let words = run.output.split(whereSeparator: { " \n".contains($0) }).joined(separator: " ")
    #expect(words.contains(remark))
  }

  @Test func `a list says itself how long a check lasts`() throws {
    let row = "doorstroompunt;doorstroomcoach;;;Coach;;coach@dsp.example;2026-06-01;\n"
    #expect(try call("# controle-maanden: 3\n" + Self.header + row).output.contains("2026-06-01)"))
    #expect(try call("# verify-months: 6\n" + Self.header + row).output.contains("Coach, coach@"))
  }

  @Test func `with nothing to trust there is still somebody to reach`() throws {
    let run = try call(Self.header + "doorstroompunt;;;;Balie;;balie@dsp.example;2020-01-01;\n")
    #expect(run.output.contains("jongerenaanpak@noordoostbrabantwerkt.nl"))
    #expect(run.output.contains("het doorstroompunt van Oss"))
  }

  @Test func `commas, English headers and a byte-order mark are read as well`() throws {
    let run = try call(
      "\u{FEFF}partner,role,municipality,school,name,phone,e-mail,verified on,valid until\r\n"
        + "doorstroompunt,doorstroomcoach,oss,,\"Coach, Oss\",,oss@dsp.example,01-06-2026,\r\n")
    #expect(run.output.contains("Coach, Oss, oss@dsp.example"))
  }

  static let badLists: [(list: String, message: String)] = [
    ("partner;rolletje\n", ":1:9: error: onbekende kolom `rolletje`"),
    (
      header + "doorstroompnt;;;;;;;;\n",
      ":2:1: error: de partner of rol `doorstroompnt` bestaat niet; bedoelde u `doorstroompunt`?"
    ),
    (header + "uwv;;Osss;;;;;;\n", ":2:6: error: de gemeente `Osss` bestaat niet"),
    (header + "uwv;;;;;;;31-02-2026;\n", ":2:11: error: geen datum"),
    (header + "uwv;\"x;;;;;;;\n", ":2:5: error: dit aanhalingsteken wordt niet gesloten"),
    ("", "de contactenlijst is leeg"), (header, "de contactenlijst is leeg"),
    ("naam;naam\n", ":1:6: error: de kolom `naam` staat er dubbel"),
    ("# verify-moths: 6\n" + header, ":1:1: error: deze regel met # zegt niets over de lijst"),
    (header + ";de-school;;;;;;;\n", "de partner of rol `de-school` bestaat niet"),
  ]

  @Test(arguments: badLists)
  func `a bad list is refused at its place`(list: String, message: String) throws {
    let run = try call(list)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
