/// Reads a folder of rule files into a rulebook, collecting every fault on the way.
///
/// The folder holds `facts.json`, `parties.json` and `municipalities.json`, and a folder for the law,
/// for the national frame and for each agreement, with an `agreement.json` that lists its table
/// files. The tables themselves are read when somebody needs them: `Chain`.
public struct RulebookLoader {
  private let files: [SourceFile]
  private let faults: FaultCollector
  private let provenHash: String?

  /// Reads files whose paths start below the rule folder: `noordoost-brabant/agreement.json`.
  ///
  /// - Parameter provenHash: the fingerprint of these files when they are known to have no faults, as
  ///   those the program was built with are: its tests read them with every check. Then what nothing
  ///   depends on is not looked at.
  public static func load(_ files: [SourceFile], provenHash: String? = nil) throws(Diagnostics)
    -> Rulebook
  {
    try RulebookLoader(files.sorted { $0.path < $1.path }, provenHash).rulebook()
  }

  private init(_ files: [SourceFile], _ provenHash: String?) {
    self.files = files
    self.provenHash = provenHash
    faults = FaultCollector(isThorough: provenHash == nil)
  }

  private func rulebook() throws(Diagnostics) -> Rulebook {
    let parties = read("parties.json", keys: ["$schema", "parties"]) { PartyList(reading: $0) }
    let municipalities = read(
      "municipalities.json",
      keys: ["$schema", "source", "year", "municipalities", "aliases", "former"]
    ) { MunicipalityList(reading: $0) }
    guard let parties, let municipalities else { throw Diagnostics(faults.faults) }
    let agreements = files.filter { $0.path.hasSuffix("/agreement.json") }.compactMap { manifest in
      agreement(manifest, parties: parties, municipalities: municipalities)
    }
    let regions = agreements.filter { $0.kind == .agreement }
    let facts = read("facts.json", keys: FactsReader.keys) { reader in
      FactsReader(reader: reader, parties: parties, regions: regions).facts()
    }
    if faults.isThorough { check(agreements) }
    try faults.finish()
    guard let facts else { throw Diagnostics(faults.faults) }
    return Rulebook(
      vocabulary: facts.vocabulary, parties: parties, municipalities: municipalities,
      agreements: agreements, impossible: facts.impossible, moves: facts.moves,
      refused: facts.refused, schoolYear: facts.schoolYear, hash: provenHash ?? hash(),
      isProven: provenHash != nil)
  }

  /// Reports what only shows when all folders are known.
  private func check(_ agreements: [Agreement]) {
    for (kind, name) in [(Agreement.Kind.law, "law"), (.frame, "frame")] {
      let count = agreements.filter { $0.kind == kind }.count
      if count == 1 { continue }
      let message = Text(
        nl: "\(count) mappen hebben `\"kind\": \"\(name)\"`",
        en: "\(count) folders have `\"kind\": \"\(name)\"`")
      let help = Text(nl: "er hoort er precies een te zijn", en: "there has to be exactly one")
      faults.report(Diagnostic(.missingKey, message, help: help))
    }
    var homes: [String: String] = [:]
    for agreement in agreements {
      for name in agreement.municipalities {
        if let other = homes[name] {
          let message = Text(
            nl: "\(name) hoort bij `\(other)` en bij `\(agreement.id)`",
            en: "\(name) belongs to `\(other)` and to `\(agreement.id)`")
          let help = Text(nl: "houd er een over", en: "keep one of them")
          faults.report(Diagnostic(.duplicateName, message, help: help))
        }
        homes[name] = agreement.id
      }
    }
    let known = ["facts.json", "parties.json", "municipalities.json"]
    let tables = Set(agreements.flatMap(\.tableFiles).map(\.path))
    for file in files where !known.contains(file.path) && !file.path.hasSuffix("/agreement.json") {
      if tables.contains(file.path) { continue }
      let message = Text(
        nl: "geen agreement.json noemt dit bestand", en: "no agreement.json names this file")
      let help = Text(
        nl: "noem het bij `tables`, of haal het weg", en: "name it under `tables`, or remove it")
      let start = SourceSpan(file: file, range: 0..<0)
      faults.report(Diagnostic(.unknownName, message, help: help, at: start))
    }
  }

  private func hash() -> String {
    var hash = ContentHash()
    for file in files {
      hash.update(Array("\(file.path) \(file.bytes.count)\n".utf8))
      hash.update(file.bytes)
    }
    return hash.digits
  }

  /// Reads the object of one file, which has to be there.
  private func read<Value>(_ path: String, keys: [String], _ read: (ObjectReader) -> Value?)
    -> Value?
  {
    guard let file = files.first(where: { $0.path == path }) else {
      let message = Text(
        nl: "`\(path)` ontbreekt in de map met regels", en: "`\(path)` is missing from the rules")
      let help = Text(
        nl: "wijs met --rules de hele map aan", en: "point --rules at the whole folder")
      faults.report(Diagnostic(.unreadable, message, help: help))
      return nil
    }
    return object(in: file, keys: keys).flatMap(read)
  }

