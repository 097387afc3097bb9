/// Looks for one youth who can exist within a box and outside others, and whom the tables that decide
/// on the way bring there.
///
/// **Definition.** A youth is found when there is a point in the box, outside every bound to avoid and
/// outside what cannot exist, for which every table whose outcome the box restricts answers within
/// that restriction. Looking is complete: nothing found means that there is nobody.
struct Search {
  let space: ProfileSpace
  /// The tables with hit policy `first`, by the fact that holds their outcome.
  private let deciders: [(table: Int, outcome: Int)]

  init(_ space: ProfileSpace) {
    self.space = space
    let tables = space.setting.chain.tables
    deciders = tables.indices.reversed().compactMap { table in
      tables[table].hitPolicy == .first ? (table, tables[table].outcome) : nil
    }
  }

  /// What is left to do for a part of the space.
  private struct Task {
    var box: Box
    /// Bounds that still touch the box or may come to do so.
    var avoided: [Box.Bounds]
    /// Tables whose deciding rule was chosen.
    var decided: Set<Int> = []
  }

  /// The first youth that is found and accepted.
  ///
  /// - Parameter accept: makes of a box of youths who can all exist one whose dates fit together; nil
  ///   when there is none, and the search goes on.
  func first<Found>(
    in box: Box, avoiding bounds: [Box.Bounds], accept: (Box) -> Found?
  ) -> Found? {
    var steps = Int.max
    return first(in: box, avoiding: bounds, within: &steps, accept: accept)
  }

  /// The same within a number of steps, which are taken off it; nothing found in time means nothing.
  func first<Found>(
    in box: Box, avoiding bounds: [Box.Bounds], within steps: inout Int, accept: (Box) -> Found?
  ) -> Found? {
    var pending = [Task(box: box, avoided: space.impossible + bounds)]
    while var task = pending.popLast() {
      steps -= 1
      if steps < 0 { return nil }
      let narrowed = narrow(&task)
      if case .empty = narrowed { continue }
      // What a table decides rules out most: choosing how to stay out of some bounds waits for it.
      if let table = undecided(task) {
        pending += decisions(of: table, task).reversed()
      } else if case .touching(let bounds) = narrowed {
        // The pieces outside these bounds do not overlap; the first axis is tried first.
        for piece in task.box.subtracting(bounds).reversed() {
          var next = task
          next.box = piece
          pending.append(next)
        }
      } else if let found = accept(task.box) {
        return found
      }
    }
    return nil
  }

  /// Whether it shows within so many steps that there is nobody.
  func isEmpty(_ box: Box, avoiding bounds: [Box.Bounds], within steps: Int) -> Bool {
    var steps = steps
    let found = first(in: box, avoiding: bounds, within: &steps) { _ in true }
    return found == nil && steps >= 0
  }

  /// What is left of a task once it stays out of all that leaves no choice.
  private enum Narrowed {
    /// Nothing.
    case empty
    /// A box that touches no bounds any more.
    case clear
    /// A box that still touches bounds: these leave the fewest choices.
    case touching(Box.Bounds)
  }

  /// Stays out of what leaves no choice.
  private func narrow(_ task: inout Task) -> Narrowed {
    var isChanged = true
    var best: Int?
    var fewest = Int.max
    while isChanged {
      isChanged = false
      best = nil
      fewest = Int.max
      var kept = 0
      for place in task.avoided.indices {
        var choices = 0
        var only = 0
        var isTouched = true
        for index in task.avoided[place].indices {
          let (axis, cells) = task.avoided[place][index]
          let own = task.box.cells[axis]
          if own & cells == 0 {
            isTouched = false
            break
          }
          if own & ~cells != 0 {
            choices += 1
            only = index
          }
        }
        // Boxes only become smaller: what is not touched now never will be.
        guard isTouched else { continue }
        if choices == 0 { return .empty }
        if choices == 1 {
          let (axis, cells) = task.avoided[place][only]
          task.box.cells[axis] &= ~cells
          isChanged = true
          continue
        }
        if choices < fewest { (best, fewest) = (kept, choices) }
        if kept != place { task.avoided[kept] = task.avoided[place] }
        kept += 1
      }
      task.avoided.removeLast(task.avoided.count - kept)
    }
    return best.map { .touching(task.avoided[$0]) } ?? .clear
  }

  /// The table with a restricted outcome, not decided yet, that can answer within the restriction in the
  /// fewest ways: where there is none at all nothing is left, and that shows first.
  private func undecided(_ task: Task) -> Int? {
    var best: (table: Int, ways: Int)?
    for (table, outcome) in deciders where !task.decided.contains(table) {
      let cells = task.box.cells[outcome] & space.whole.cells[outcome]
      guard cells != space.whole.cells[outcome] else { continue }
      let ways = ways(of: table, answering: cells, task.box, atMost: best?.ways ?? Int.max)
      if ways < best?.ways ?? Int.max { best = (table, ways) }
      if ways == 0 { break }
    }
    return best?.table
  }

  /// How many boxes of the rules of a table touch a box and answer with one of these cells.
  private func ways(of table: Int, answering cells: UInt64, _ box: Box, atMost most: Int) -> Int {
    var ways = 0
    let described = space.setting.chain.tables[table]
    for (rule, alternatives) in space.setting.rules(of: table).enumerated() {
      if let answer = described.rules[rule].answer, Box.cell(ofChoice: answer) & cells != 0 {
        for bounds in alternatives where box.isTouched(bounds) { ways += 1 }
      }
      if ways >= most { break }
      // Nothing comes after a rule that holds for all of the box.
      if alternatives.contains(where: box.isInside) { break }
    }
    return ways
  }

  /// A task for each way in which a table can answer within its restriction.
  private func decisions(of table: Int, _ task: Task) -> [Task] {
    let described = space.setting.chain.tables[table]
    var earlier: [Box.Bounds] = []
    var result: [Task] = []
    for (rule, alternatives) in space.setting.rules(of: table).enumerated() {
      if let answer = described.rules[rule].answer {
        let cell = Box.cell(ofChoice: answer)
        if task.box.cells[described.outcome] & cell != 0 {
          for bounds in alternatives {
            guard var box = task.box.intersection(bounds) else { continue }
            box.cells[described.outcome] = cell
            result.append(
              Task(
                box: box, avoided: task.avoided + earlier,
                decided: task.decided.union([table])))
          }
        }
      }
      earlier += alternatives
      if alternatives.contains(where: task.box.isInside) { break }
    }
    return result
  }
}
