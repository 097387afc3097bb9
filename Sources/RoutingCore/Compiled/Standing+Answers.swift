/// What the tables came to.
extension Standing {
  /// The rules of a table with hit policy `collect` that hold, in order; nil when that is not certain
  /// for all of them.
  func hits(of table: Int) -> [Int]? {
    var result: [Int] = []
    var isCertain = true
    visitHits(of: table) { rule, certain in
      result.append(rule)
      if !certain { isCertain = false }
    }
    return isCertain ? result : nil
  }

  /// Visits the rules of a table with hit policy `collect` that may hold, in order, each once.
  @inline(__always)
  package func visitHits(of table: Int, _ visit: (_ rule: Int, _ isCertain: Bool) -> Void) {
    guard let part = program.partOfTable[table] else { return }
    let must = sure & Program.bit(of: part.sheet) != 0 ? may : must
    let start = part.result
    var known = -1
    var isCertain = false
    for word in 0..<part.words {
      var left = may[start + word]
      while left != 0 {
        let bit = left & (0 &- left)
        left &= left &- 1
        let rule = Int(program.rules[part.bits + word * 64 + bit.trailingZeroBitCount])
        if rule != known {
          if known >= 0 { visit(known, isCertain) }
          (known, isCertain) = (rule, false)
        }
        if must[start + word] & bit != 0 { isCertain = true }
      }
    }
    if known >= 0 { visit(known, isCertain) }
  }

  /// A fact that leaves open what a table answers; -1 where none can be named.
  func blame(_ table: Int) -> Int {
    let chain = compiled.chain
    let opens = program.opens
    if rules[table] >= 0 {
      // The party has to be looked up in a fact that is open.
      for fact in chain.plans[table].references where cells[fact] == opens[fact] {
        return root(fact)
      }
      return -1
    }
    var best = -1
    for fact in chain.plans[table].reads where cells[fact] == opens[fact] {
      let found = root(fact)
      guard found >= 0, found < given else { continue }
      if best < 0 || sets[found].nonzeroBitCount < sets[best].nonzeroBitCount { best = found }
    }
    return best
  }

  /// A fact that leaves open the table at which the last question stopped.
  func blameOfTrouble() -> Int { troubled >= 0 ? blame(troubled) : -1 }

  /// The fact itself, or one that leaves open what the table answers that decides it.
  private func root(_ fact: Int) -> Int {
    guard let table = compiled.outcomes.firstIndex(of: fact) else { return fact }
    return blame(table)
  }

  /// The name of what a table answers; nil where that is not certain.
  @inline(__always)
  package func answer(of table: Int) -> Int32? {
    let rule = rules[table]
    guard rule >= 0 else { return nil }
    let answer = compiled.answers[compiled.answerStarts[table] &+ Int(rule)]
    return answer.reference < 0 ? answer.name : lookUp(answer)
  }

  /// What the tables answer whose changes are told, where each is certain; nil where one is not.
  func answers() -> Answers? {
    for (place, table) in compiled.watched {
      guard let name = answer(of: table) else { return nil }
      names[place] = name
    }
    return Answers(names: UnsafeRawPointer(names).loadUnaligned(as: SIMD16<Int32>.self))
  }

  /// Follows references to whoever a fact or a table names.
  private func lookUp(_ answer: CompiledAnswer) -> Int32? {
    var answer = answer
    for _ in 0..<8 where answer.reference >= 0 {
      let fact = Int(answer.reference)
      guard cells[fact] != program.opens[fact] else { return nil }
      let start = compiled.partyStarts[fact]
      guard start >= 0 else { break }
      let next = compiled.parties[start &+ Int(cells[fact])]
      if next.name < 0 { break }
      answer = next
    }
    return answer.name
  }
}
