/// The tables of the law, on which every agreement builds.
public struct LawTables: Sendable {
  let tables: [DecisionTable]
  let vocabulary: Vocabulary

  /// Reads the tables of the law.
  public init(of rulebook: Rulebook) {
    // A rulebook is without faults once it is there.
    let faults = FaultCollector(isThorough: false)
    var vocabulary = rulebook.vocabulary
    let law = rulebook.law
    let reader = TableReader(
      faults: faults, parties: rulebook.parties, documents: law?.documents ?? [])
    tables = reader.tables(law?.tableFiles ?? [], adding: &vocabulary)
    self.vocabulary = vocabulary
  }
}
