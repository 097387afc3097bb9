import Testing

@testable import RoutingCore

/// What a form asks of an object, and what can be read of it.
struct ObjectReaderTests {
  static let form = form(required: [])

  /// A form with one key of every usual shape, some of which have to be there.
  static func form(required: [String], conditions: [Form.Condition] = []) -> Form {
    let shapes: [(String, Form.Shape)] = [
      ("naam", .text), ("jaren", .number(nil)), ("actief", .flag), ("delen", .list(.text)),
      ("titel", .phrase), ("begin", .day),
    ]
    let keys = shapes.map { name, shape in
      Form.Key(
        name: name, shape: shape, isRequired: required.contains(name), description: Text(name))
    }
    return Form("vorm", nl: "", en: "", keys, conditions: conditions)
  }

  @Test func `an object in order gives its values and no faults`() throws {
    let text = """
      {
        "naam": "Oss", "jaren": 18, "actief": true, "delen": ["a", "b"],
        "titel": {"nl": "ja", "en": "yes"}, "begin": "01-08-2026"
      }
      """
    let found = try faults(in: text) { reader in
      #expect(reader.string("naam") == "Oss")
      #expect(reader.integer("jaren") == 18)
      #expect(reader.flag("actief"))
      #expect(reader.strings("delen") == ["a", "b"])
      #expect(reader.list("delen").count == 2)
      #expect(reader.text("titel") == Text(nl: "ja", en: "yes"))
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
    let form = Self.form(required: ["naam", "titel"])
    #expect(
      try faults(in: #" {"jaren": 1}"#, as: form) == [
        "{ missing-key: `naam` is missing here; add `naam`",
        "{ missing-key: `titel` is missing here; add `titel`",
      ])
  }

