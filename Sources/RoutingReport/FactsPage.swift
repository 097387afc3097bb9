public import RoutingCore

/// The list of facts a profile can speak of.
public struct FactsPage {
  let vocabulary: Vocabulary
  let language: Language

  /// The facts of a vocabulary.
  public init(_ vocabulary: Vocabulary, _ language: Language) {
    self.vocabulary = vocabulary
    self.language = language
  }

  private var given: [Fact] { vocabulary.facts.filter(\.isGiven) }

  private func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }

  /// The page.
  public var page: Page {
    var page = Page()
    page.paragraph(
      say(
        "Feiten voor een profiel: als sleutel in JSON of als naam=waarde. Wat ontbreekt, is onbekend.",
        "Facts for a profile: as a key in JSON or as name=value. What is absent is unknown."))
    page.entries(given.map { Page.Entry(label: $0.name, lines: lines($0)) })
    return page
  }

  private func lines(_ fact: Fact) -> [String] {
    var lines = [fact.question[language]]
    lines.append(values(fact))
    if let note = fact.note { lines.append(note[language]) }
    if let usual = fact.usual { lines.append(say("gebruikelijk: ", "usual: ") + usual) }
    if let absent = fact.absent {
      lines.append(say("zonder opgave: ", "when not given: ") + absent)
    }
    if let applies = fact.applies {
      let names = applies.facts.sorted().map { vocabulary[$0].name }
      lines.append(
        say("alleen bij sommige waarden van ", "only with some values of ")
          + names.joined(separator: ", "))
    }
    if fact.isSensitive {
      lines.append(
        say(
          "gevoelig: geef het antwoord, nooit een toelichting",
          "sensitive: give the answer, never an explanation"))
    }
    return lines
  }

  private func values(_ fact: Fact) -> String {
    switch fact.kind {
    case .yesNo, .choice:
      say("waarden: ", "values: ") + fact.choices.map(\.value).joined(separator: ", ")
    case .number: say("een geheel getal", "a whole number")
    case .date:
      say(
        "een datum: 2007-03-14, 14-03-2007 of 2007-03", "a date: 2007-03-14, 14-03-2007 or 2007-03")
        + (fact.allowsNoDate ? say("; of geen", "; or geen") : "")
    case .municipality: say("een Nederlandse gemeente", "a Dutch municipality")
    case .text: say("een naam", "a name")
    }
  }

  /// The facts for programs.
  public var json: JSONValue {
    .object([
      ("schema", .string("jongeren-route/facts/1")),
      (
        "facts",
        .array(
          given.map { fact in
            .object([
              ("name", .string(fact.name)), ("kind", .string(fact.kind.rawValue)),
              ("label", .string(fact.label[language])),
              ("question", .string(fact.question[language])),
              (
                "values",
                .array(
                  fact.choices.map {
                    .object([("value", .string($0.value)), ("label", .string($0.label[language]))])
                  })
              ),
              ("usual", fact.usual.map { .string($0) } ?? .null),
              ("absent", fact.absent.map { .string($0) } ?? .null),
              ("sensitive", .bool(fact.isSensitive)),
              ("source", .array(fact.sources.map { .string($0) })),
            ])
          })
      ),
    ])
  }
}
