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
  let node: JSONNode
  let file: SourceFile

  /// Where its name stands.
  public var span: SourceSpan {
    SourceSpan(file: file, range: node.value(of: "table")?.range ?? node.range)
  }

  /// The values it can answer with, as it lists them; empty when those are parties or `ja` and `nee`.
  var values: [String] {
    node.value(of: "values")?.elements.compactMap { $0.value(of: "value")?.string } ?? []
  }

  /// The names of the rules whose order is meant, in that order, each with where it is named.
  var precedence: [(id: String, span: SourceSpan)] {
    let order = node.value(of: "precedence")?.value(of: "order")?.elements ?? []
    return order.map { ($0.string ?? "", SourceSpan(file: file, range: $0.range)) }
  }

  /// Why its rules stand in this order, where that matters.
  public var orderReason: Text? {
    node.value(of: "precedence")?.value(of: "why")?.text
  }
}
