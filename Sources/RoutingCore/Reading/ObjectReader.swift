/// Faults found while reading, kept until all of a file has been seen.
final class FaultCollector {
  /// Whether faults are looked for where nothing else depends on it; not in files known to have none.
  let isThorough: Bool
  private(set) var faults: [Diagnostic] = []

  /// Whether enough was found: more faults than this help nobody, and looking for them takes time.
  var isFull: Bool { faults.count >= 200 }

  init(isThorough: Bool = true) {
    self.isThorough = isThorough
  }

  func report(_ fault: Diagnostic) {
    faults.append(fault)
  }

  /// Throws what was found, if anything was.
  func finish() throws(Diagnostics) {
    if !faults.isEmpty { throw Diagnostics(faults) }
  }
}

/// Typed access to one JSON object that reports what is missing, unknown, double or of a wrong type.
struct ObjectReader {
  let node: JSONNode
  let file: SourceFile
  let faults: FaultCollector

  /// Reads an object that may have these keys and no others; nil when it is no object.
  init?(_ node: JSONNode, in file: SourceFile, keys: [String], faults: FaultCollector) {
    self.node = node
    self.file = file
    self.faults = faults
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
    guard faults.isThorough else { return }
    for (member, first) in node.repeatedMembers where !faults.isFull {
      faults.report(Self.duplicate(member, of: first, in: file))
    }
    for key in node.unexpectedKeys(keys) where !faults.isFull {
      let word = key.string ?? ""
      let message = Text(
        nl: "onbekende sleutel `\(Printable.word(word))`",
        en: "unknown key `\(Printable.word(word))`")
      let help = Spelling.help(for: word, among: keys)
      faults.report(Diagnostic(.unknownKey, message, help: help, at: span(key.range)))
    }
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

  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: file, range: range) }

  /// The value of a key, without judging it.
  func value(_ key: String) -> JSONNode? {
    node.value(of: key)
  }

  /// A text that may be absent.
  func string(_ key: String) -> String? {
    value(key).flatMap { string($0, key) }
  }

  private func string(_ node: JSONNode, _ key: String) -> String? {
    guard let text = node.string else {
      wrongType(node, key, wanted: Text(nl: "een tekst", en: "a text"))
      return nil
    }
    return text
  }

  /// A text that has to be there.
  func requiredString(_ key: String) -> String? {
    guard let node = value(key) else {
      missing(key)
      return nil
    }
    return string(node, key)
  }

  /// A whole number that may be absent.
  func integer(_ key: String) -> Int? {
    guard let node = value(key) else { return nil }
    guard let number = node.integer else {
      wrongType(node, key, wanted: Text(nl: "een geheel getal", en: "a whole number"))
      return nil
    }
    return number
  }

  /// `true` or `false`; false when absent.
  func flag(_ key: String) -> Bool {
    guard let node = value(key) else { return false }
    guard case .bool(let flag) = node.value else {
      wrongType(node, key, wanted: Text(nl: "`true` of `false`", en: "`true` or `false`"))
      return false
    }
    return flag
  }

  /// The elements of a list; empty when absent.
  func list(_ key: String) -> [JSONNode] {
    guard let node = value(key) else { return [] }
    guard case .array(let elements) = node.value else {
      wrongType(node, key, wanted: Text(nl: "een lijst", en: "a list"))
      return []
    }
    return elements
  }

  /// The texts of a list; empty when absent.
  func strings(_ key: String) -> [String] {
    list(key).compactMap { element in
      if element.string == nil {
        wrongType(element, key, wanted: Text(nl: "een lijst van teksten", en: "a list of texts"))
      }
      return element.string
    }
  }

  /// A phrase in both languages, that may be absent: `{"nl": …, "en": …}`.
  func text(_ key: String) -> Text? {
    guard let node = value(key) else { return nil }
    guard let reader = ObjectReader(node, in: file, keys: ["nl", "en"], faults: faults) else {
      return nil
    }
    guard let nl = reader.requiredString("nl"), let en = reader.requiredString("en") else {
      return nil
    }
    return Text(nl: nl, en: en)
  }

  /// A phrase in both languages, that has to be there.
  func requiredText(_ key: String) -> Text? {
    if value(key) == nil { missing(key) }
    return text(key)
  }

  /// A phrase that may be absent, to be taken out of the file later on.
  func phrase(_ key: String) -> Phrase? {
    if faults.isThorough, text(key) == nil { return nil }
    return value(key).map { .written($0) }
  }

  /// A phrase that has to be there, to be taken out of the file later on.
  func requiredPhrase(_ key: String) -> Phrase? {
    if faults.isThorough, requiredText(key) == nil { return nil }
    return value(key).map { .written($0) }
  }

  /// This object itself as a phrase, both languages of which have to be there.
  var ownPhrase: Phrase? {
    if faults.isThorough, requiredString("nl") == nil || requiredString("en") == nil {
      return nil
    }
    return .written(node)
  }

  /// An exact day that may be absent.
  func day(_ key: String) -> CalendarDate? {
    guard let node = value(key), let text = string(key) else { return nil }
    guard let range = try? DateRange(parsing: text), range.isExact else {
      let message = Text(nl: "geen datum", en: "not a date")
      let help = Text(nl: "schrijf 2026-01-31", en: "write 2026-01-31")
      faults.report(Diagnostic(.badDate, message, help: help, at: span(node.range)))
      return nil
    }
    return range.first
  }

  func missing(_ key: String) {
    let start = node.range.lowerBound
    let message = Text(nl: "hier ontbreekt `\(key)`", en: "`\(key)` is missing here")
    let help = Text(nl: "voeg `\(key)` toe", en: "add `\(key)`")
    faults.report(Diagnostic(.missingKey, message, help: help, at: span(start..<(start + 1))))
  }

  /// Where the form of rule files is told.
  static let formHelp = Text(
    nl: "de vorm staat in rules/README.md", en: "rules/README.md tells the form")

  func wrongType(_ node: JSONNode, _ key: String, wanted: Text) {
    let message = Text(
      nl: "bij `\(key)` hoort \(wanted.nl), geen \(node.kind.nl)",
      en: "`\(key)` wants \(wanted.en), not \(node.kind.en)")
    faults.report(
      Diagnostic(.wrongType, message, help: ObjectReader.formHelp, at: span(node.range)))
  }
}
