/// What one fact has to be for a rule to hold.
public enum Constraint: Sendable, Equatable {
  /// One of these values, by their place among the fact's choices: bit `n` is choice `n`.
  case values(UInt64)
  /// A whole number in one of these half-open ranges.
  case numbers([HalfOpenRange<Int>])
  /// A day in one of these half-open ranges.
  case days([HalfOpenRange<CalendarDate>])
}

/// From a bound, included, up to another, not included; either may be absent.
public struct HalfOpenRange<Bound: Comparable & Sendable>: Sendable, Equatable {
  /// The first value inside, or nil when there is no lower bound.
  public let from: Bound?
  /// The first value outside, or nil when there is no upper bound.
  public let below: Bound?

  /// Whether no value can lie inside.
  var isEmpty: Bool {
    guard let from, let below else { return false }
    return from >= below
  }

  /// Whether a value lies inside.
  public func contains(_ value: Bound) -> Bool {
    if let from, value < from { return false }
    if let below, value >= below { return false }
    return true
  }
}

/// For whom a rule holds: one or more boxes, each a set of constraints that all hold.
public struct Match: Sendable {
  /// The facts it constrains, by their place in the vocabulary, and how.
  public typealias Alternative = [(fact: Int, constraint: Constraint)]

  /// The boxes; a youth in any of them matches.
  public let alternatives: [Alternative]

  /// Matches everybody.
  static let everybody = Match(alternatives: [[]])

  /// The facts it reads.
  public var facts: Set<Int> {
    Set(alternatives.flatMap { $0.map(\.fact) })
  }
}