  @Test(arguments: [
    (#"{"jaren": 1}"#, ["naam", "begin"]), (#"{"naam": "x"}"#, ["begin"]), (#"{"naam": "y"}"#, []),
    (#"{"begin": "2026-01-01"}"#, []), (#"{"naam": "x", "begin": "2026-01-01"}"#, []),
    ("{}", ["begin"]),
  ])
  func `a key may have to be there because of another`(text: String, missed: [String]) throws {
    let conditions = [
      Form.Condition(key: "jaren", when: .present, needs: "naam"),
      Form.Condition(key: "naam", when: .among(["x"]), needs: "begin"),
      Form.Condition(key: "naam", when: .absent, needs: "begin"),
    ]
    #expect(
      try faults(in: text, as: Self.form(required: [], conditions: conditions))
        == missed.map { "{ missing-key: `\($0)` is missing here; add `\($0)`" })
  }

  @Test(arguments: [
    ("null", "not null"), ("true", "not `true` or `false`"), ("1.5", "not a number"),
    (#""x""#, "not a text"), ("[{}]", "not a list"),
  ])
  func `an object belongs where an object is read`(text: String, kind: String) throws {
    let file = SourceFile(path: "p.json", text: text)
    let collector = FaultCollector()
    let node = try JSONParser.parse(file)
    #expect(ObjectReader(node, in: file, as: Self.form, faults: collector) == nil)
    #expect(
      described(collector.faults) == ["\(text) wrong-type: an object belongs here, \(kind)"])
  }

  @Test func `an unknown key is underlined, with the key that was meant`() throws {
    let found = try faults(in: #"{"naan": 1, "jaar": 2, "naam": "x", "\u0041": 3}"#)
    #expect(
      found == [
        #""naan" unknown-key: unknown key `naan`; did you mean `naam`?"#,
        #""jaar" unknown-key: unknown key `jaar`; choose "#
          + "`naam`, `jaren`, `actief`, `delen`, `titel` or `begin`",
        #""\u0041" unknown-key: unknown key `A`; choose "#
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
    let found = try faults(in: #"{"naam": \#(value)}"#) { #expect($0.string("naam") == nil) }
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
        "1 wrong-type: `delen` wants a text, not a number",
        "null wrong-type: `delen` wants a text, not null",
      ])
  }

  @Test func `a phrase misses a language, or has one too many`() throws {
    let text = #"{"titel": {"nl": "ja", "de": "ja"}}"#
    let found = try faults(in: text)
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
    #expect(found == ["2026 wrong-type: `begin` wants a day, not a number"])
  }

  /// A shape, a value, and the fault it is or nothing.
  struct Judged: CustomTestStringConvertible, Sendable {
    let shape: Form.Shape
    let value: String
    let code: String?
    var testDescription: String { value }
  }

  @Test(arguments: [
    Judged(shape: .name, value: #""mbo-2""#, code: nil),
    Judged(shape: .name, value: #""wetOud.2_b""#, code: nil),
    Judged(shape: .name, value: #""""#, code: "bad-name"),
    Judged(shape: .name, value: #""é""#, code: "bad-name"),
    Judged(shape: .name, value: #""twee woorden""#, code: "bad-name"),
    Judged(shape: .name, value: #""а""#, code: "bad-name"),
    Judged(shape: .identifier, value: #""nob-vsv-2""#, code: nil),
    Judged(shape: .identifier, value: #""Nob""#, code: "bad-name"),
    Judged(shape: .identifier, value: #""nob_vsv""#, code: "bad-name"),
    Judged(shape: .source, value: #""nob 2.2""#, code: nil),
    Judged(shape: .source, value: #""LPW 4a lid 2""#, code: nil),
    Judged(shape: .source, value: #""nob""#, code: "wrong-type"),
    Judged(shape: .source, value: #""nob ""#, code: "wrong-type"),
    Judged(shape: .source, value: #"" 2.2""#, code: "wrong-type"),
    Judged(shape: .source, value: #""nob  2""#, code: "wrong-type"),
    Judged(shape: .source, value: #""(nob) 2""#, code: "wrong-type"),
    Judged(shape: .word(["ja"]), value: #""ja""#, code: nil),
    Judged(shape: .word(["ja"]), value: #""Ja""#, code: "unknown-value"),
    Judged(shape: .number(1...9), value: "9", code: nil),
    Judged(shape: .number(1...9), value: "10", code: "wrong-type"),
    Judged(shape: .some(.text), value: "[]", code: "missing-key"),
    Judged(shape: .map(.text), value: #"{"a": "b"}"#, code: nil),
    Judged(shape: .map(.text), value: #"{"a": 1}"#, code: "wrong-type"),
    Judged(shape: .map(.text), value: #"{"a": "b", "a": "c"}"#, code: "duplicate-key"),
    Judged(shape: .either([.flag, .day]), value: "true", code: nil),
    Judged(shape: .either([.flag, .day]), value: #""2026-02-30""#, code: "bad-date"),
    Judged(shape: .either([.flag, .day]), value: "1", code: "wrong-type"),
    Judged(
      shape: .match, value: #"{"leeftijd": {"from": 16}, "any": [{"a": ["b", 1]}]}"#, code: nil),
    Judged(shape: .match, value: #"{"a": true}"#, code: "wrong-type"),
    Judged(shape: .match, value: #"{"a": {}}"#, code: "missing-key"),
    Judged(shape: .match, value: #"{"a": {"form": 1, "below": 2}}"#, code: "unknown-key"),
    Judged(shape: .match, value: #"{"any": {}}"#, code: "wrong-type"),
    Judged(shape: .match, value: #"{"any": []}"#, code: "missing-key"),
    Judged(shape: .match, value: #"{"a": 1, "a": 2}"#, code: "duplicate-key"),
  ])
  func `a value is judged by its shape`(_ judged: Judged) throws {
    let key = Form.Key(
      name: "x", shape: judged.shape, isRequired: true, description: Text("x"))
    let file = SourceFile(path: "p.json", text: "{\"x\": \(judged.value)}")
    let collector = FaultCollector()
    _ = ObjectReader(reading: file, as: Form("x", nl: "", en: "", [key]), faults: collector)
    #expect(collector.faults.map(\.code.rawValue) == (judged.code.map { [$0] } ?? []))
  }

  @Test(arguments: [
    (#"{"naam": "a\u202eb"}"#, #""a\u202eb""#, "U+202E"),
    ("{\"naam\": \"é\u{200B}b\"}", "\u{200B}", "U+200B"),
    (#"{"naam": "x\u0000"}"#, #""x\u0000""#, "U+0000"),
    ("{\"naam\": \"x\", \"delen\": [\"\u{FEFF}\"]}", "\u{FEFF}", "U+FEFF"),
    ("{\"titel\": {\"nl\": \"a\u{7F}\", \"en\": \"b\"}}", "\u{7F}", "U+007F"),
  ])
  func `a hidden character is underlined and named`(text: String, place: String, code: String)
    throws
  {
    let found = try faults(in: text)
    #expect(
      found == ["\(place) hidden-character: here is a hidden character, \(code); remove it"])
  }

  @Test func `the same kind of fault is told once at one place`() throws {
    let file = SourceFile(path: "p.json", text: "{}")
    let collector = FaultCollector()
    for (message, range) in [("a", 0..<1), ("b", 0..<1), ("c", 1..<2)] {
      collector.report(
        Diagnostic(.wrongType, Text(message), at: SourceSpan(file: file, range: range)))
    }
    #expect(collector.faults.map(\.message.nl) == ["a", "c"])
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
  private func faults(
    in text: String, as form: Form = form, reading read: (ObjectReader) -> Void = { _ in }
  ) throws -> [String] {
    let file = SourceFile(path: "p.json", text: text)
    let collector = FaultCollector()
    let reader = try #require(ObjectReader(reading: file, as: form, faults: collector))
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
