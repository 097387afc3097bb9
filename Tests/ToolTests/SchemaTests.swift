import Foundation
import Testing

@testable import RoutingCore
@testable import RoutingReport

/// The schema of rule files asks what the loader asks.
struct SchemaTests {
  private static func schema(_ kind: String?) throws -> Schema {
    let json = try #require(SchemaDocument(.nl).json(kind))
    return try Schema(json.text)
  }

  private static func kind(of path: String) -> String {
    if path.contains("/cases/") { return "cases" }
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    return SchemaDocument.kinds.contains(name) ? name : "tables"
  }

  @Test func `every shipped rule file and worked case conforms`() throws {
    let all = try Self.schema(nil)
    let folder = Tool.root.appending(path: "rules")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") && !$0.contains("/profiles/") }
    #expect(paths.count > 20)
    for path in paths {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      let value = try JSONParser.parse(Array(text.utf8))
      #expect(try Self.schema(Self.kind(of: path)).refusal(of: value) == nil, "\(path)")
      #expect(all.refusal(of: value) == nil, "\(path)")
    }
  }

  @Test(arguments: Form.files.map(\.kind))
  func `every change of a key is refused by both or by neither`(kind: String) throws {
    let form = try #require(Form.files.first { $0.kind == kind }?.form)
    let schema = try Self.schema(kind)
    let samples = Sample.variations(of: form)
    #expect(samples.count > 10)
    for sample in samples {
      let file = SourceFile(path: "x.json", text: sample.text)
      let collector = FaultCollector()
      _ = ObjectReader(reading: file, as: form, faults: collector)
      let refusal = schema.refusal(of: try JSONParser.parse(file))
      #expect(collector.faults.isEmpty == (refusal == nil), "\(sample.text): \(refusal ?? "")")
      if let isRefused = sample.isRefused {
        #expect(isRefused == (refusal != nil), "\(sample.text): \(refusal ?? "")")
      }
    }
  }

  @Test func `every key is told in both languages`() {
    var seen: [Form] = []
    var pending = Form.files.map(\.form)
    while let form = pending.popLast() {
      if seen.contains(where: { $0 === form }) { continue }
      seen.append(form)
      for text in [form.description] + form.keys.map(\.description) {
        #expect(!text.nl.isEmpty && !text.en.isEmpty, "\(form.name)")
      }
      pending += form.keys.flatMap { Sample.forms(in: $0.shape) }
    }
    #expect(seen.count > 20)
    #expect(Set(seen.map(\.name)).count == seen.count)
  }

  @Test(arguments: ["nl", "en"])
  func `the program prints the schema of one kind of file, or of all`(language: String) throws {
    for kind in [[]] + SchemaDocument.kinds.map({ [$0] }) {
      let run = try Tool.run(["schema"] + kind + ["--lang", language])
      #expect(run.status == 0)
      let schema = try JSONParser.parse(Array(run.output.utf8))
      #expect(
        schema.value(of: "$schema")?.string == "http://json-schema.org/draft-07/schema#")
    }
    let page = try Tool.run(["schema", "tables", "--lang", language]).output
    #expect(page.contains(language == "nl" ? "een beslistabel" : "a decision table"))
  }

  @Test func `an unknown kind of file is told with the nearest one`() throws {
    let run = try Tool.run(["schema", "tabels"])
    #expect(run.status == 2)
    #expect(run.errors.contains("er is geen schema van `tabels`; bedoelde u `tables`?"))
  }
}

/// A JSON text made for a form.
private struct Sample {
  let text: String
  /// Whether it has to be refused; nil when loader and schema only have to agree.
  let isRefused: Bool?

  /// The form filled in; and, for every key of it and of the forms within it, without that key, with
  /// each JSON type in its place, and with an unknown key beside it.
  static func variations(of form: Form) -> [Sample] {
    var samples = [
      Sample(text: whole(form), isRefused: false),
      Sample(text: whole(form, adding: "\"onbekend\": null"), isRefused: form.others == nil),
    ]
    for key in form.keys {
      samples.append(
        Sample(text: whole(form, without: key.name), isRefused: key.isRequired ? true : nil))
      for (value, isRefused) in values(key.shape) {
        let member = "\"\(key.name)\": \(value)"
        samples.append(
          Sample(
            text: whole(form, without: key.name, adding: member),
            isRefused: isRefused == true ? true : nil))
      }
    }
    return samples
  }

  /// The forms a shape refers to.
  static func forms(in shape: Form.Shape) -> [Form] {
    switch shape {
    case .object(let form): [form]
    case .list(let shape), .some(let shape), .map(let shape): forms(in: shape)
    case .either(let shapes): shapes.flatMap(forms)
    default: []
    }
  }

  /// A text with every key of a form but one.
  private static func whole(
    _ form: Form, without left: String? = nil, adding other: String? = nil
  ) -> String {
    let members = form.keys.filter { $0.name != left }
      .map { "\"\($0.name)\": \(fitting($0.shape))" }
    return "{" + (members + [other].compactMap { $0 }).joined(separator: ", ") + "}"
  }

  /// A value that fits a shape.
  private static func fitting(_ shape: Form.Shape) -> String {
    switch shape {
    case .text, .name, .identifier: "\"a\""
    case .source: "\"nob 3\""
    case .day: "\"2026-01-31\""
    case .word(let words): "\"\(words.first ?? "")\""
    case .number(let range): "\(range?.upperBound ?? 3)"
    case .flag: "true"
    case .list(let element), .some(let element): "[\(fitting(element))]"
    case .map(let element): "{\"a\": \(fitting(element))}"
    case .object(let form): whole(form)
    case .match: "{\"a\": \"b\"}"
    case .either(let shapes): shapes.first.map(fitting) ?? "null"
    }
  }

