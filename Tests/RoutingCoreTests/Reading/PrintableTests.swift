import Testing

@testable import RoutingCore

struct PrintableTests {
  @Test(arguments: [
    "", "Boxtel", "a b ~!", "'s-Hertogenbosch", "Súdwest-Fryslân", "€ 5", "😀", "日本",
  ])
  func `ordinary text is shown as it is`(text: String) {
    #expect(Printable.visible(text) == text)
  }

  @Test(arguments: [
    ("a\nb", #"a\u{a}b"#), ("a\r\nb", #"a\u{d}\u{a}b"#), ("\t", #"\u{9}"#), ("\u{0}", #"\u{0}"#),
    ("\u{1F}", #"\u{1f}"#), ("\u{7F}", #"\u{7f}"#), ("\u{80}", #"\u{80}"#), ("\u{9F}", #"\u{9f}"#),
    // What a terminal would obey.
    ("\u{1B}[31mrood", #"\u{1b}[31mrood"#), ("\u{9B}31m", #"\u{9b}31m"#),
    // What turns the writing direction, breaks the line or cannot be seen.
    ("abc\u{202E}txt.exe", #"abc\u{202e}txt.exe"#),
    ("\u{202A}\u{2066}\u{2069}", #"\u{202a}\u{2066}\u{2069}"#),
    ("\u{200E}\u{200F}\u{61C}", #"\u{200e}\u{200f}\u{61c}"#),
    ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#),
    ("Os\u{200B}s", #"Os\u{200b}s"#), ("\u{FEFF}Oss", #"\u{feff}Oss"#),
    ("é\u{200D}\n", #"é\u{200d}\u{a}"#),
  ])
  func `what cannot be seen is written out`(text: String, shown: String) {
    #expect(Printable.visible(text) == shown)
  }

  @Test func `no control character is left in anything shown`() {
    let controls = (UInt8.min...UInt8.max).map { Unicode.Scalar($0) }
    let shown = Printable.visible(String(String.UnicodeScalarView(controls)))
    let left = shown.unicodeScalars.filter { $0.properties.generalCategory == .control }
    #expect(left.isEmpty)
  }

  @Test(arguments: [
    ("leerweg", "leerweg"),
    (String(repeating: "a", count: 40), String(repeating: "a", count: 40)),
    (String(repeating: "a", count: 41), String(repeating: "a", count: 39) + "…"),
    (String(repeating: "é", count: 1000), String(repeating: "é", count: 39) + "…"),
    ("a\nb", #"a\u{a}b"#),
  ])
  func `a word for a message is cut off when long`(text: String, shown: String) {
    #expect(Printable.word(text) == shown)
  }
}
