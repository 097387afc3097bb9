extension ObjectReader {
  /// A party that may be absent.
  func party(_ key: String, _ parties: PartyList) -> Int? {
    guard let node = value(key), let id = node.string else { return nil }
    if let index = parties.index(of: id) { return index }
    if !faults.unsure.contains(.parties) {
      unknownName(node, nl: "de partij", en: "the party", among: parties.all.map(\.id))
    }
    return nil
  }

  /// The names of municipalities, each of which has to exist, with where they stand.
  func municipalityNames(_ key: String, _ municipalities: MunicipalityList) -> [String] {
    list(key).compactMap { municipality($0, municipalities).map { municipalities.names[$0] } }
  }

  /// A municipality, which has to exist.
  func municipality(_ node: JSONNode, _ municipalities: MunicipalityList) -> Int? {
    guard let name = node.string else { return nil }
    do throws(Diagnostic) {
      return try municipalities.index(of: name)
    } catch {
      if !faults.unsure.contains(.municipalities) {
        faults.report(
          Diagnostic(error.code, error.message, help: error.help, at: span(node.range)))
      }
      return nil
    }
  }

  /// An object of names, each with another name.
  func names(_ key: String) -> [(name: String, now: String, range: Range<Int>)] {
    guard let node = value(key), case .object(let members) = node.value else { return [] }
    return members.compactMap { member in
      member.value.string.map { (member.key, $0, member.value.range) }
    }
  }

  /// A half-open period: `{"from": "2026-01-01", "below": "2030-01-01"}`.
  func period(_ key: String) -> HalfOpenRange<CalendarDate> {
    guard let reader = object(key) else { return HalfOpenRange(from: nil, below: nil) }
    let period = HalfOpenRange(from: reader.day("from"), below: reader.day("below"))
    if faults.isThorough, period.isEmpty { emptyDays(reader.node.range) }
    return period
  }

  /// Reports a range of days in which there is none.
  func emptyDays(_ range: Range<Int>) {
    let message = Text(
      nl: "dit bereik kan geen dag bevatten", en: "this range cannot hold a day")
    let help = Text(
      nl: "laat `from` voor `below` komen", en: "let `from` come before `below`")
    faults.report(Diagnostic(.wrongType, message, help: help, at: span(range)))
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

  /// A name; nil when it is none, which has been reported.
  func name(_ key: String) -> String? {
    guard let name = string(key) else { return nil }
    return !faults.isThorough || FormCheck.isPlain(name, mayHaveCapitals: true) ? name : nil
  }

  /// The objects of lists, each of which has a name of its own.
  ///
  /// When one has none, or that of another, it may have been meant to have a name that is then missing
  /// elsewhere: that part is unsure.
  func named(_ lists: String..., by key: String, of part: FaultCollector.Unsure?) -> [ObjectReader]
  {
    let nodes = lists.flatMap { list($0) }
    let entries = nodes.compactMap(child)
    guard faults.isThorough else { return entries }
    var isSure = !nodes.isEmpty && entries.count == nodes.count
    var seen: [String: SourceSpan] = [:]
    for entry in entries {
      guard let name = entry.name(key) else {
        isSure = false
        continue
      }
      if let first = seen[name] {
        faults.report(.duplicateName(name, at: entry.span(of: key), first: first))
        isSure = false
      } else {
        seen[name] = entry.span(of: key)
      }
    }
    if !isSure, let part { faults.unsure.insert(part) }
    return entries
  }
}

extension Diagnostic {
  /// The fault of a name declared before, with where that was.
  static func duplicateName(_ name: String, at span: SourceSpan, first: SourceSpan?) -> Diagnostic {
    let word = Printable.word(name)
    let note = first.map {
      Note(message: Text(nl: "hier staat hij al", en: "it is here already"), span: $0)
    }
    return Diagnostic(
      .duplicateName, Text(nl: "`\(word)` bestaat al", en: "`\(word)` exists already"),
      help: Text(nl: "kies een andere naam", en: "choose another name"), at: span,
      notes: note.map { [$0] } ?? [])
  }
}