  /// Values of every JSON type, and what the forms of a shape make of theirs.
  private static func values(_ shape: Form.Shape) -> [(text: String, isRefused: Bool?)] {
    let simple = [
      "true", "1.5", "7", "100000", "\"b\"", "\"é é\"", "\"B 3\"", "\"\"", "\"31-01-2026\"", "[]",
      "{}",
      "[[]]", "[null]", "[\"a\"]", "{\"a\": {}}", "{\"any\": [{\"a\": [1, \"b\"]}]}",
      "{\"any\": [{}, 1]}",
      "{\"a\": {\"from\": 1}}", "{\"a\": {\"from\": true}}",
      "{\"a\": [{\"below\": \"2026-01-01\"}]}",
    ]
    var result: [(String, Bool?)] = [("null", true)] + simple.map { ($0, nil) }
    for form in forms(in: shape) {
      result += variations(of: form).map { (wrapped($0.text, in: shape, as: form), $0.isRefused) }
    }
    return result
  }

  /// An object put where a shape has one of its form.
  private static func wrapped(_ text: String, in shape: Form.Shape, as form: Form) -> String {
    switch shape {
    case .list(let element), .some(let element): "[\(wrapped(text, in: element, as: form))]"
    case .map(let element): "{\"a\": \(wrapped(text, in: element, as: form))}"
    case .either(let shapes):
      shapes.first { forms(in: $0).contains { $0 === form } }
        .map { wrapped(text, in: $0, as: form) } ?? text
    default: text
    }
  }
}

/// As much of JSON Schema (draft-07) as the schema of rule files uses.
private struct Schema {
  private let root: JSONNode

  init(_ text: String) throws {
    root = try JSONParser.parse(Array(text.utf8))
  }

  /// Why a value does not conform; nil when it does.
  func refusal(of value: JSONNode) -> String? { refusal(of: value, root) }

  private func refusal(of value: JSONNode, _ schema: JSONNode) -> String? {
    if let reference = schema.value(of: "$ref")?.string {
      let name = String(reference.dropFirst("#/definitions/".count))
      guard let form = root.value(of: "definitions")?.value(of: name) else { return "no \(name)" }
      return refusal(of: value, form)
    }
    return refusalOfType(value, schema) ?? refusalOfText(value, schema)
      ?? refusalOfNumber(value, schema) ?? refusalOfParts(value, schema)
      ?? refusalOfElements(value, schema) ?? refusalOfMembers(value, schema)
  }

  private func refusalOfType(_ value: JSONNode, _ schema: JSONNode) -> String? {
    guard let type = schema.value(of: "type")?.string else { return nil }
    let isType =
      switch (type, value.value) {
      case ("string", .string), ("boolean", .bool), ("array", .array), ("object", .object): true
      case ("integer", .number): value.integer != nil
      default: false
      }
    return isType ? nil : "no \(type)"
  }

  private func refusalOfText(_ value: JSONNode, _ schema: JSONNode) -> String? {
    guard let text = value.string else { return nil }
    let words = schema.value(of: "enum")?.elements.compactMap(\.string)
    if words?.contains(text) == false { return "none of a list" }
    guard let pattern = schema.value(of: "pattern")?.string else { return nil }
    return text.range(of: pattern, options: .regularExpression) == nil ? "not \(pattern)" : nil
  }

  private func refusalOfNumber(_ value: JSONNode, _ schema: JSONNode) -> String? {
    guard let number = value.integer else { return nil }
    let least = schema.value(of: "minimum")?.integer ?? number
    let most = schema.value(of: "maximum")?.integer ?? number
    return number < least || number > most ? "too small or too large" : nil
  }

  private func refusalOfParts(_ value: JSONNode, _ schema: JSONNode) -> String? {
    for part in schema.value(of: "allOf")?.elements ?? [] {
      if let refusal = refusal(of: value, part) { return refusal }
    }
    let parts = schema.value(of: "anyOf")?.elements ?? []
    if !parts.isEmpty, parts.allSatisfy({ refusal(of: value, $0) != nil }) { return "none of all" }
    if let part = schema.value(of: "not"), refusal(of: value, part) == nil { return "may not be" }
    guard let part = schema.value(of: "if"), refusal(of: value, part) == nil else { return nil }
    return schema.value(of: "then").flatMap { refusal(of: value, $0) }
  }

  private func refusalOfElements(_ value: JSONNode, _ schema: JSONNode) -> String? {
    guard value.isArray else { return nil }
    if value.elements.count < schema.value(of: "minItems")?.integer ?? 0 { return "too few" }
    guard let items = schema.value(of: "items") else { return nil }
    return value.elements.lazy.compactMap { refusal(of: $0, items) }.first
  }

  private func refusalOfMembers(_ value: JSONNode, _ schema: JSONNode) -> String? {
    guard case .object(let members) = value.value else { return nil }
    for key in schema.value(of: "required")?.elements.compactMap(\.string) ?? []
    where value.value(of: key) == nil {
      return "\(key) is missing"
    }
    let others = schema.value(of: "additionalProperties")
    for member in members {
      let known = schema.value(of: "properties")?.value(of: member.key)
      if known == nil, case .bool(false) = others?.value { return "\(member.key) is unknown" }
      guard let part = known ?? others, part.isObject else { continue }
      if let refusal = refusal(of: member.value, part) { return "\(member.key): \(refusal)" }
    }
    return nil
  }
}
