/// Judges a file against its form: what is missing, unknown, double, of a wrong type or no name.
///
/// Who reads the file afterwards need not look at any of this again.
struct FormCheck {
  let file: SourceFile
  let faults: FaultCollector

  /// Judges an object and all it holds.
  func check(_ node: JSONNode, as form: Form) {
    guard node.isObject, !faults.isFull else { return }
    for (member, first) in node.repeatedMembers where !faults.isFull {
      faults.report(ObjectReader.duplicate(member, of: first, in: file))
    }
    for key in form.keys where key.isRequired && node.value(of: key.name) == nil {
      missing(key.name, in: node)
    }
    for condition in form.conditions
    where node.value(of: condition.needs) == nil && holds(condition, for: node) {
      missing(condition.needs, in: node)
    }
    node.forEachMember { key, value in
      let name = key.string ?? ""
      if let shape = form.key(name)?.shape ?? form.others {
        check(value, shape, at: name)
      } else if !faults.isFull {
        unknown(key, name, form)
      }
    }
  }

  private func holds(_ condition: Form.Condition, for node: JSONNode) -> Bool {
    let value = node.value(of: condition.key)
    switch condition.when {
    case .present: return value != nil
    case .absent: return value == nil
    case .among(let words): return value?.string.map(words.contains) ?? false
    }
  }

  private func check(_ node: JSONNode, _ shape: Form.Shape, at key: String) {
    guard shape.admits(node) else { return wrongType(node, shape, at: key) }
    switch shape {
    case .number, .flag: break
    case .text: checkText(node, at: key)
    case .name, .identifier: checkName(node, shape)
    case .source: checkSource(node, at: key)
    case .day: checkDay(node)
    case .word(let words): checkWord(node, words, at: key)
    case .list(let element):
      for node in node.elements { check(node, element, at: key) }
    case .some(let element):
      if node.elements.isEmpty { empty(node, key) }
      for node in node.elements { check(node, element, at: key) }
    case .map(let value):
      for (member, first) in node.repeatedMembers {
        faults.report(ObjectReader.duplicate(member, of: first, in: file))
      }
      node.forEachMember { name, node in check(node, value, at: name.string ?? key) }
    case .object(let form): check(node, as: form)
    case .match: check(node, as: .when)
    case .either(let shapes):
      if let shape = shapes.first(where: { $0.admits(node) }) { check(node, shape, at: key) }
    }
  }

  private func checkText(_ node: JSONNode, at key: String) {
    let isBlank = node.string?.unicodeScalars.allSatisfy(\.properties.isWhitespace) ?? false
    if !isBlank { return }
    let message = Text(nl: "`\(key)` is leeg", en: "`\(key)` is empty")
    report(.missingKey, message, Text(nl: "schrijf de tekst", en: "write the text"), at: node)
  }

  private func checkName(_ node: JSONNode, _ shape: Form.Shape) {
    let name = node.string ?? ""
    let mayHaveCapitals = if case .name = shape { true } else { false }
    if FormCheck.isPlain(name, mayHaveCapitals: mayHaveCapitals) { return }
    let message = Text(
      nl: "`\(Printable.word(name))` is hier geen naam",
      en: "`\(Printable.word(name))` is no name here")
    let help =
      mayHaveCapitals
      ? Text(
        nl: "gebruik letters zonder accent, cijfers, `-`, `.` en `_`",
        en: "use letters without accents, digits, `-`, `.` and `_`")
      : Text(
        nl: "gebruik kleine letters zonder accent, cijfers en `-`",
        en: "use small letters without accents, digits and `-`")
    report(.badName, message, help, at: node)
  }

  /// Whether a name has plain letters, digits and marks only.
  static func isPlain(_ name: String, mayHaveCapitals: Bool) -> Bool {
    let isPlain = name.utf8.allSatisfy { letter in
      switch letter {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "-"): true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "_"):
        mayHaveCapitals
      default: false
      }
    }
    return isPlain && !name.isEmpty
  }

  private func checkSource(_ node: JSONNode, at key: String) {
    let source = Source(node.string ?? "")
    let hasSection = !source.section.isEmpty && !source.section.hasPrefix(" ")
    if hasSection, FormCheck.isPlain(source.document, mayHaveCapitals: true) { return }
    let message = Text(
      nl: "bij `\(key)` hoort een document met een vindplaats",
      en: "`\(key)` wants a document with a section")
    report(.wrongType, message, Text(nl: "schrijf `nob 3`", en: "write `nob 3`"), at: node)
  }

  private func checkDay(_ node: JSONNode) {
    if node.day != nil { return }
    let help = Text(nl: "schrijf 2026-01-31", en: "write 2026-01-31")
    report(.badDate, Text(nl: "geen datum", en: "not a date"), help, at: node)
  }

  private func checkWord(_ node: JSONNode, _ words: [String], at key: String) {
    let word = node.string ?? ""
    if words.contains(word) { return }
    let message = Text(
      nl: "`\(key)` kan niet `\(Printable.word(word))` zijn",
      en: "`\(key)` cannot be `\(Printable.word(word))`")
    report(.unknownValue, message, Spelling.help(for: word, among: words), at: node)
  }

  private func unknown(_ key: JSONNode, _ name: String, _ form: Form) {
    let word = Printable.word(name)
    let message = Text(nl: "onbekende sleutel `\(word)`", en: "unknown key `\(word)`")
    report(
      .unknownKey, message, Spelling.help(for: name, among: form.keys.map(\.name)), at: key)
  }

  private func missing(_ key: String, in node: JSONNode) {
    faults.report(ObjectReader.missing(key, in: node, of: file))
  }

  private func empty(_ node: JSONNode, _ key: String) {
    let message = Text(nl: "`\(key)` is leeg", en: "`\(key)` is empty")
    let help = Text(nl: "zet er minstens een in", en: "put at least one in it")
    report(.missingKey, message, help, at: node)
  }

  private func wrongType(_ node: JSONNode, _ shape: Form.Shape, at key: String) {
    faults.report(ObjectReader.wrongType(node, key, wanted: shape.words, in: file))
  }

  private func report(
    _ code: Diagnostic.Code, _ message: Text, _ help: Text?, at node: JSONNode
  ) {
    let span = SourceSpan(file: file, range: node.range)
    faults.report(Diagnostic(code, message, help: help, at: span))
  }
}
