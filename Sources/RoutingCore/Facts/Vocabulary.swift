/// The facts in order, found by name.
public struct Vocabulary: Sendable {
  /// The facts, in the order of the file and then of the tables that decide them.
  public private(set) var facts: [Fact]
  /// The municipality facts, in the order in which the agreements they belong to are asked.
  private(set) var places: [Int] = []
  /// Per group of names, the place of the last fact in it, or -1.
  private var lastInGroup = Array(repeating: -1, count: 256)
  /// Per fact, the place of the one before it in its group, or -1.
  private var previousInGroup: [Int] = []

  init() {
    facts = []
  }

  /// The place of a fact.
  public func index(of name: String) -> Int? {
    index(in: Vocabulary.group(JSONTape.fingerprint(of: name))) { facts[$0].name == name }
  }

  /// The place of the fact a key names.
  func index(of key: JSONNode) -> Int? {
    let fingerprint = key.fingerprint
    if fingerprint == JSONTape.anyKey { return index(of: key.string ?? "") }
    return index(in: Vocabulary.group(fingerprint)) { key.isText(facts[$0].name) }
  }

  private func index(in group: Int, where isWanted: (Int) -> Bool) -> Int? {
    var place = lastInGroup[group]
    while place >= 0 {
      if isWanted(place) { return place }
      place = previousInGroup[place]
    }
    return nil
  }

  /// The group of a name: few names are in one, and looking for it takes no more than its fingerprint.
  private static func group(_ fingerprint: Int32) -> Int {
    Int(fingerprint >> 16 &* 37 &+ fingerprint >> 8 &* 11 &+ fingerprint) & 255
  }

  /// The fact at a place.
  public subscript(index: Int) -> Fact { facts[index] }

  /// Adds a fact that a table decides, and gives its place.
  mutating func add(_ fact: Fact) -> Int {
    let group = Vocabulary.group(JSONTape.fingerprint(of: fact.name))
    previousInGroup.append(lastInGroup[group])
    lastInGroup[group] = facts.count
    facts.append(fact)
    return facts.count - 1
  }

  /// Settles in which order the agreements of municipality facts are asked: first those named.
  mutating func ask(first named: [Int]) {
    let all = facts.indices.filter { facts[$0].kind == .municipality }
    places = named + all.filter { !named.contains($0) }
  }

  /// The date facts a fact is computed from, or the fact itself.
  func bases(of fact: Int) -> [Int] {
    var result: [Int] = []
    forEachBase(of: fact) { result.append($0) }
    return result
  }

  /// Visits the date facts a fact is computed from, or the fact itself.
  func forEachBase(of fact: Int, _ visit: (Int) -> Void) {
    switch facts[fact].derivation {
    case .years(let base), .months(let base), .region(let base): visit(base)
    case .reached(let moment): visit(moment.fact)
    case .order(let base, let moment):
      visit(base)
      visit(moment.fact)
    case nil, .referenceDate, .outcome: visit(fact)
    }
  }

  /// The fact that says where the youth lives.
  var home: Int? { index(of: FactName.home.rawValue) }

  /// The municipality fact whose agreement is taken for a municipality nobody stated.
  func standIn(for fact: Int) -> Int? {
    guard facts[fact].kind == .municipality, let usual = facts[fact].usual else { return nil }
    return index(of: usual)
  }

  /// A value of a fact in words.
  public func words(for value: String, of fact: Int) -> Text {
    if let index = facts[fact].choiceIndex(value) { return facts[fact].choices[index].label }
    if let other = standIn(for: fact) {
      return Text(nl: "als de ", en: "as the ") + facts[other].label
    }
    return Text(value)
  }
}
