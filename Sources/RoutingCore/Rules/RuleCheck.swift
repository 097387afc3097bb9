/// Reads the tables of every folder and finds what is wrong with them.
///
/// Nothing is said to be missing that may be in a file, or a part of one, that could not be read.
struct RuleCheck {
  let manifests: [Manifest]
  let facts: FactsReader.Result?
  let parties: PartyList
  let faults: FaultCollector

  /// Checks them, and gives every table that could be read.
  func run() -> [DecisionTable] {
    let laws = manifests.filter { $0.agreement.kind == .law }
    let others = manifests.filter { $0.agreement.kind != .law }
    guard let facts else {
      for file in manifests.flatMap(\.agreement.tableFiles) {
        _ = ObjectReader(reading: file, as: .tables, faults: faults)
      }
      return []
    }
    var vocabulary = facts.vocabulary
    let law = laws.flatMap {
      read($0, after: [], citing: $0.agreement.documents, adding: &vocabulary)
    }
    if laws.count != 1 { faults.unsure.formUnion([.facts, .documents]) }
    let lawDocuments = laws.flatMap(\.agreement.documents)
    let unsure = faults.unsure
    var unsureOfAny = unsure
    var tables = checkNames(law, beside: [])
    for manifest in others {
      faults.unsure = unsure
      var vocabulary = vocabulary
      let own = read(
        manifest, after: law, citing: lawDocuments + manifest.agreement.documents,
        adding: &vocabulary)
      tables += checkNames(own, beside: law)
      checkRequired(law + own, manifest)
      ChainCheck(
        tables: law + own, vocabulary: vocabulary, parties: parties, impossible: facts.impossible,
        faults: faults
      ).run()
      unsureOfAny.formUnion(faults.unsure)
    }
    // What comes after is about every folder: it may be in any that could not be read.
    faults.unsure = unsureOfAny
    checkRules(tables.flatMap(\.rules))
    return tables
  }

  private func read(
    _ manifest: Manifest, after law: [DecisionTable], citing documents: [Document],
    adding vocabulary: inout Vocabulary
  ) -> [DecisionTable] {
    let declared = manifest.reader?.list("documents") ?? []
    let known = Set(manifest.agreement.documents.map(\.id))
    if declared.isEmpty || declared.count > known.count {
      faults.unsure.insert(.documents)
    }
    if !manifest.isComplete || !manifest.namesAll { faults.unsure.insert(.facts) }
    return TableReader(faults: faults, parties: parties, documents: documents, law: law)
      .tables(manifest.agreement.tableFiles, adding: &vocabulary)
  }

  /// A name means one table; what the law decides, an agreement does not decide again.
  ///
  /// Returns the tables whose name was not there before.
  private func checkNames(_ tables: [DecisionTable], beside law: [DecisionTable]) -> [DecisionTable]
  {
    var seen: [String: DecisionTable] = [:]
    for table in tables {
      if let first = seen[table.name] {
        faults.report(.duplicateName(table.name, at: table.span, first: first.span))
      } else if let decided = law.first(where: { $0.name == table.name }) {
        let message = Text(
          nl: "de wet beslist `\(table.name)` al", en: "the law decides `\(table.name)` already")
        let help = Text(
          nl: "kies een andere naam, en lees wat de wet besliste in `when`",
          en: "choose another name, and read what the law decided in `when`")
        let note = Diagnostic.Note(
          message: Text(nl: "deze tabel beslist het", en: "this table decides it"),
          span: decided.span)
        faults.report(
          Diagnostic(.againstLaw, message, help: help, at: table.span, notes: [note]))
      }
      seen[table.name] = seen[table.name] ?? table
    }
    return tables.filter {
      seen[$0.name]?.node.range == $0.node.range && seen[$0.name]?.file === $0.file
    }
  }

  /// Every agreement says who is responsible and who to call.
  private func checkRequired(_ tables: [DecisionTable], _ manifest: Manifest) {
    guard let reader = manifest.reader, !faults.unsure.contains(.facts) else { return }
    for name in Plan.answerTables.map(\.rawValue) where !tables.contains(where: { $0.name == name })
    {
      let message = Text(
        nl: "geen tabel van deze map heet `\(name)`", en: "no table of this folder is `\(name)`")
      let help = Text(
        nl: "maak die tabel, of noem haar bestand bij `tables`",
        en: "make that table, or name its file under `tables`")
      faults.report(Diagnostic(.missingKey, message, help: help, at: reader.span(of: "tables")))
    }
  }

  /// A rule name means one rule in all folders.
  private func checkRules(_ rules: [Rule]) {
    var seen: [String: Rule] = [:]
    for rule in rules {
      if let first = seen[rule.id] {
        faults.report(.duplicateName(rule.id, at: rule.nameSpan, first: first.nameSpan))
      } else {
        seen[rule.id] = rule
      }
    }
  }
}
