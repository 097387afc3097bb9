/// An agreement with the object it was read from.
struct Manifest {
  let agreement: Agreement
  let file: SourceFile
  /// Its `agreement.json`; nil when that could not be read.
  let reader: ObjectReader?
  /// Whether the list of its table files could be read whole.
  let isComplete: Bool
  /// Whether it names every file of its folder.
  let namesAll: Bool
}

/// Reads an `agreement.json`.
struct ManifestReader {
  let file: SourceFile
  let files: [SourceFile]
  let faults: FaultCollector
  let parties: PartyList
  let municipalities: MunicipalityList

  /// What the file says; of a file that cannot be read, no more than its folder.
  func manifest() -> Manifest {
    let reader = ObjectReader(reading: file, as: .agreement, faults: faults)
    let folder = String(file.path.dropLast("/agreement.json".count))
    let kind = reader?.word("kind", Agreement.Kind.self)
    if kind == nil { faults.unsure.insert(.folders) }
    let names = reader?.list("tables") ?? []
    let tables = reader.map { self.tables(names, in: folder, $0) } ?? []
    let coverage = reader.flatMap { self.coverage(in: folder, $0) }
    let others = files.filter { other in
      other.path.hasPrefix(folder + "/") && other.path != file.path && other !== coverage
    }
    let agreement = Agreement(
      id: folder, kind: kind ?? .agreement, name: reader?.text("name") ?? Text(folder),
      edition: reader?.string("edition") ?? "",
      valid: reader?.period("valid") ?? HalfOpenRange(from: nil, below: nil),
      municipalities: reader?.municipalityNames("municipalities", municipalities) ?? [],
      documents: reader.map(documents) ?? [],
      contacts: reader.map {
        ContactsReader.published($0, parties: parties, municipalities: municipalities)
      } ?? [], desk: reader.flatMap(desk), tableFiles: tables, coverageFile: coverage,
      span: reader?.span(of: "name") ?? SourceSpan(file: file, range: 0..<0),
      duties: reader?.list("duties") ?? [])
    return Manifest(
      agreement: agreement, file: file, reader: reader,
      isComplete: !names.isEmpty && tables.count == names.count,
      namesAll: !faults.isThorough
        || others.allSatisfy { other in tables.contains { $0 === other } })
  }

  /// The table files of these names, each once.
  private func tables(_ names: [JSONNode], in folder: String, _ reader: ObjectReader)
    -> [SourceFile]
  {
    var seen: [String: SourceSpan] = [:]
    var tables: [SourceFile] = []
    for node in names {
      guard let name = node.string else { continue }
      let span = reader.span(node.range)
      if let first = seen[name] {
        faults.report(.duplicateName(name, at: span, first: first))
        continue
      }
      seen[name] = span
      if let table = named(node, in: folder, reader) { tables.append(table) }
    }
    return tables
  }

  /// The file that accounts for the documents, when the folder names one.
  private func coverage(in folder: String, _ reader: ObjectReader) -> SourceFile? {
    reader.value("coverage").flatMap { named($0, in: folder, reader) }
  }

  /// The file of a folder that a text names.
  private func named(_ node: JSONNode, in folder: String, _ reader: ObjectReader) -> SourceFile? {
    guard let name = node.string else { return nil }
    let path = "\(folder)/\(name)"
    if let file = files.first(where: { $0.path == path }) { return file }
    let near = files.map(\.path).filter { $0.hasPrefix(folder + "/") }
    reader.unknownName(
      node, nl: "het bestand", en: "the file",
      among: near.map { String($0.dropFirst(folder.count + 1)) })
    return nil
  }

  private func documents(_ reader: ObjectReader) -> [Document] {
    reader.named("documents", by: "id", of: nil).compactMap { entry in
      guard let id = entry.name("id") else { return nil }
      return Document(id: id, title: entry.text("title") ?? Text(id))
    }
  }

  /// The organisation that helps when nobody else is known.
  private func desk(_ reader: ObjectReader) -> Int? {
    guard let desk = reader.party("desk", parties), let node = reader.value("desk") else {
      return nil
    }
    if case .partner = parties.all[desk].kind { return desk }
    reader.wrongType(node, "desk", wanted: Text(nl: "een organisatie", en: "an organisation"))
    return nil
  }
}
