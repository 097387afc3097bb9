/// Asks tables about the youths a profile could be about.
struct Evaluation {
  let setting: Setting
  let region: Region

  /// Some of the youths, with the rules that decided for them.
  struct Piece: Sendable {
    var box: Box
    /// Per table, the rule that decided; -1 where none was asked.
    var rules: [Int]
  }

  private var chain: Chain { setting.chain }

  /// The youths cut up by what a table answers, every table it needs asked before it.
  ///
  /// A table with hit policy `collect` is itself not asked: `hits` tells which of its rules hold.
  ///
  /// - Parameters:
  ///   - question: the place of the table.
  ///   - keepsAll: whether every fact stays exact; otherwise pieces that no longer differ in
  ///     anything asked for become one.
  /// - Throws: the table for which some youth has no rule, or the fact stated against a table.
  func pieces(of question: Int, keepsAll: Bool = false) throws(Diagnostic) -> [Piece] {
    try pieces(by: chain.plans[question], keepsAll: keepsAll)
  }

  /// The youths cut up by what the tables of a plan answer.
  func pieces(by plan: Plan, keepsAll: Bool = false) throws(Diagnostic) -> [Piece] {
    var pieces = region.boxes.map {
      Piece(box: $0, rules: Array(repeating: -1, count: chain.tables.count))
    }
    for (step, table) in plan.order.enumerated() where chain.tables[table].hitPolicy == .first {
      try decide(table, &pieces)
      guard !keepsAll, pieces.count > 1 else { continue }
      pieces = merged(pieces, live: plan.liveAxes(after: step), tracked: plan.tracked)
    }
    return pieces
  }

  private func decide(_ table: Int, _ pieces: inout [Piece]) throws(Diagnostic) {
    var cut: [Int] = []
    for place in pieces.indices where !decideWhole(table, &pieces[place]) { cut.append(place) }
    if cut.isEmpty, !pieces.isEmpty { return }
    var result: [Piece] = []
    for (place, piece) in pieces.enumerated() {
      if cut.first == place {
        cut.removeFirst()
        try cutUp(piece, by: table, &result)
      } else {
        result.append(piece)
      }
    }
    if result.isEmpty { throw contradicted(chain.tables[table]) }
    pieces = result
  }

  /// Decides in place where the first rule that touches a piece decides for all of it.
  private func decideWhole(_ table: Int, _ piece: inout Piece) -> Bool {
    let described = chain.tables[table]
    for (rule, alternatives) in setting.rules(of: table).enumerated() {
      guard let touching = alternatives.firstIndex(where: { piece.box.isTouched($0) }) else {
        continue
      }
      guard let answer = described.rules[rule].answer else { continue }
      let outcome = piece.box.cells[described.outcome] & Box.cell(ofChoice: answer)
      guard outcome != 0, piece.box.isInside(alternatives[touching]) else { return false }
      piece.box.cells[described.outcome] = outcome
      piece.rules[table] = rule
      return true
    }
    return false
  }

  /// Adds the parts of a piece for which the rules of a table decide differently.
  private func cutUp(_ piece: Piece, by table: Int, _ result: inout [Piece]) throws(Diagnostic) {
    let described = chain.tables[table]
    var rest = [piece.box]
    for (rule, alternatives) in setting.rules(of: table).enumerated() {
      guard let answer = described.rules[rule].answer else { continue }
      for bounds in alternatives where rest.contains(where: { $0.isTouched(bounds) }) {
        var outside: [Box] = []
        for box in rest {
          guard var inside = box.intersection(bounds) else {
            outside.append(box)
            continue
          }
          outside += box.subtracting(bounds)
          inside.cells[described.outcome] &= Box.cell(ofChoice: answer)
          guard inside.cells[described.outcome] != 0 else { continue }
          var decided = Piece(box: inside, rules: piece.rules)
          decided.rules[table] = rule
          result.append(decided)
        }
        rest = outside
      }
      if rest.isEmpty { return }
    }
    throw unanswered(described)
  }

