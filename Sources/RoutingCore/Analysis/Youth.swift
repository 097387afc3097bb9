/// An invented youth on a day, as facts somebody can type: the example of a finding.
public struct Youth: Sendable {
  /// The facts, as a profile states them.
  public let facts: [(name: String, value: String)]
  /// The reference date.
  public let date: CalendarDate

  /// What to type behind `jongeren-route advise` to see this youth's advice; needs no quoting but for
  /// values with spaces or apostrophes.
  public var arguments: [String] {
    facts.map { "\($0.name)=\($0.value)" } + ["--on", "\(date)"]
  }
}

extension Rulebook {
  /// What is stated of an invented youth.
  func profile(of youth: Youth) throws(Diagnostics) -> Profile {
    try ProfileReader.read(
      nil, arguments: youth.facts.map { "\($0.name)=\($0.value)" }, region: nil, on: youth.date,
      for: self)
  }
}
