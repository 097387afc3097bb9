/// Every youth a profile could be about: boxes that do not overlap.
struct Region: Sendable {
  var boxes: [Box]
  /// The same before what cannot be true together was taken away.
  private var conceivable: [Box] = []
  /// Where facts were stated, for those stated in a file.
  private(set) var spans: [Int: SourceSpan] = [:]
  /// The facts whose usual value was assumed, for those youths they apply to.
  var assumed: [Int] = []

  /// The youths that fit what is known, with usual values assumed where the profile is silent.
  ///
  /// - Throws: the contradiction, when no youth fits.
  init(_ profile: Profile, in setting: Setting) throws(Diagnostic) {
    let builder = RegionBuilder(profile: profile, setting: setting)
    spans = profile.spans
    boxes = [Box(cells: Array(repeating: 0, count: setting.chain.vocabulary.facts.count))]
    for fact in setting.chain.vocabulary.facts.indices {
      if try builder.add(fact, to: &boxes) { assumed.append(fact) }
    }
    conceivable = boxes
    for (place, impossibility) in setting.chain.rulebook.impossible.enumerated()
    where boxes.contains(where: { box in setting.impossible[place].contains { box.isTouched($0) } })
    {
      let possible = boxes.subtracting(anyOf: setting.impossible[place])
      if possible.isEmpty {
        throw builder.contradiction(impossibility.title, about: impossibility.match.facts)
      }
      boxes = possible
    }
  }

  /// Some of the youths, given as boxes.
  func limited(to boxes: [Box]) -> Region {
    var result = self
    result.boxes = boxes
    return result
  }

  /// Youths given as boxes.
  init(boxes: [Box], assumed: [Int]) {
    self.boxes = boxes
    self.assumed = assumed
  }

  /// The youths when one fact that decides about no other has another value; nil when there are none.
  func changed(_ fact: Int, to choice: Int, in setting: Setting) -> Region? {
    var changed = conceivable
    for place in changed.indices where changed[place].cells[fact] != Box.notApplicable {
      changed[place].cells[fact] = Box.cell(ofChoice: choice)
    }
    for impossible in setting.impossible { changed = changed.subtracting(anyOf: impossible) }
    return changed.isEmpty ? nil : Region(boxes: changed, assumed: assumed)
  }

  /// Whether a fact applies to any of the youths.
  func applies(_ fact: Int) -> Bool {
    boxes.contains { $0.cells[fact] & ~Box.notApplicable != 0 }
  }

  /// The cells a fact has among the youths.
  func cells(_ fact: Int) -> UInt64 {
    boxes.reduce(0) { $0 | $1.cells[fact] }
  }
}

extension Box {
  /// True when one of these bounds holds every point, false when none holds any, nil otherwise.
  fileprivate func isWholly(within alternatives: [Bounds]) -> Bool? {
    guard let touching = alternatives.first(where: { isTouched($0) }) else { return false }
    return isInside(touching) ? true : nil
  }
}

/// Adds one fact after the other to the youths a profile could be about.
private struct RegionBuilder {
  let profile: Profile
  let setting: Setting

  private var vocabulary: Vocabulary { setting.chain.vocabulary }

  /// Adds a fact; true when its usual value was assumed.
  func add(_ fact: Int, to boxes: inout [Box]) throws(Diagnostic) -> Bool {
    let described = vocabulary[fact]
    switch described.derivation {
    case .years, .months, .reached, .referenceDate: return false
    case .region(let base):
      let cells = region(of: base, fact)
      for place in boxes.indices {
        let isAbsent = boxes[place].cells[base] == Box.notApplicable
        boxes[place].cells[fact] = isAbsent ? Box.notApplicable : cells
      }
      return false
    case .order(let base, let moment):
      for place in boxes.indices {
        boxes[place].cells[fact] = order(of: base, and: moment, fact, in: boxes[place])
      }
      return false
    case .outcome:
      let cells = stated(fact) ?? setting.allCells[fact]
      for place in boxes.indices { boxes[place].cells[fact] = cells }
      return false
    case nil: break
    }
    var isAssumed = false
    var cells = stated(fact)
    if cells == nil, let usual = described.usual {
      isAssumed = true
      cells = cell(ofDefault: usual, described, fact)
    }
    if cells == nil, let absent = described.absent {
      cells = cell(ofDefault: absent, described, fact)
    }
    let value = cells ?? setting.allCells[fact]
    guard let bounds = setting.applies[fact] else {
      for place in boxes.indices { boxes[place].cells[fact] = value }
      return isAssumed
    }
    if boxes.count == 1, let applies = boxes[0].isWholly(within: bounds) {
      if profile[fact] != nil, !applies { throw misplaced(fact) }
      boxes[0].cells[fact] = applies ? value : Box.notApplicable
      return isAssumed && applies
    }
    var inside = boxes.intersection(anyOf: bounds)
    for place in inside.indices { inside[place].cells[fact] = value }
    if profile[fact] != nil {
      if inside.isEmpty { throw misplaced(fact) }
      boxes = inside
      return false
    }
    var outside = boxes.subtracting(anyOf: bounds)
    for place in outside.indices { outside[place].cells[fact] = Box.notApplicable }
    boxes = inside + outside
    return isAssumed && !inside.isEmpty
  }

