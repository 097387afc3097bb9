import Testing

@testable import RoutingCore

struct ObjectReaderTests {
  static let keys = ["naam", "jaren", "actief", "delen", "titel", "begin"]

  @Test func `an object in order gives its values and no faults`() throws {
    let text = """
      {
        "naam": "Oss", "jaren": 18, "actief": true, "delen": ["a", "b"],
        "titel": {"nl": "ja", "en": "yes"}, "begin": "01-08-2026"
      }
      """
    let found = try faults(in: text) { reader in
      #expect(reader.string("naam") == "Oss")
      #expect(reader.requiredString("naam") == "Oss")
      #expect(reader.integer("jaren") == 18)
      #expect(reader.flag("actief"))
      #expect(reader.strings("delen") == ["a", "b"])
      #expect(reader.list("delen").count == 2)
      #expect(reader.text("titel") == Text(nl: "ja", en: "yes"))
      #expect(reader.requiredText("titel") == Text(nl: "ja", en: "yes"))
      #expect(reader.day("begin")?.description == "2026-08-01")
    }
    #expect(found == [])
  }

  @Test func `what may be absent is absent without a fault`() throws {
    let found = try faults(in: "{}") { reader in
      #expect(reader.value("naam") == nil)
      #expect(reader.string("naam") == nil)
      #expect(reader.integer("jaren") == nil)
      #expect(!reader.flag("actief"))
      #expect(reader.strings("delen") == [])
      #expect(reader.list("delen").isEmpty)
      #expect(reader.text("titel") == nil)
      #expect(reader.day("begin") == nil)
    }
    #expect(found == [])
  }

