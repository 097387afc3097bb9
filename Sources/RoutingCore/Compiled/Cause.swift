/// What happens on a day on which an answer may change.
public enum Cause: Hashable, Sendable {
  /// A regional agreement begins, by its place.
  case begins(Int)
  /// A regional agreement ends, by its place.
  case ends(Int)
  /// The law changes.
  case law
  /// A fact reaches a number of years or months.
  case counted(fact: Int, number: Int)
  /// A date comes, from which years or months are counted.
  case date(fact: Int)
  /// A moment is reached.
  case reached(fact: Int)
  /// A school is left or entered.
  case move(fact: Int)

  /// Whether it is only worth saying where nothing else happens.
  var isRemark: Bool {
    if case .date = self { return true }
    return false
  }

  /// What happens, in words.
  public func words(by rulebook: Rulebook) -> Text {
    switch self {
    case .begins(let place): rulebook.regions[place].name + Text(nl: ": begin", en: ": start")
    case .ends(let place): rulebook.regions[place].name + Text(nl: ": afgelopen", en: ": ended")
    case .law: Text(nl: "de wet verandert", en: "the law changes")
    case .counted(let fact, let number): rulebook.vocabulary[fact].milestone(number)
    case .date(let fact): rulebook.vocabulary[fact].label
    case .reached(let fact), .move(let fact): rulebook.vocabulary[fact].label
    }
  }
}
