/// The facts in order, found by name.
public struct Vocabulary: Sendable {
  /// The facts, in the order of the file and then of the tables that decide them.
  public private(set) var facts: [Fact]
  private var places: [String: Int]

  init(_ facts: [Fact]) {
    self.facts = facts
    places = Dictionary(
      facts.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of a fact.
  public func index(of name: String) -> Int? { places[name] }

  /// The fact at a place.
  public subscript(index: Int) -> Fact { facts[index] }

  /// Adds a fact that a table decides, and gives its place.
  mutating func add(_ fact: Fact) -> Int {
    facts.append(fact)
    places[fact.name] = facts.count - 1
    return facts.count - 1
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
