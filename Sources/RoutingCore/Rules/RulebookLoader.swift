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
    if faults.isThorough { try checkSyntax() }
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

  /// A file that cannot be read hides its names from the others: its own fault is the one to see.
  private func checkSyntax() throws(Diagnostics) {
    for file in files {
      do { _ = try JSONParser.parse(file) } catch { faults.report(error) }
    }
    try faults.finish()
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
      desk: desk(reader, parties), tableFiles: tables,
      span: reader.span(reader.value("name")?.range ?? reader.node.range))
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
