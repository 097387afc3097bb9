import Testing

@testable import RoutingCore

struct TextTests {
  @Test func `a phrase speaks both languages`() {
    let text = Text(nl: "ja", en: "yes") + Text(", Oss")
    #expect(text[.nl] == "ja, Oss")
    #expect(text[.en] == "yes, Oss")
  }

  @Test(arguments: [
    ([], "", ""), (["a"], "a", "a"), (["a", "b"], "a of b", "a or b"),
    (["a", "b", "c"], "a, b of c", "a, b or c"),
  ])
  func `words to choose from are joined for reading aloud`(words: [String], nl: String, en: String)
  {
    #expect(Wording.either(words, .nl) == nl)
    #expect(Wording.either(words, .en) == en)
  }

  @Test func `words that all count are joined with and`() {
    #expect(Wording.all(["a", "b", "c"], .nl) == "a, b en c")
    #expect(Wording.all(["a", "b"], .en) == "a and b")
  }
}
