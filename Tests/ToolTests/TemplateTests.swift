import Foundation
import Testing

/// A newcomer adds an agreement with `rules/README.md` alone.
struct TemplateTests {
  /// The commands of a section of `rules/README.md`, as it gives them.
  private static func commands(of section: String) throws -> [String] {
    let text = try String(
      contentsOf: Tool.root.appending(path: "rules/README.md"), encoding: .utf8)
    let part = try #require(text.components(separatedBy: "\n## \(section)\n").dropFirst().first)
    let block = try #require(part.components(separatedBy: "```sh\n").dropFirst().first)
    let lines = try #require(block.components(separatedBy: "```").first)
    return lines.replacingOccurrences(of: "\\\n", with: " ").split(separator: "\n")
      .map(String.init)
  }

  /// The rules and the template in a folder of their own, as somebody has them who starts.
  private func start() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Tool.root.appending(path: "rules"), to: folder.url.appending(path: "rules"))
    return folder
  }

  private func run(_ command: String, in folder: TemporaryFolder) throws -> Tool.Run {
    try Tool.shell("cd '\(folder.url.path)' && PATH=\"$(dirname \"$TOOL\"):$PATH\"; \(command)")
  }

  @Test func `the steps of the README make an agreement that answers`() throws {
    let commands = try Self.commands(of: "Add an agreement")
    #expect(
      commands.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
        "cp -r", "perl -pi", "jongeren-route validate", "jongeren-route advise",
      ])
    let folder = try start()
    let runs = try commands.map { try run($0, in: folder) }
    #expect(
      runs.map(\.status) == [0, 0, 0, 0], "\(runs.map(\.errors)) \(runs[2].output.prefix(2000))")
    #expect(runs[2].output.hasSuffix("\ngeen fouten\n"))
    #expect(runs[3].output.contains("[eiland-doorstroompunt]"))
    #expect(runs[3].output.contains("doorstroompunt@eiland.example"))
    // Next to it the agreements that were there answer as before.
    let dropout = AdviseTests.dropout + ["--on", "2026-11-21"]
    let before = try Tool.run(["advise"] + dropout).output
    let after = try Tool.run(
      ["advise"] + dropout + ["--rules", folder.url.appending(path: "rules").path]
    ).output
    #expect(after.contains("[nob-school-mbo]"))
    #expect(before.components(separatedBy: "Bron ")[0] == after.components(separatedBy: "Bron ")[0])
  }

  /// What somebody does otherwise than the steps, and what is said of it.
  struct Slip: CustomTestStringConvertible, Sendable {
    let name: String
    /// The folder, the name in it, and its municipalities.
    var folder = "eiland"
    var word = "eiland"
    var municipalities = "\"Ameland\""
    let message: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Slip(
      name: "the name in the files is not that of the folder", folder: "kust",
      message: "`woonregio` kan niet `eiland` zijn"),
    Slip(
      name: "a folder with a space", folder: "Noord Kop", word: "noordkop",
      message: "de map kan niet `Noord Kop` heten; gebruik kleine letters"),
    Slip(
      name: "a folder with an accent", folder: "eilánd",
      message: "de map kan niet `eilánd` heten; gebruik kleine letters"),
    Slip(
      name: "a name that means no agreement", folder: "geen", word: "geen",
      message: "de map kan niet `geen` heten; die naam betekent al iets"),
    Slip(
      name: "a name that means all agreements", folder: "all", word: "all",
      message: "de map kan niet `all` heten"),
    Slip(
      name: "a folder within a folder", folder: "wadden/eiland",
      message: "de map kan niet `wadden/eiland` heten"),
    Slip(
      name: "a municipality of another agreement", municipalities: "\"Ameland\", \"Oss\"",
      message: "Oss hoort bij `eiland` en bij `noordoost-brabant`"),
    Slip(
      name: "a municipality that does not exist", municipalities: "\"Amelant\"",
      message: "de gemeente `Amelant` bestaat niet; bedoelde u `Ameland`?"),
    Slip(
      name: "a municipality that was merged", municipalities: "\"Ameland\", \"Uden\"",
      message: "Maashorst hoort bij `eiland` en bij `noordoost-brabant`"),
    Slip(
      name: "a name that can be several", municipalities: "\"Ameland\", \"Haaren\"",
      message: "`Haaren` kan meer dan een gemeente zijn"),
  ])
  func `a slip is told in a sentence that says what to do`(slip: Slip) throws {
    let folder = try start()
    let place = folder.url.appending(path: "rules/\(slip.folder)")
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: folder.url.appending(path: "rules/.template"), to: place)
    let command = """
      cd 'rules/\(slip.folder)' && perl -pi -e 's/sjabloon/\(slip.word)/g; s/Vlieland/Ameland/g' \
      *.json cases/*.json && perl -pi -e 's/"municipalities": .*/"municipalities": \
      [\(slip.municipalities)],/' agreement.json
      """
    #expect(try run(command, in: folder).status == 0)
    let validated = try run("jongeren-route validate rules --on 2026-11-21", in: folder)
    #expect(validated.status == 1)
    #expect(validated.output.contains(slip.message), "\(validated.output.prefix(1500))")
  }
}
