/// Finds what only shows when all folders are known.
struct FolderCheck {
  let files: [SourceFile]
  let manifests: [Manifest]
  let faults: FaultCollector

  /// What facts and commands say in place of a folder: of no agreement, and of all of them.
  private static let takenNames = ["geen", "all"]

  func run() {
    checkNames()
    checkKinds()
    checkMunicipalities()
    checkCoverage()
    checkOrphans()
  }

  /// The name of a folder is a value in rules and on the command line.
  private func checkNames() {
    for manifest in manifests {
      let name = manifest.agreement.id
      let isTaken = FolderCheck.takenNames.contains(name)
      if !isTaken, FormCheck.isPlain(name, mayHaveCapitals: false) { continue }
      let word = Printable.word(name)
      let message = Text(
        nl: "de map kan niet `\(word)` heten", en: "the folder cannot be called `\(word)`")
      let help =
        isTaken
        ? Text(nl: "die naam betekent al iets", en: "that name means something already")
        : Text(
          nl: "gebruik kleine letters zonder accent, cijfers en `-`, en geen map in een map",
          en: "use small letters without accents, digits and `-`, and no folder within a folder")
      let start = SourceSpan(file: manifest.file, range: 0..<0)
      faults.report(Diagnostic(.badName, message, help: help, at: start))
    }
  }

  /// What accounts for the documents has its form; whether it tells the truth is for `Checks`.
  private func checkCoverage() {
    for file in manifests.compactMap(\.agreement.coverageFile) {
      _ = ObjectReader(reading: file, as: .coverage, faults: faults)
    }
  }

  /// There is one law and one national frame.
  private func checkKinds() {
    if faults.unsure.contains(.folders) { return }
    for kind in [Agreement.Kind.law, .frame] {
      let found = manifests.filter { $0.agreement.kind == kind }
      if found.count == 1 { continue }
      let message = Text(
        nl: "\(found.count) mappen hebben `\"kind\": \"\(kind.rawValue)\"`",
        en: "\(found.count) folders have `\"kind\": \"\(kind.rawValue)\"`")
      let help = Text(nl: "er hoort er precies een te zijn", en: "there has to be exactly one")
      let spans = found.compactMap { $0.reader?.span(of: "kind") }
      let notes = spans.dropFirst().map {
        Diagnostic.Note(message: Text(nl: "en hier", en: "and here"), span: $0)
      }
      faults.report(Diagnostic(.missingKey, message, help: help, at: spans.first, notes: notes))
    }
  }

  /// A municipality takes part in one agreement.
  private func checkMunicipalities() {
    var homes: [String: (folder: String, span: SourceSpan)] = [:]
    for manifest in manifests {
      guard let reader = manifest.reader else { continue }
      let folder = manifest.agreement.id
      let written = reader.list("municipalities")
      // The official names: another name, or a former one, is still the same municipality.
      let official = manifest.agreement.municipalities
      for (place, node) in written.enumerated() {
        let known = official.count == written.count ? official[place] : nil
        guard let name = known ?? node.string else { continue }
        let span = reader.span(node.range)
        guard let other = homes[name] else {
          homes[name] = (folder, span)
          continue
        }
        let message = Text(
          nl: "\(name) hoort bij `\(other.folder)` en bij `\(folder)`",
          en: "\(name) belongs to `\(other.folder)` and to `\(folder)`")
        let note = Diagnostic.Note(
          message: Text(nl: "hier staat zij al", en: "it is here already"), span: other.span)
        let help = Text(nl: "houd er een over", en: "keep one of them")
        faults.report(Diagnostic(.duplicateName, message, help: help, at: span, notes: [note]))
      }
    }
  }

  /// Every file is one that is read.
  private func checkOrphans() {
    let known = ["facts.json", "parties.json", "municipalities.json", "matrix.json"]
    let agreements = manifests.map(\.agreement)
    let named = Set(
      (agreements.flatMap(\.tableFiles) + agreements.compactMap(\.coverageFile)).map(\.path))
    for file in files where !known.contains(file.path) && !file.path.hasSuffix("/agreement.json") {
      if named.contains(file.path) { continue }
      let manifest = manifests.first { file.path.hasPrefix($0.agreement.id + "/") }
      // Its agreement may name it in what could not be read: its form is looked at all the same.
      if let manifest, !manifest.isComplete {
        let form: Form = file.path.hasSuffix("/coverage.json") ? .coverage : .tables
        _ = ObjectReader(reading: file, as: form, faults: faults)
        continue
      }
      // Or it is the one that is named wrongly.
      if let manifest, manifest.reader?.value("coverage") != nil,
        manifest.agreement.coverageFile == nil
      {
        continue
      }
      let message = Text(
        nl: "geen agreement.json noemt dit bestand", en: "no agreement.json names this file")
      let help = Text(
        nl: "noem het bij `tables` of `coverage`, of haal het weg",
        en: "name it under `tables` or `coverage`, or remove it")
      let start = SourceSpan(file: file, range: 0..<0)
      faults.report(Diagnostic(.unknownName, message, help: help, at: start))
    }
  }
}
