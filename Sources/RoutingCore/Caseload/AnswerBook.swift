/// The words for everything that can be answered, put together once for all rows.
public final class AnswerBook: Sendable {
  /// What an agreement calls its answers.
  final class Agreement: Sendable {
    let id: String
    let name: String
    let hasWindow: Bool
    let hasSuggestion: Bool
    let hasHolder: Bool
    /// Per table whose changes are told, what it decides.
    let labels: [String]
    /// Per table, the words by the place of a name.
    private let tables: [TableName: [RowAdvice.Told?]]
    private let watchedTables: [TableName]
    /// The names that a holder has who is nobody that rules know as a party.
    private let strangers: Set<Int32>
    /// Per fact that a table decides, its place among those whose changes are told.
    private let watchedFacts: [Int: Int]

    init(_ chain: Chain, _ rules: CompiledRules, _ language: Language) {
      id = chain.agreement.id
      name = chain.agreement.name[language]
      hasWindow = chain.table(TableName.window.rawValue) != nil
      hasSuggestion = chain.table(TableName.suggestedLevel.rawValue) != nil
      hasHolder = chain.table(TableName.holder.rawValue) != nil
      watchedTables = Plan.watchedTables
      var facts: [Int: Int] = [:]
      var labels: [String] = []
      for (place, name) in Plan.watchedTables.enumerated() {
        let table = chain.table(name.rawValue)
        labels.append(table.map { chain.tables[$0].label[language] } ?? "")
        if let table { facts[chain.tables[table].outcome] = place }
      }
      self.labels = labels
      watchedFacts = facts
      let parties = chain.rulebook.parties
      var tables: [TableName: [RowAdvice.Told?]] = [:]
      for name in Plan.watchedTables + [.suggestedLevel, .holder] {
        guard let table = chain.table(name.rawValue) else { continue }
        let choices = chain.vocabulary[chain.tables[table].outcome].choices
        tables[name] = (0..<rules.nameCount).map { place in
          let value = rules.name(Int32(place))
          if let party = parties.index(of: value) {
            return RowAdvice.Told(value: value, words: parties.fullLabel(party)[language])
          }
          return choices.first { $0.value == value }.map {
            RowAdvice.Told(value: value, words: $0.label[language])
          }
        }
      }
      self.tables = tables
      var strangers: Set<Int32> = []
      if let holder = chain.table(TableName.holder.rawValue) {
        let choices = chain.vocabulary[chain.tables[holder].outcome].choices
        for choice in choices where choice.party == nil {
          strangers.insert(rules.names.place(of: choice.value))
        }
      }
      self.strangers = strangers
    }

    /// Whether the answer of the table of holders is a party: a mere value may go by the same name.
    func isParty(_ answer: RowAdvisor.Answer) -> Bool { !strangers.contains(answer.name) }

    /// An answer in words.
    func told(_ answer: RowAdvisor.Answer?, _ table: TableName) -> RowAdvice.Told? {
      answer.flatMap { tables[table]?[Int($0.name)] }
    }

    /// The answer of a table whose changes are told, in words.
    func words(of name: Int32, watched place: Int) -> RowAdvice.Told {
      tables[watchedTables[place]]?[Int(name)] ?? RowAdvice.Told(value: "", words: "")
    }

    /// The place of a fact among the tables whose changes are told.
    func watched(_ fact: Int) -> Int? { watchedFacts[fact] }
  }

  /// The language of the words.
  public let language: Language
  /// The agreements, in the order of the compiled rules.
  let agreements: [Agreement]
  let responsible = RowAdvisor.table(.responsible)
  let contact = RowAdvisor.table(.contact)
  let window = RowAdvisor.table(.window)
  let suggestion = RowAdvisor.table(.suggestedLevel)
  let holder = RowAdvisor.table(.holder)
  let actions = RowAdvisor.table(.actions)
  /// The assessed level, and its values in words.
  let level: (fact: Int, choices: [RowAdvice.Told])?
  /// What a table answers that suggests no level.
  let noLevel = "geen"
  /// What another agreement is called.
  let rulesLabel: String
  /// Per fact, its name; nil where it is about the private sphere.
  let plainFacts: [String?]
  /// The names of facts that are not about the private sphere.
  let plainNames: Set<String>
  private let partners: [Int?]
  private let parties: PartyList
  private let titles: [String: String]

  /// The words for everything that rules can answer.
  public init(_ rules: CompiledRules, _ language: Language) {
    self.language = language
    let rulebook = rules.rulebook
    agreements = rules.chains.map { Agreement($0, rules, language) }
    rulesLabel = Text(nl: "regels", en: "rules")[language]
    plainFacts = rulebook.vocabulary.facts.map { $0.isSensitive ? nil : $0.name }
    plainNames = Set(plainFacts.compactMap(\.self))
    parties = rulebook.parties
    partners = (0..<rules.nameCount).map { place in
      rulebook.parties.index(of: rules.name(Int32(place))).map { rulebook.parties.partner(of: $0) }
    }
    level = rulebook.vocabulary.index(of: FactName.level.rawValue).map { fact in
      let choices = rulebook.vocabulary[fact].choices
      return (
        fact, choices.map { RowAdvice.Told(value: $0.value, words: $0.label[language]) }
      )
    }
    var titles: [String: String] = [:]
    for chain in rules.chains {
      guard let table = chain.table(TableName.actions.rawValue) else { continue }
      for rule in chain.tables[table].rules { titles[rule.id] = rule.title[language] }
    }
    self.titles = titles
  }

  /// The organisation of a party, by the place of its name; nil for what is no party.
  func partner(of name: Int32) -> Int? { partners[Int(name)] }

  /// The organisation of a party, by its name; nil for what is no party.
  func partner(of name: String) -> Int? { parties.index(of: name).map { parties.partner(of: $0) } }

  /// The organisation that a party is or works for, in words; nil for what is no party.
  public func organisation(of name: String) -> String? {
    partner(of: name).map { parties.all[$0].label[language] }
  }

  /// What a rule asks, in words.
  func title(of rule: Rule) -> String { titles[rule.id] ?? rule.title[language] }
}
