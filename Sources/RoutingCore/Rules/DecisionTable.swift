/// What happens when several rules hold.
public enum HitPolicy: String, CaseIterable, Sendable {
  /// The first one answers.
  case first
  /// All of them answer.
  case collect
}

/// A question, a hit policy and rules in order.
public struct DecisionTable: Sendable {
  /// Its name; under it later tables read what it answered.
  public let name: String
  /// What it decides, in words.
  public var label: Text { words.text }
  let words: Phrase
  /// What happens when several rules hold.
  public let hitPolicy: HitPolicy
  /// The fact that holds its outcome, by its place in the vocabulary.
  public let outcome: Int
  /// Its rules, in order.
  public let rules: [Rule]
}