  /// The cell of a value taken when the profile is silent; a date takes none.
  private func cell(ofDefault word: String, _ described: Fact, _ fact: Int) -> UInt64 {
    switch described.kind {
    case .number: setting.cell(ofNumber: Int(word) ?? 0, fact: fact)
    case .date: Box.notApplicable
    case .municipality: setting.allCells[fact]
    default: described.choiceIndex(word).map(Box.cell(ofChoice:)) ?? setting.allCells[fact]
    }
  }

  private func stated(_ fact: Int) -> UInt64? {
    switch profile[fact] {
    case nil: nil
    case .choice(let choice): Box.cell(ofChoice: choice)
    case .oneOf(let choices): choices << 1
    case .number(let number): setting.cell(ofNumber: number, fact: fact)
    case .days: setting.allCells[fact]
    case .noDate: Box.notApplicable
    case .municipality, .text: setting.allCells[fact]
    }
  }

  /// The agreement of a municipality; the one the caller named when no municipality settles it.
  private func region(of base: Int, _ fact: Int) -> UInt64 {
    let region = setting.chain.rulebook.region(of: base, profile)
    return region.map(Box.cell(ofChoice:)) ?? setting.allCells[fact]
  }

  private func order(of base: Int, and moment: Moment, _ fact: Int, in box: Box) -> UInt64 {
    if box.cells[base] == Box.notApplicable || box.cells[moment.fact] == Box.notApplicable {
      return Box.notApplicable
    }
    guard case .days(let left) = profile[base], case .days(let known) = profile[moment.fact] else {
      return setting.allCells[fact]
    }
    let schoolYear = setting.chain.rulebook.schoolYear
    let first = moment.day(from: known.first, schoolYear: schoolYear)
    let last = moment.day(from: known.last, schoolYear: schoolYear)
    var cells: UInt64 = 0
    if left.first < last { cells |= Box.cell(ofChoice: 0) }
    if left.first <= last && first <= left.last { cells |= Box.cell(ofChoice: 1) }
    if left.last > first { cells |= Box.cell(ofChoice: 2) }
    return cells
  }

  private func misplaced(_ fact: Int) -> Diagnostic {
    let described = vocabulary[fact]
    let title = Text(
      nl: "`\(described.name)` past niet bij wat er verder bekend is",
      en: "`\(described.name)` does not fit what else is known")
    return contradiction(title, about: described.applies?.facts.union([fact]) ?? [fact])
  }

  /// The fault of facts that cannot be true together, at the place of the last one stated.
  func contradiction(_ title: Text, about facts: Set<Int>) -> Diagnostic {
    let given = Set(facts.flatMap { vocabulary.bases(of: $0) }).filter { profile[$0] != nil }
      .sorted()
    let names = given.map { "`\(vocabulary[$0].name)`" }
    let help = Text(
      nl: "kijk naar \(Wording.all(names, .nl))", en: "look at \(Wording.all(names, .en))")
    let spans = given.compactMap { profile.spans[$0] }
    let notes = spans.dropLast().map {
      Diagnostic.Note(message: Text(nl: "en dit staat hier", en: "and this is here"), span: $0)
    }
    return Diagnostic(
      .contradiction, title, help: names.isEmpty ? nil : help, at: spans.last, notes: notes)
  }
}
