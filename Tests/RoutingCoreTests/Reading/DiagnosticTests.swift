import Testing

@testable import RoutingCore

struct DiagnosticTests {
  static let file = SourceFile(
    path: "regels/tabel.json", text: "{\n  \"leeftyd\": 1,\n  \"é\": x\n}\n")

  @Test func `a fault shows its place, what is wrong, what to do and its code`() {
    let fault = Diagnostic(
      .unknownKey, Text(nl: "onbekende sleutel", en: "unknown key"),
      help: Text(nl: "bedoelde u `leeftijd`?", en: "did you mean `leeftijd`?"),
      at: SourceSpan(file: Self.file, range: 4..<13))
    #expect(
      fault.rendered(.nl, program: "jongeren-route") == """
        regels/tabel.json:2:3: error: onbekende sleutel; bedoelde u `leeftijd`? [unknown-key]

        """)
    #expect(
      fault.rendered(.en, program: "jongeren-route") == """
        regels/tabel.json:2:3: error: unknown key; did you mean `leeftijd`? [unknown-key]

        """)
  }

  @Test func `a fault without help ends with its code`() {
    let fault = Diagnostic(
      .syntax, Text("x"), at: SourceSpan(file: Self.file, range: 26..<27))
    #expect(fault.rendered(.nl, program: "p") == "regels/tabel.json:3:8: error: x [syntax]\n")
  }

  @Test func `a fault outside a file stands under the name of the program`() {
    let fault = Diagnostic(.usage, Text(nl: "onbekende optie", en: "unknown option"))
    #expect(
      fault.rendered(.en, program: "jongeren-route")
        == "jongeren-route: error: unknown option [usage]\n")
  }

  @Test func `notes stand below the fault, each at its own place`() {
    let notes = [0..<1, 20..<21].map {
      Diagnostic.Note(
        message: Text(nl: "hier staat hij al", en: "it is here already"),
        span: SourceSpan(file: Self.file, range: $0))
    }
    let fault = Diagnostic(
      .duplicateKey, Text(nl: "dubbel", en: "twice"),
      at: SourceSpan(file: Self.file, range: 4..<13), notes: notes)
    #expect(
      fault.rendered(.nl, program: "p") == """
        regels/tabel.json:2:3: error: dubbel [duplicate-key]
        regels/tabel.json:1:1: note: hier staat hij al
        regels/tabel.json:3:3: note: hier staat hij al

        """)
  }

  @Test func `a path or a word cannot start a line of its own or steer the terminal`() {
    let file = SourceFile(path: "a\n::error::\u{1B}[2J.json", text: "")
    let fault = Diagnostic(
      .unknownValue, Text("`\r\nx\u{202E}`"), at: SourceSpan(file: file, range: 0..<0))
    let rendered = fault.rendered(.nl, program: "p")
    #expect(
      rendered
        == #"a\u{a}::error::\u{1b}[2J.json:1:1: error: `\u{d}\u{a}x\u{202e}` [unknown-value]"#
        + "\n")
  }

  @Test func `every code is one lower-case word or words with hyphens`() {
    for code in Diagnostic.Code.allCases {
      let words = code.rawValue.split(separator: "-", omittingEmptySubsequences: false)
      #expect(words.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("a"..."z").contains($0) } })
    }
  }

  @Test func `faults are put in the order of file and place, those without a place first`() {
    func fault(_ name: String, _ path: String, _ range: Range<Int>) -> Diagnostic {
      let span = SourceSpan(file: SourceFile(path: path, text: ""), range: range)
      return Diagnostic(.syntax, Text(name), at: span)
    }
    let faults = Diagnostics([
      fault("d", "b.json", 1..<2), fault("c", "a.json", 20..<21), fault("b", "a.json", 3..<30),
      Diagnostic(.usage, Text("a")),
    ])
    #expect(faults.all.map(\.message.nl) == ["a", "b", "c", "d"])
  }

  @Test func `faults at one place keep the order in which they were found`() {
    let span = SourceSpan(file: Self.file, range: 0..<1)
    let names = (0..<40).map(String.init)
    let faults = Diagnostics(names.map { Diagnostic(.syntax, Text($0), at: span) })
    #expect(faults.all.map(\.message.nl) == names)
  }
}
