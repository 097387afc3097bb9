public import RoutingCore

/// The forms of rule files as a JSON Schema (draft-07), for editors that check while somebody types.
public struct SchemaDocument {
  let language: Language

  /// The schema in a language.
  public init(_ language: Language) {
    self.language = language
  }

  /// The kinds of rule file there is a schema for.
  public static let kinds = Form.files.map(\.kind)

  /// The schema of one kind of file, or of all kinds; nil when there is no such kind.
  public func json(_ kind: String? = nil) -> JSONValue? {
    let forms = Form.files.filter { kind == nil || $0.kind == kind }.map(\.form)
    guard let first = forms.first else { return nil }
    let title = kind.map { "jongeren-route \($0)" } ?? "jongeren-route"
    let root =
      kind == nil
      ? [("anyOf", JSONValue.array(forms.map(reference)))] : object(first)
    let definitions = definitions(of: forms).filter { kind == nil || $0 !== first }
    return .object(
      [
        ("$schema", .string("http://json-schema.org/draft-07/schema#")), ("title", .string(title)),
      ] + root + [
        (
          "definitions",
          .object(definitions.map { ($0.name, .object(object($0))) })
        )
      ])
  }

  /// The forms and all that they refer to, each once.
  private func definitions(of forms: [Form]) -> [Form] {
    var found: [Form] = []
    var pending = forms
    while let form = pending.popLast() {
      if found.contains(where: { $0 === form }) { continue }
      found.append(form)
      for shape in form.keys.map(\.shape) + [form.others].compactMap({ $0 }) {
        pending += shape.forms
      }
    }
    return found.sorted { $0.name < $1.name }
  }

  private func object(_ form: Form) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("description", .string(form.description[language])), ("type", .string("object")),
      ("properties", .object(form.keys.map { ($0.name, described($0)) })),
      ("additionalProperties", form.others.map { .object(schema($0)) } ?? .bool(false)),
    ]
    let required = form.keys.filter(\.isRequired).map { JSONValue.string($0.name) }
    if !required.isEmpty { members.append(("required", .array(required))) }
    if !form.conditions.isEmpty {
      members.append(("allOf", .array(form.conditions.map(condition))))
    }
    return members
  }

  private func condition(_ condition: Form.Condition) -> JSONValue {
    let present = JSONValue.object([("required", .array([.string(condition.key)]))])
    let holds: JSONValue =
      switch condition.when {
      case .present: present
      case .absent: .object([("not", present)])
      case .among(let words):
        .object([
          ("properties", .object([(condition.key, .object(schema(.word(words))))])),
          ("required", .array([.string(condition.key)])),
        ])
      }
    return .object([
      ("if", holds), ("then", .object([("required", .array([.string(condition.needs)]))])),
    ])
  }

  private func described(_ key: Form.Key) -> JSONValue {
    let description = ("description", JSONValue.string(key.description[language]))
    let schema = schema(key.shape)
    // Beside a reference nothing else counts.
    if schema.first?.0 == "$ref" {
      return .object([description, ("allOf", .array([.object(schema)]))])
    }
    return .object([description] + schema)
  }

  private func reference(_ form: Form) -> JSONValue {
    .object([("$ref", .string("#/definitions/\(form.name)"))])
  }

  private func schema(_ shape: Form.Shape) -> [(String, JSONValue)] {
    switch shape {
    case .text, .name, .identifier, .source, .day:
      let pattern = shape.pattern.map { [("pattern", JSONValue.string($0))] } ?? []
      return [("type", .string("string"))] + pattern
    case .word(let words):
      return [("type", .string("string")), ("enum", .array(words.map { .string($0) }))]
    case .number(let range):
      let limits = range.map {
        [("minimum", JSONValue.integer($0.lowerBound)), ("maximum", .integer($0.upperBound))]
      }
      return [("type", .string("integer"))] + (limits ?? [])
    case .flag: return [("type", .string("boolean"))]
    case .list(let element):
      return [("type", .string("array")), ("items", .object(schema(element)))]
    case .some(let element): return schema(.list(element)) + [("minItems", .integer(1))]
    case .map(let value):
      return [("type", .string("object")), ("additionalProperties", .object(schema(value)))]
    case .object(let form): return [("$ref", .string("#/definitions/\(form.name)"))]
    case .match: return schema(.object(.when))
    case .either(let shapes): return [("anyOf", .array(shapes.map { .object(schema($0)) }))]
    }
  }
}

extension Form.Shape {
  /// The forms it refers to.
  fileprivate var forms: [Form] {
    switch self {
    case .object(let form): [form]
    case .match: [.when]
    case .list(let shape), .some(let shape), .map(let shape): shape.forms
    case .either(let shapes): shapes.flatMap(\.forms)
    case .text, .name, .identifier, .source, .day, .word, .number, .flag: []
    }
  }
}