  /// Pieces that agree on the facts still read and on the rules still asked for, put together.
  private func merged(_ pieces: [Piece], live: [Int], tracked: [Int]) -> [Piece] {
    // Most axes have the same cells in every piece: only the others tell pieces apart.
    let varying = Evaluation.varyingAxes(of: pieces)
    let axes = live.filter { varying[$0] }
    let tables = tracked.filter { table in
      pieces.contains { $0.rules[table] != pieces[0].rules[table] }
    }
    let varyingAxes = varying.indices.filter { varying[$0] }
    var result: [Piece] = []
    // Per key the first piece that has it, and per piece the next one with the same key.
    var firsts: [UInt64: Int] = [:]
    var nexts: [Int] = []
    for piece in pieces {
      var key: UInt64 = 0
      for axis in axes { key = (key ^ piece.box.cells[axis]) &* 0x9E37_79B9_7F4A_7C15 }
      for table in tables {
        key = (key ^ UInt64(piece.rules[table] + 1)) &* 0x9E37_79B9_7F4A_7C15
      }
      let first = firsts[key] ?? -1
      var same = first
      while same >= 0, !Evaluation.areSame(result[same], piece, axes, tables) { same = nexts[same] }
      guard same >= 0 else {
        firsts[key] = result.count
        nexts.append(first)
        result.append(piece)
        continue
      }
      for axis in varyingAxes { result[same].box.cells[axis] |= piece.box.cells[axis] }
    }
    return result
  }

  private static func areSame(_ left: Piece, _ right: Piece, _ axes: [Int], _ tables: [Int]) -> Bool
  {
    axes.allSatisfy { left.box.cells[$0] == right.box.cells[$0] }
      && tables.allSatisfy { left.rules[$0] == right.rules[$0] }
  }

  /// Per axis, whether some pieces have other cells than others.
  private static func varyingAxes(of pieces: [Piece]) -> [Bool] {
    let first = pieces[0].box.cells
    var others = Array(repeating: 0 as UInt64, count: first.count)
    first.withUnsafeBufferPointer { first in
      others.withUnsafeMutableBufferPointer { others in
        for piece in pieces.dropFirst() {
          piece.box.cells.withUnsafeBufferPointer { cells in
            for axis in cells.indices { others[axis] |= cells[axis] ^ first[axis] }
          }
        }
      }
    }
    return others.map { $0 != 0 }
  }

  /// How far each rule of a table with hit policy `collect` holds among the pieces made for it.
  ///
  /// - Parameter isWanted: the rules to look at.
  func hits(
    of table: Int, among pieces: [Piece], where isWanted: (Int) -> Bool = { _ in true }
  ) -> [(rule: Int, isCertain: Bool)] {
    setting.rules(of: table).enumerated().compactMap { rule, alternatives in
      guard isWanted(rule) else { return nil }
      guard
        pieces.contains(where: { piece in
          alternatives.contains { piece.box.isTouched($0) }
        })
      else { return nil }
      let isCertain = [Box](pieces.map(\.box)).subtracting(anyOf: alternatives).isEmpty
      return (rule, isCertain)
    }
  }

  private func unanswered(_ table: DecisionTable) -> Diagnostic {
    let message = Text(
      nl: "de tabel `\(table.name)` heeft geen regel voor deze jongere",
      en: "the table `\(table.name)` has no rule for this youth")
    let help = Text(
      nl: "sluit de tabel af met een regel zonder `when`",
      en: "end the table with a rule without `when`")
    return Diagnostic(.noRule, message, help: help, at: table.rules.last?.span)
  }

  private func contradicted(_ table: DecisionTable) -> Diagnostic {
    let message = Text(
      nl: "`\(table.name)` klopt niet met wat er verder bekend is",
      en: "`\(table.name)` does not fit what else is known")
    let help = Text(
      nl: "laat het weg, of verbeter de andere feiten", en: "leave it out, or mend the other facts")
    return Diagnostic(
      .contradiction, message, help: help, at: region.spans[table.outcome])
  }
}
