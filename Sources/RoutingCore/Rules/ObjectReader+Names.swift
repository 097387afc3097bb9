extension ObjectReader {
  /// One of the words of a closed list, that has to be there.
  func word<Words: RawRepresentable & CaseIterable>(_ key: String, _ type: Words.Type) -> Words?
  where Words.RawValue == String {
    guard let text = requiredString(key) else { return nil }
    if let word = Words(rawValue: text) { return word }
    let message = Text(
      nl: "`\(key)` kan niet `\(Printable.word(text))` zijn",
      en: "`\(key)` cannot be `\(Printable.word(text))`")
    let help = Spelling.help(for: text, among: Words.allCases.map(\.rawValue))
    let range = value(key)?.range ?? node.range
    faults.report(Diagnostic(.unknownValue, message, help: help, at: span(range)))
    return nil
  }

  /// A party that may be absent.
  func party(_ key: String, _ parties: PartyList) -> Int? {
    guard let node = value(key), let id = string(key) else { return nil }
    if let index = parties.index(of: id) { return index }
    unknownName(node, nl: "de partij", en: "the party", among: parties.all.map(\.id))
    return nil
  }

  /// Municipalities by name, each of which has to exist.
  func municipalityNames(_ key: String, _ municipalities: MunicipalityList) -> [String] {
    list(key).compactMap { node in
      do throws(Diagnostic) {
        return municipalities.names[try municipalities.index(of: node.string ?? "")]
      } catch {
        faults.report(
          Diagnostic(error.code, error.message, help: error.help, at: span(node.range)))
        return nil
      }
    }
  }

  /// An object of names, each with another name.
  func names(_ key: String) -> [(name: String, now: String, range: Range<Int>)] {
    guard let node = value(key), case .object(let members) = node.value else { return [] }
    return members.map { ($0.key, $0.value.string ?? "", $0.value.range) }
  }

  /// A half-open period: `{"from": "2026-01-01", "below": "2030-01-01"}`.
  func period(_ key: String) -> HalfOpenRange<CalendarDate> {
    guard let node = value(key),
      let reader = ObjectReader(node, in: file, keys: ["from", "below"], faults: faults)
    else { return HalfOpenRange(from: nil, below: nil) }
    return HalfOpenRange(from: reader.day("from"), below: reader.day("below"))
  }

  /// Reports a name that is declared nowhere, with the nearest one.
  func unknownName(_ node: JSONNode, nl: String, en: String, among names: some Sequence<String>) {
    unknownName(node.string ?? "", node.range, nl: nl, en: en, among: names)
  }

  /// Reports a name that is declared nowhere, with the nearest one.
  func unknownName(
    _ name: String, _ range: Range<Int>, nl: String, en: String, among names: some Sequence<String>
  ) {
    let word = Printable.word(name)
    let message = Text(nl: "\(nl) `\(word)` bestaat niet", en: "\(en) `\(word)` does not exist")
    let help = Spelling.help(for: name, among: names.sorted()) ?? ObjectReader.formHelp
    faults.report(Diagnostic(.unknownName, message, help: help, at: span(range)))
  }

  /// Reports a name declared before.
  func duplicateName(_ node: JSONNode, _ name: String) {
    let word = Printable.word(name)
    let message = Text(nl: "`\(word)` bestaat al", en: "`\(word)` exists already")
    let help = Text(nl: "kies een andere naam", en: "choose another name")
    faults.report(Diagnostic(.duplicateName, message, help: help, at: span(node.range)))
  }
}
