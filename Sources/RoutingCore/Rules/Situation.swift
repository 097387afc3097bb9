/// Youths who have some facts in common: a row or a column of a chart.
public struct Situation: Sendable {
  /// What they have in common, in words.
  public let title: Text
  /// The part of the chart it belongs to; nil for none.
  public let group: Text?
  /// What is known of them; everything else is as an advice takes it.
  let known: Match.Alternative
  /// The municipality facts that lie outside the agreement looked at; the others lie inside.
  let elsewhere: [Int]
  /// Municipality facts with the agreement they belong to: a place among the regional ones, or one past
  /// the last for none.
  let regions: [(fact: Int, region: Int)]
  /// The numbers a row along a fact is about; nil for any other row.
  let stretch: HalfOpenRange<Int>?

  init(
    title: Text, group: Text? = nil, known: Match.Alternative = [], elsewhere: [Int] = [],
    regions: [(fact: Int, region: Int)] = [], stretch: HalfOpenRange<Int>? = nil
  ) {
    self.title = title
    self.group = group
    self.known = known
    self.elsewhere = elsewhere
    self.regions = regions
    self.stretch = stretch
  }

  /// All that is known of them, in words.
  public func conditions(in rulebook: Rulebook) -> [Text] {
    let words = ConditionWords(vocabulary: rulebook.vocabulary)
    let outside = elsewhere.map { fact in
      rulebook.vocabulary[fact].label + Text(nl: ": buiten de regio", en: ": outside the region")
    }
    return words.lines(allOf: [Match(alternatives: [known])]) + outside
  }

  /// The youths who are in both.
  public func and(_ other: Situation) -> Situation {
    Situation(
      title: title, group: group, known: known + other.known,
      elsewhere: elsewhere + other.elsewhere, regions: regions + other.regions)
  }
}

/// A way along which responsibility passes: a situation to begin with and what comes after it.
public struct Route: Sendable {
  /// Whose way it is.
  public let title: Text
  /// The youth while at school; nil when the way begins later.
  public let school: Situation?
  /// The youth who has just left.
  public let left: Situation
}

/// What is looked at in charts: `matrix.json`.
public struct Charts: Sendable {
  /// The phases a youth passes: rows of the wall chart.
  public let phases: [Situation]
  /// Levels, and what overrides them: columns of the wall chart.
  public let circumstances: [Situation]
  /// Tasks and situations: rows of the role chart.
  public let situations: [Situation]
  /// The ways drawn on the route map.
  public let routes: [Route]
  /// In what agreements are compared.
  let comparison: [Question]
  /// Whom to consult, by what a table answers.
  let consulted: [Consulted]

  /// Long words with dashes where they may break in a narrow column: `leerplicht-ambtenaar`.
  public let breaks: [String]

  /// A question in which agreements differ.
  struct Question: Sendable {
    /// The youths it is about.
    let situation: Situation
    /// How it is answered.
    let kind: Kind

    enum Kind: Sendable {
      /// By a table, and by what puts an end to that when it is asked for.
      case table(String, wantsEnd: Bool)
      /// By what a collecting table adds when more is known.
      case added(String, when: Situation)
      /// By the values of a fact for which the agreement holds.
      case along(String)
    }
  }

  /// Somebody to consult when a table answers so.
  struct Consulted: Sendable {
    let table: String
    let value: String
    let party: Int
  }
}
