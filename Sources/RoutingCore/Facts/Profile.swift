/// What is known of one youth, and nothing more: a fact that is absent is unknown.
public struct Profile: Sendable {
  /// One thing that is known.
  public enum Known: Hashable, Sendable {
    /// A choice, by its place among the values of the fact.
    case choice(Int)
    /// A choice that is one of several, each a bit at its place among the values of the fact.
    case oneOf(UInt64)
    /// A whole number.
    case number(Int)
    /// A day, or a stretch of days it lies in.
    case days(DateRange)
    /// A date that never happened.
    case noDate
    /// A municipality, by its place in the list.
    case municipality(Int)
    /// A name that only serves to look up a contact.
    case text(String)
  }

  /// What is known, by the place of the fact in the vocabulary.
  private var known: [Known?]
  /// Where each fact was stated, for those stated in a file.
  var spans: [Int: SourceSpan]
  /// Per municipality fact, the agreement it belongs to when no municipality settles it: a place among
  /// the regional agreements, or one past the last for none of them.
  var regions: [Int: Int] = [:]
  /// The agreement the caller wants an answer from, a place among the regional agreements or one past
  /// the last for none of them; nil when the municipalities settle it.
  var wanted: Int?

  /// A profile in which nothing is known.
  public init() {
    known = []
    spans = [:]
  }

  /// What a fact is, when it is known.
  public subscript(fact: Int) -> Known? {
    get { fact < known.count ? known[fact] : nil }
    set {
      while known.count <= fact { known.append(nil) }
      known[fact] = newValue
    }
  }

  /// The facts that are known, in the order of the vocabulary.
  public var stated: [(fact: Int, known: Known)] {
    known.enumerated().compactMap { fact, known in known.map { (fact, $0) } }
  }

  /// The profile as it is expected to be on a day: schools left and schools entered by then.
  func moved(to date: CalendarDate, by moves: [Move]) -> Profile {
    var profile = self
    for move in moves {
      guard case .days(let day) = profile[move.date], day.last <= date else { continue }
      let before = profile
      for (to, from) in move.copies {
        profile[to] = before[from]
        profile[from] = nil
      }
      for fact in move.forgets { profile[fact] = nil }
      for (fact, choice) in move.states { profile[fact] = .choice(choice) }
    }
    return profile
  }
}
