/// Which rules no worked case depends on, and why.
final class Pinning {
  private let answering: Answering
  private let cases: [WorkedCase]
  private let proofs: [ChainProof]
  private let lawTables: Int
  private lazy var points = cases.flatMap { worked -> [(worked: WorkedCase, point: CasePoint)] in
    guard let profile = try? CaseRun(worked: worked, answering: answering).profile() else {
      return []
    }
    let seen = CasePoint.all(
      profile, on: worked.date, stated: worked.expectations,
      statesAgreement: worked.agreement != nil, proofs, answering)
    return seen.map { (worked, $0) }
  }

  /// - Parameter lawTables: how many tables every chain starts with alike.
  init(_ answering: Answering, cases: [WorkedCase], proofs: [ChainProof], lawTables: Int) {
    self.lawTables = lawTables
    self.answering = answering
    self.cases = cases
    self.proofs = proofs
  }

  /// The finding that no case depends on a rule, with the case that comes nearest; nil when one does.
  func unpinned(_ rule: Int, of table: Int, in proof: ChainProof) -> Diagnostic? {
    let chain = proof.chain
    let described = chain.tables[table].rules[rule]
    guard let reason = reason(rule, of: table, in: chain) else { return nil }
    return Diagnostic(
      .unpinnedRule,
      Text(
        nl: "geen geval hangt af van `\(described.id)`: \(reason.nl)",
        en: "no case depends on `\(described.id)`: \(reason.en)"),
      help: Text(
        nl: "voeg een geval toe dat de regel bij `by` noemt; --suggest-cases doet een voorstel",
        en: "add a case that names the rule at `by`; --suggest-cases proposes one"),
      at: described.nameSpan, example: proof.example(of: rule, in: table, isDeciding: true))
  }

  private func reason(_ rule: Int, of table: Int, in chain: Chain) -> Text? {
    var untold: String?
    var overruled: (case: String, by: Int)?
    var nearest: (misses: Int, case: String, axis: Int)?
    for (worked, point) in points where point.chain === chain || table < lawTables {
      let deciding = point.deciding(table)
      if deciding.contains(rule) {
        // What is said of a table with many answers is said of the rules it names.
        if point.stated[table] != nil, chain.tables[table].hitPolicy == .first { return nil }
        untold = untold ?? worked.id
      }
      let boxes = point.boxes(table)
      for bounds in point.setting.rules(of: table)[rule] {
        let missed = bounds.filter { axis, cells in
          !boxes.contains { $0.cells[axis] & cells != 0 }
        }
        if missed.isEmpty, let first = deciding.min(), first < rule {
          overruled = overruled ?? (worked.id, first)
        }
        if let axis = missed.first?.axis, missed.count < nearest?.misses ?? Int.max {
          nearest = (missed.count, worked.id, axis)
        }
      }
    }
    if let untold {
      return Text(
        nl: "hij beslist in `\(untold)`, maar dat geval noemt hem niet",
        en: "it decides in `\(untold)`, but that case does not name it")
    }
    if let overruled {
      let id = chain.tables[table].rules[overruled.by].id
      return Text(
        nl: "in `\(overruled.case)` zou hij gelden, maar daar gaat `\(id)` voor",
        en: "it would hold in `\(overruled.case)`, but `\(id)` goes first there")
    }
    guard let nearest else {
      return Text(nl: "er is geen geval dat erop lijkt", en: "there is no case like it")
    }
    let name = chain.vocabulary[nearest.axis].name
    return Text(
      nl: "het dichtst bij komt `\(nearest.case)`, waar `\(name)` anders is",
      en: "nearest comes `\(nearest.case)`, where `\(name)` is otherwise")
  }
}
