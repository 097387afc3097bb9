/// Where each section of an agreement's documents went: into rules, to the network, or nowhere and why.
public struct Coverage: Sendable {
  /// A section of a document and what became of it.
  public struct Section: Sendable {
    /// The document and the section in it, as rules cite them.
    public let source: Source
    /// What it is about, as the document has it: Dutch.
    public let title: String
    /// The names of the rules that cite it, in tables whose first rule that holds answers.
    public let rules: [String]
    /// The names of the rules that cite it, in tables that show every rule that holds.
    public let shown: [String]
    /// What it asks of the partners together rather than for one youth.
    public let network: [Text]
    /// What is left out of the rules, and why; nil when nothing is.
    public let left: Text?
    let node: JSONNode
  }

  /// The sections, in the order of the file.
  public let sections: [Section]
  let file: SourceFile

  /// What a file says that was judged before; nil when it is no JSON.
  init?(_ file: SourceFile) {
    let faults = FaultCollector(isThorough: false)
    guard let reader = ObjectReader(reading: file, as: .coverage, faults: faults) else {
      return nil
    }
    self.file = file
    sections = reader.objects("coverage").map { entry in
      Section(
        source: Source(entry.string("section") ?? ""), title: entry.string("title") ?? "",
        rules: entry.strings("rules"), shown: entry.strings("shown"),
        network: entry.list("network").compactMap(\.text), left: entry.text("left"),
        node: entry.node)
    }
  }
}

extension Agreement {
  /// Where each section of its documents went; nil when the folder does not say.
  ///
  /// An advice has no use for it, so it is read only when asked for.
  public var coverage: Coverage? { coverageFile.flatMap { Coverage($0) } }
}
