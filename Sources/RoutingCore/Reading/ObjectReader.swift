/// Typed access to one JSON object of a file that was judged against its form.
///
/// What is absent is nil, and so is what is of a wrong type: that has been reported already.
struct ObjectReader {
  let node: JSONNode
  let file: SourceFile
  let faults: FaultCollector

  /// The object a file holds, judged against a form with all that is in it; nil when it is no object.
  init?(
    _ node: JSONNode, in file: SourceFile, as form: @autoclosure () -> Form, faults: FaultCollector
  ) {
    guard node.isObject else {
      let message = Text(
        nl: "hier hoort een object, geen \(node.kind.nl)",
        en: "an object belongs here, not \(node.kind.en)")
      faults.report(
        Diagnostic(
          .wrongType, message, help: ObjectReader.formHelp,
          at: SourceSpan(file: file, range: node.range)))
      return nil
    }
    if faults.isThorough {
      FormCheck(file: file, faults: faults).check(node, as: form())
      HiddenCharacters.report(in: node, of: file, to: faults)
    }
    self.init(node, in: file, faults)
  }

  /// The object a file holds; nil when it is no JSON, or no object.
  init?(reading file: SourceFile, as form: @autoclosure () -> Form, faults: FaultCollector) {
    do {
      self.init(try JSONParser.parse(file), in: file, as: form(), faults: faults)
    } catch {
      faults.report(error)
      return nil
    }
  }

  /// An object within a file that was judged.
  private init(_ node: JSONNode, in file: SourceFile, _ faults: FaultCollector) {
    self.node = node
    self.file = file
    self.faults = faults
  }

  /// An object within this one; nil when it is none.
  func child(_ node: JSONNode) -> ObjectReader? {
    node.isObject ? ObjectReader(node, in: file, faults) : nil
  }

  /// The object at a key.
  func object(_ key: String) -> ObjectReader? { value(key).flatMap(child) }

  /// The objects of a list.
  func objects(_ key: String) -> [ObjectReader] { list(key).compactMap(child) }

  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: file, range: range) }

  /// Where the value of a key stands, or the object when it is not there.
  func span(of key: String) -> SourceSpan { span(value(key)?.range ?? node.range) }

  /// The value of a key.
  func value(_ key: String) -> JSONNode? { node.value(of: key) }

  /// A text.
  func string(_ key: String) -> String? { value(key)?.string }

  /// A whole number.
  func integer(_ key: String) -> Int? { value(key)?.integer }

  /// `true` or `false`; false when absent.
  func flag(_ key: String) -> Bool {
    if case .bool(let flag) = value(key)?.value { return flag }
    return false
  }

  /// The elements of a list; empty when absent.
  func list(_ key: String) -> [JSONNode] {
    guard let node = value(key), node.isArray else { return [] }
    return node.elements
  }

  /// The texts of a list; empty when absent.
  func strings(_ key: String) -> [String] { list(key).compactMap(\.string) }

  /// A phrase in both languages: `{"nl": …, "en": …}`.
  func text(_ key: String) -> Text? { value(key)?.text }

  /// A phrase, to be taken out of the file later on.
  func phrase(_ key: String) -> Phrase? { value(key).map { .written($0) } }

  /// One of the words of a closed list.
  func word<Words: RawRepresentable>(_ key: String, _ type: Words.Type) -> Words?
  where Words.RawValue == String {
    string(key).flatMap { Words(rawValue: $0) }
  }

  /// An exact day.
  func day(_ key: String) -> CalendarDate? { value(key)?.day }

  /// Where the form of rule files is told.
  static let formHelp = Text(
    nl: "de vorm staat in rules/README.md", en: "rules/README.md tells the form")

  /// Reports a key that has to be there.
  func missing(_ key: String) {
    faults.report(ObjectReader.missing(key, in: node, of: file))
  }

  /// Reports a value of a wrong kind.
  func wrongType(_ node: JSONNode, _ key: String, wanted: Text) {
    faults.report(ObjectReader.wrongType(node, key, wanted: wanted, in: file))
  }

  /// The fault of a key that has to be there, at the opening bracket.
  static func missing(_ key: String, in node: JSONNode, of file: SourceFile) -> Diagnostic {
    let start = node.range.lowerBound
    return Diagnostic(
      .missingKey, Text(nl: "hier ontbreekt `\(key)`", en: "`\(key)` is missing here"),
      help: Text(nl: "voeg `\(key)` toe", en: "add `\(key)`"),
      at: SourceSpan(file: file, range: start..<(start + 1)))
  }

  /// The fault of a value of a wrong kind.
  static func wrongType(_ node: JSONNode, _ key: String, wanted: Text, in file: SourceFile)
    -> Diagnostic
  {
    let shown = Printable.word(key)
    return Diagnostic(
      .wrongType,
      Text(
        nl: "bij `\(shown)` hoort \(wanted.nl), geen \(node.kind.nl)",
        en: "`\(shown)` wants \(wanted.en), not \(node.kind.en)"),
      help: ObjectReader.formHelp, at: SourceSpan(file: file, range: node.range))
  }

  /// The fault of a list or an object where one value belongs.
  static func notSingle(_ node: JSONNode, _ key: String, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      .wrongType,
      Text(
        nl: "bij `\(key)` hoort een waarde, geen \(node.kind.nl)",
        en: "`\(key)` wants one value, not \(node.kind.en)"),
      help: Text(nl: "geef een enkele waarde", en: "give a single value"),
      at: SourceSpan(file: file, range: node.range))
  }

  /// The fault of a key that an object has twice, with both places.
  static func duplicate(
    _ member: JSONNode.Member, of earlier: JSONNode.Member, in file: SourceFile
  ) -> Diagnostic {
    let note = Diagnostic.Note(
      message: Text(nl: "hier staat hij al", en: "it is here already"),
      span: SourceSpan(file: file, range: earlier.keyRange))
    return Diagnostic(
      .duplicateKey,
      Text(
        nl: "de sleutel `\(Printable.word(member.key))` staat hier dubbel",
        en: "the key `\(Printable.word(member.key))` is here twice"),
      help: Text(nl: "houd er een over", en: "keep one of them"),
      at: SourceSpan(file: file, range: member.keyRange), notes: [note])
  }
}

extension JSONNode {
  /// The exact day a text is.
  var day: CalendarDate? {
    guard let text = string, let range = try? DateRange(parsing: text), range.isExact else {
      return nil
    }
    return range.first
  }
}
