/// Finds what would change an answer, and what to ask when there is none yet.
struct Alternatives {
  let answering: Answering
  let date: CalendarDate
  let profile: Profile
  let parts: [Answering.Part]
  let responsible: Verdict
  let contact: Verdict

  private var rulebook: Rulebook { parts[0].inquiry.chain.rulebook }

  /// The facts taken to have a usual value that apply to this youth, and whether they matter.
  func assumptions(changedBy alternatives: [Alternative]) -> [Assumption] {
    let changing = Set(alternatives.map(\.fact))
    let assumed = Set(parts.flatMap(\.inquiry.region.assumed)).sorted()
    return assumed.compactMap { fact in
      let described = rulebook.vocabulary[fact]
      guard let usual = described.usual else { return nil }
      return Assumption(
        fact: described.name, label: described.label, value: usual,
        valueLabel: rulebook.vocabulary.words(for: usual, of: fact),
        matters: changing.contains(described.name))
    }
  }

  /// What changes the answer when one fact that was not stated turns out otherwise.
  func all() throws -> [Alternative] {
    guard parts.count == 1 else { return [] }
    let inquiry = parts[0].inquiry
    let read = factsRead()
    var result: [Alternative] = []
    for fact in rulebook.vocabulary.facts.indices where read.contains(fact) {
      let described = rulebook.vocabulary[fact]
      guard profile[fact] == nil, let taken = described.usual ?? described.absent,
        inquiry.region.applies(fact)
      else { continue }
      let isPlace = described.kind == .municipality
      let choices = isPlace ? chain(ofPlace: fact) : described.choices
      var found: [Alternative] = []
      for (place, choice) in choices.enumerated() where choice.value != taken {
        let other =
          isPlace ? try verdicts(whenPlace: fact, isIn: place) : try verdicts(when: fact, is: place)
        guard let other else { continue }
        let responsible = other.responsible.isSame(as: responsible) ? nil : other.responsible
        let contact = other.contact.isSame(as: contact) ? nil : other.contact
        if responsible == nil && contact == nil { continue }
        let same = found.firstIndex { $0.leadsTo(responsible, contact) }
        let values = (same.map { found[$0].values } ?? []) + [(choice.value, choice.label)]
        let alternative = Alternative(
          fact: described.name, label: described.label, values: values, responsible: responsible,
          contact: contact)
        if let same { found[same] = alternative } else { found.append(alternative) }
      }
      result += found
    }
    return result
  }

  /// The first contact for each value of the fact that says what the question is about.
  ///
  /// - Parameter alternatives: what changes the answer, as `all` found it.
  func contactByQuestion(_ alternatives: [Alternative]) throws(Diagnostic) -> [(
    value: String, label: Text, contact: Verdict
  )] {
    guard parts.count == 1, let fact = rulebook.vocabulary.index(of: FactName.question.rawValue)
    else {
      return []
    }
    let isAssumed = profile[fact] == nil
    return try rulebook.vocabulary[fact].choices.enumerated().map {
      place, choice throws(Diagnostic) in
      let known = alternatives.first { alternative in
        alternative.fact == FactName.question.rawValue
          && alternative.values.contains { $0.value == choice.value }
      }
      let other = isAssumed ? known?.contact : try verdicts(when: fact, is: place)?.contact
      return (choice.value, choice.label, other ?? contact)
    }
  }

  /// The answers when a fact has another value; nil when they stay the same or when no such youth
  /// can exist.
  private func verdicts(when fact: Int, is choice: Int) throws(Diagnostic) -> (
    responsible: Verdict, contact: Verdict
  )? {
    let inquiry = parts[0].inquiry
    let region: Region?
    if inquiry.setting.guards[fact] {
      var other = profile
      other[fact] = .choice(choice)
      region = try? Region(other, in: inquiry.setting)
    } else {
      region = inquiry.region.changed(fact, to: choice, in: inquiry.setting)
    }
    guard let region else { return nil }
    return try Inquiry(setting: inquiry.setting, region: region)
      .answers(otherThan: (responsible.values, contact.values))
  }

  /// The agreements a municipality may belong to.
  private func chain(ofPlace fact: Int) -> [Choice] {
    let axis = axis(for: fact)
    return axis == fact ? [] : rulebook.vocabulary[axis].choices
  }

  /// The answers when a municipality belongs to another agreement.
  private func verdicts(whenPlace fact: Int, isIn region: Int) throws -> (
    responsible: Verdict, contact: Verdict
  )? {
    var other = profile
    other.regions[fact] = region
    let parts = try answering.parts(other, on: date, isBrief: true)
    guard let responsible = try Verdict.joined(parts, TableName.responsible.rawValue),
      let contact = try Verdict.joined(parts, TableName.contact.rawValue)
    else { return nil }
    return (responsible, contact)
  }