  @Test func `what has to be there is missed at the opening bracket`() throws {
    let found = try faults(in: #" {"jaren": 1}"#) { reader in
      #expect(reader.requiredString("naam") == nil)
      #expect(reader.requiredText("titel") == nil)
    }
    #expect(
      found == [
        "{ missing-key: `naam` is missing here; add `naam`",
        "{ missing-key: `titel` is missing here; add `titel`",
      ])
  }

  @Test(arguments: [
    ("null", "not null"), ("true", "not `true` or `false`"), ("1.5", "not a number"),
    (#""x""#, "not a text"), ("[{}]", "not a list"),
  ])
  func `an object belongs where an object is read`(text: String, kind: String) throws {
    let file = SourceFile(path: "p.json", text: text)
    let collector = FaultCollector()
    let node = try JSONParser.parse(file)
    #expect(ObjectReader(node, in: file, keys: [], faults: collector) == nil)
    #expect(
      described(collector.faults) == ["\(text) wrong-type: an object belongs here, \(kind)"])
  }

  @Test func `an unknown key is underlined, with the key that was meant`() throws {
    let found = try faults(in: #"{"naan": 1, "jaar": 2, "naam": "x", "\u0007": 3}"#) { _ in }
    #expect(
      found == [
        #""naan" unknown-key: unknown key `naan`; did you mean `naam`?"#,
        #""jaar" unknown-key: unknown key `jaar`; choose "#
          + "`naam`, `jaren`, `actief`, `delen`, `titel` or `begin`",
        #""\u0007" unknown-key: unknown key `\u{7}`; choose "#
          + "`naam`, `jaren`, `actief`, `delen`, `titel` or `begin`",
      ])
  }

  @Test func `a key that is there twice is underlined, and the first one counts`() throws {
    let text = #"{"naam": "een", "jaren": 1, "n\u0061am": "twee", "naam": "drie"}"#
    let found = try faults(in: text) { reader in #expect(reader.string("naam") == "een") }
    #expect(
      found == [
        #""n\u0061am" duplicate-key: the key `naam` is here twice; keep one of them"#
          + #" ("naam": it is here already at 1)"#,
        #""naam" duplicate-key: the key `naam` is here twice; keep one of them"#
          + #" ("naam": it is here already at 1)"#,
      ])
  }

  @Test(arguments: ["1", "null", "[]", "{}", "true"])
  func `a text is wanted`(value: String) throws {
    let found = try faults(in: #"{"naam": \#(value)}"#) {
      #expect($0.requiredString("naam") == nil)
    }
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("\(value) wrong-type: `naam` wants a text, not ") == true)
  }

  @Test(arguments: ["1.0", "1e2", #""18""#, "null", "9223372036854775808"])
  func `a whole number is wanted`(value: String) throws {
    let found = try faults(in: #"{"jaren": \#(value)}"#) { #expect($0.integer("jaren") == nil) }
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("\(value) wrong-type: `jaren` wants a whole number") == true)
  }

  @Test func `true or false is wanted`() throws {
    let found = try faults(in: #"{"actief": "ja"}"#) { #expect(!$0.flag("actief")) }
    #expect(found == [#""ja" wrong-type: `actief` wants `true` or `false`, not a text"#])
  }

  @Test func `a list is wanted`() throws {
    let found = try faults(in: #"{"delen": "a"}"#) { #expect($0.strings("delen") == []) }
    #expect(found == [#""a" wrong-type: `delen` wants a list, not a text"#])
  }

  @Test func `in a list of texts every element that is none is underlined`() throws {
    let text = #"{"delen": ["a", 1, "b", null]}"#
    let found = try faults(in: text) { #expect($0.strings("delen") == ["a", "b"]) }
    #expect(
      found == [
        "1 wrong-type: `delen` wants a list of texts, not a number",
        "null wrong-type: `delen` wants a list of texts, not null",
      ])
  }

  @Test func `a phrase misses a language, or has one too many`() throws {
    let text = #"{"titel": {"nl": "ja", "de": "ja"}}"#
    let found = try faults(in: text) { #expect($0.text("titel") == nil) }
    #expect(
      found == [
        #"{ missing-key: `en` is missing here; add `en`"#,
        #""de" unknown-key: unknown key `de`; choose `nl` or `en`"#,
      ])
  }

  @Test(arguments: ["2026-02-30", "2026-08", "1-8-26", "morgen", ""])
  func `an exact day is wanted`(date: String) throws {
    let found = try faults(in: #"{"begin": "\#(date)"}"#) { #expect($0.day("begin") == nil) }
    #expect(found == [#""\#(date)" bad-date: not a date; write 2026-01-31"#])
  }

  @Test func `a day that is no text is a fault of type, told once`() throws {
    let found = try faults(in: #"{"begin": 2026}"#) { #expect($0.day("begin") == nil) }
    #expect(found == ["2026 wrong-type: `begin` wants a text, not a number"])
  }

  @Test func `a collector without faults throws nothing`() throws {
    try FaultCollector().finish()
  }

  @Test func `a collector throws all that was reported`() throws {
    let collector = FaultCollector()
    collector.report(Diagnostic(.usage, Text("a")))
    collector.report(Diagnostic(.output, Text("b")))
    let thrown = try #require(throws: Diagnostics.self) { try collector.finish() }
    #expect(thrown.all.map(\.code) == [.usage, .output])
  }

  /// The faults of reading an object, in the order of their places: what is underlined, the code
  /// and the sentence.
  private func faults(in text: String, reading read: (ObjectReader) -> Void) throws -> [String] {
    let file = SourceFile(path: "p.json", text: text)
    let collector = FaultCollector()
    let node = try JSONParser.parse(file)
    let reader = try #require(
      ObjectReader(node, in: file, keys: Self.keys, faults: collector))
    read(reader)
    return described(Diagnostics(collector.faults).all)
  }

  private func described(_ faults: [Diagnostic]) -> [String] {
    faults.map { fault in
      // Where the form is told is the same sentence everywhere.
      let isForm = fault.help == ObjectReader.formHelp
      let help = isForm ? "" : fault.help.map { "; " + $0.en } ?? ""
      let notes = fault.notes.map {
        " (\(underlined($0.span)): \($0.message.en) at \($0.span.range.lowerBound))"
      }
      return "\(underlined(fault.span)) \(fault.code.rawValue): \(fault.message.en)\(help)"
        + notes.joined()
    }
  }

  private func underlined(_ span: SourceSpan?) -> String {
    span.map { String(decoding: $0.file.bytes[$0.range], as: UTF8.self) } ?? "nothing"
  }
}