  private func object(in file: SourceFile, keys: [String]) -> ObjectReader? {
    do {
      return ObjectReader(try JSONParser.parse(file), in: file, keys: keys, faults: faults)
    } catch {
      faults.report(error)
      return nil
    }
  }

  private func agreement(
    _ file: SourceFile, parties: PartyList, municipalities: MunicipalityList
  ) -> Agreement? {
    let keys = [
      "$schema", "kind", "name", "edition", "valid", "municipalities", "documents", "desk",
      "tables",
      "contacts",
    ]
    guard let reader = object(in: file, keys: keys) else { return nil }
    let folder = String(file.path.dropLast("/agreement.json".count))
    guard let kind = reader.word("kind", Agreement.Kind.self),
      let name = reader.requiredText("name"),
      let edition = reader.requiredString("edition")
    else { return nil }
    let tables = reader.list("tables").compactMap { node -> SourceFile? in
      let path = "\(folder)/\(node.string ?? "")"
      if let table = files.first(where: { $0.path == path }) { return table }
      reader.unknownName(node, nl: "het bestand", en: "the file", among: files.map(\.path))
      return nil
    }
    let documents = reader.list("documents").compactMap { node -> Document? in
      let document = ObjectReader(node, in: file, keys: ["id", "title"], faults: faults)
      guard let id = document?.requiredString("id"), let title = document?.requiredText("title")
      else { return nil }
      return Document(id: id, title: title)
    }
    return Agreement(
      id: folder, kind: kind, name: name, edition: edition, valid: reader.period("valid"),
      municipalities: reader.municipalityNames("municipalities", municipalities),
      documents: documents,
      contacts: ContactsReader.published(reader, parties: parties, municipalities: municipalities),
      desk: desk(reader, parties), tableFiles: tables)
  }

  /// The organisation that helps when nobody else is known.
  private func desk(_ reader: ObjectReader, _ parties: PartyList) -> Int? {
    guard let desk = reader.party("desk", parties) else { return nil }
    if case .partner = parties.all[desk].kind { return desk }
    reader.wrongType(
      reader.value("desk") ?? reader.node, "desk",
      wanted: Text(nl: "een organisatie", en: "an organisation"))
    return nil
  }
}

extension PartyList {
  init?(reading reader: ObjectReader) {
    var parties: [Party] = []
    var places: [String: Int] = [:]
    for node in reader.list("parties") {
      let keys = ["id", "partner", "from", "nobody", "label", "find"]
      guard let party = ObjectReader(node, in: reader.file, keys: keys, faults: reader.faults),
        let id = party.requiredString("id"), let label = party.requiredPhrase("label")
      else { continue }
      if places[id] != nil { reader.duplicateName(node, id) }
      let kind: Party.Kind
      if let fact = party.string("from") {
        kind = .reference(fact: fact)
      } else if party.flag("nobody") {
        kind = .nobody
      } else if let partner = party.string("partner") {
        guard let place = places[partner] else {
          party.unknownName(
            party.value("partner") ?? node, nl: "de partij", en: "the party", among: places.keys)
          continue
        }
        kind = .role(partner: place)
      } else {
        kind = .partner
      }
      places[id] = parties.count
      parties.append(Party(id: id, kind: kind, words: label, whereabouts: party.phrase("find")))
    }
    self.init(parties)
  }
}

extension MunicipalityList {
  /// Reads names with their four-digit code, `"1680 Aa en Hunze"`, other names and former ones.
  init?(reading reader: ObjectReader) {
    var names: [String] = []
    var codes: [String] = []
    for node in reader.list("municipalities") {
      let text = node.string ?? ""
      let letters = text.utf8
      let digits = letters.prefix { (0x30...0x39).contains($0) }
      guard letters.distance(from: letters.startIndex, to: digits.endIndex) == 4,
        letters.count > 5
      else {
        reader.wrongType(
          node, "municipalities",
          wanted: Text(
            nl: "een code en een naam, `1680 Aa en Hunze`",
            en: "a code and a name, `1680 Aa en Hunze`"))
        continue
      }
      codes.append(String(text[..<digits.endIndex]))
      names.append(String(text[letters.index(after: digits.endIndex)...]))
    }
    let aliases = reader.names("aliases")
    let former = reader.names("former")
    for (_, name, range) in aliases + former
    where reader.faults.isThorough && !names.contains(name) {
      reader.unknownName(name, range, nl: "de gemeente", en: "the municipality", among: names)
    }
    guard let source = reader.requiredString("source") else { return nil }
    self.init(
      names: names, codes: codes, aliases: aliases.map { ($0.name, $0.now) },
      former: former.map { ($0.name, $0.now) }, source: source)
  }
}

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