  /// What to ask, the fact that settles most first.
  ///
  /// Every fact nobody knows is tried: the fewer answers stay open on average once it is known, the
  /// better the question. What means nothing for some of the youths waits for the fact that settles that.
  /// Which agreement holds comes before all: while it is open, the municipality is asked for, whatever the
  /// answer.
  func missing() throws(Diagnostic) -> [MissingFact] {
    let others = try missingForAnswer()
    guard parts.count > 1, let home = rulebook.vocabulary.home, !isKnown(home) else {
      return others
    }
    let fact = rulebook.vocabulary[home]
    let first = MissingFact(fact: fact.name, question: fact.question)
    return [first] + others.filter { $0.fact != first.fact }
  }

  private func missingForAnswer() throws(Diagnostic) -> [MissingFact] {
    let open = responsible.options.count - 1 + contact.options.count - 1
    guard open > 0 else { return [] }
    let read = factsRead()
    var scored: [(waits: Int, score: Double, place: Int, fact: MissingFact)] = []
    for (place, described) in rulebook.vocabulary.facts.enumerated() {
      guard described.isGiven, described.usual == nil, described.absent == nil,
        described.means == nil, !isKnown(place), read.contains(place)
      else { continue }
      let axis = axis(for: place)
      guard let score = try score(axis), score < Double(open) else { continue }
      let waits = parts.contains { $0.inquiry.region.cells(axis) & Box.notApplicable != 0 }
      let missing = MissingFact(fact: described.name, question: described.question)
      scored.append((described.applies != nil && waits ? 1 : 0, score, place, missing))
    }
    scored.sort { ($0.waits, $0.score, $0.place) < ($1.waits, $1.score, $1.place) }
    return scored.map(\.fact)
  }

  private func isKnown(_ fact: Int) -> Bool {
    switch profile[fact] {
    case nil, .oneOf: false
    case .days(let range): range.isExact
    default: true
    }
  }

  /// The axis a fact is seen on: a municipality by the agreement it belongs to.
  private func axis(for fact: Int) -> Int {
    guard rulebook.vocabulary[fact].kind == .municipality else { return fact }
    return rulebook.vocabulary.facts.firstIndex {
      if case .region(let base) = $0.derivation { return base == fact }
      return false
    } ?? fact
  }

  /// How many answers stay open on average once the cell on an axis is known.
  private func score(_ axis: Int) throws(Diagnostic) -> Double? {
    let cells = parts.reduce(0) { $0 | $1.inquiry.region.cells(axis) } & ~Box.notApplicable
    guard cells.nonzeroBitCount > 1 else { return nil }
    var open = 0
    var count = 0
    for bit in 0..<64 where cells & (1 << UInt64(bit)) != 0 {
      var responsible: Set<String> = []
      var contact: Set<String> = []
      for part in parts {
        let boxes = part.inquiry.region.boxes.compactMap {
          $0.intersection([(axis, 1 << UInt64(bit))])
        }
        guard !boxes.isEmpty else { continue }
        let region = Region(boxes: boxes, assumed: [])
        let asked = Inquiry(setting: part.inquiry.setting, region: region)
        do {
          guard let values = try asked.openValues() else { continue }
          responsible.formUnion(values.responsible)
          contact.formUnion(values.contact)
        } catch {
          // A value that contradicts what is known cannot be the answer to the question.
          if error.code != .contradiction { throw error }
        }
      }
      guard !responsible.isEmpty else { continue }
      open += responsible.count - 1 + contact.count - 1
      count += 1
    }
    return count > 1 ? Double(open) / Double(count) : nil
  }

  /// The facts of a profile that who is responsible or who to call may depend on.
  private func factsRead() -> Set<Int> {
    var result: Set<Int> = []
    for part in parts {
      let chain = part.inquiry.chain
      for fact in chain.facts(readFor: [.scope, .responsible, .contact]) {
        result.insert(fact)
        result.formUnion(chain.vocabulary.bases(of: fact))
      }
    }
    return result
  }
}

extension Alternative {
  /// Whether both changes are the same.
  fileprivate func leadsTo(_ responsible: Verdict?, _ contact: Verdict?) -> Bool {
    Alternative.same(self.responsible, responsible) && Alternative.same(self.contact, contact)
  }

  private static func same(_ left: Verdict?, _ right: Verdict?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): left.isSame(as: right)
    default: false
    }
  }
}

/// Facts the program itself looks at, by the names rule files give them.
enum FactName: String {
  /// What the question is about.
  case question = "vraag"
  /// Who is calling.
  case caller = "beller"
  /// The level of guidance that was assessed.
  case level = "niveau"
  /// Where the youth lives.
  case home = "woongemeente"
  /// The name of the school, for its contact.
  case school = "schoolnaam"
}
