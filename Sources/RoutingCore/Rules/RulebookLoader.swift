/// Reads a folder of rule files into a rulebook, collecting every fault on the way.
///
/// The folder holds `facts.json`, `parties.json` and `municipalities.json`, and a folder for the law,
/// for the national frame and for each agreement, with an `agreement.json` that lists its table
/// files. Every table is read and checked here; `Chain` reads those of one agreement again when
/// somebody asks it something.
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
    let partyFile = read("parties.json", as: .parties, missing: .parties)
    let parties = partyFile.map { PartyList(reading: $0) } ?? PartyList([])
    let municipalities =
      read("municipalities.json", as: .municipalities, missing: .municipalities)
      .map { MunicipalityList(reading: $0) }
      ?? MunicipalityList(names: [], codes: [], otherNames: [], several: [], source: "")
    let manifests = files.filter { $0.path.hasSuffix("/agreement.json") }.map { file in
      ManifestReader(
        file: file, files: files, faults: faults, parties: parties, municipalities: municipalities
      ).manifest()
    }
    let agreements = manifests.map(\.agreement)
    let facts = read("facts.json", as: .facts, missing: .facts).map { reader in
      FactsReader(
        reader: reader, parties: parties, regions: agreements.filter { $0.kind == .agreement }
      ).facts()
    }
    if faults.isThorough {
      FolderCheck(files: files, manifests: manifests, faults: faults).run()
      let tables = RuleCheck(
        manifests: manifests, facts: facts, parties: parties, faults: faults
      ).run()
      if let reader = chartFile.flatMap({ ObjectReader(reading: $0, as: .charts, faults: faults) }),
        let facts
      {
        let charts = ChartReader(reader: reader, vocabulary: facts.vocabulary, parties: parties)
        charts.checkConsulted(among: tables)
        charts.checkComparison(among: tables)
        _ = charts.charts()
      }
    }
    try faults.finish()
    guard let facts, let schoolYear = facts.schoolYear else { throw Diagnostics(faults.faults) }
    return Rulebook(
      vocabulary: facts.vocabulary, parties: parties, municipalities: municipalities,
      agreements: agreements, impossible: facts.impossible, examples: facts.examples,
      moves: facts.moves, refused: facts.refused, schoolYear: schoolYear, chartFile: chartFile,
      hash: provenHash ?? hash())
  }

  private var chartFile: SourceFile? { files.first { $0.path == "matrix.json" } }

  private func hash() -> String {
    var hash = ContentHash()
    for file in files {
      hash.update(Array("\(file.path) \(file.bytes.count)\n".utf8))
      hash.update(file.bytes)
    }
    return hash.digits
  }

  /// The object of one file, which has to be there.
  private func read(
    _ path: String, as form: @autoclosure () -> Form, missing part: FaultCollector.Unsure
  ) -> ObjectReader? {
    guard let file = files.first(where: { $0.path == path }) else {
      let message = Text(
        nl: "`\(path)` ontbreekt in de map met regels", en: "`\(path)` is missing from the rules")
      let help = Text(
        nl: "wijs met --rules de hele map aan", en: "point --rules at the whole folder")
      faults.report(Diagnostic(.unreadable, message, help: help))
      faults.unsure.insert(part)
      return nil
    }
    let reader = ObjectReader(reading: file, as: form(), faults: faults)
    if reader == nil { faults.unsure.insert(part) }
    return reader
  }
}
