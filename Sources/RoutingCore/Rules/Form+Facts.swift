// The forms within facts.json and parties.json, and those that several kinds of file share.

extension Form {
  static let phrase = Form(
    "phrase", nl: "dezelfde woorden in twee talen", en: "the same words in two languages",
    [
      .required("nl", .text, nl: "in het Nederlands", en: "in Dutch"),
      .required("en", .text, nl: "in het Engels", en: "in English"),
    ])

  static let period = Form(
    "period", nl: "dagen van `from` tot `below`", en: "days from `from` up to `below`",
    [
      .optional("from", .day, nl: "de eerste dag", en: "the first day"),
      .optional("below", .day, nl: "de eerste dag erna", en: "the first day after it"),
    ], conditions: [Condition(key: "from", when: .absent, needs: "below")])

  static let range = Form(
    "range", nl: "getallen of dagen van `from` tot `below`",
    en: "numbers or days from `from` up to `below`",
    [
      .optional("from", bound, nl: "de eerste", en: "the first"),
      .optional("below", bound, nl: "de eerste erna", en: "the first after it"),
    ], conditions: [Condition(key: "from", when: .absent, needs: "below")])

  private static let bound = Shape.either([.number(nil), .day])

  /// The form of `when`, in which any key but `any` is a fact.
  public static let when = Form(
    "when", nl: "voor wie: alle feiten gelden", en: "for whom: all facts hold",
    [
      .optional(
        "any", .some(.match), nl: "en een van deze geldt", en: "and one of these holds")
    ],
    others: .either([
      .text, .number(nil), .object(range), .some(.either([.text, .number(nil), .object(range)])),
    ]))

  static let value = Form(
    "value", nl: "een waarde met haar woorden", en: "a value with its words",
    [
      .required(
        "value", .name, nl: "zoals profielen en regels haar schrijven",
        en: "as profiles and rules write it"),
      .required("nl", .text, nl: "in het Nederlands", en: "in Dutch"),
      .required("en", .text, nl: "in het Engels", en: "in English"),
      .optional("party", .name, nl: "de partij die zij aanwijst", en: "the party it names"),
    ])

  static let fact = Form(
    "fact", nl: "een feit dat een profiel geeft", en: "a fact that a profile gives",
    [name, kind, label, question] + aboutFact
      + [
        .optional(
          "derive", .object(derivation), nl: "hoe het anders wordt uitgerekend",
          en: "how it is computed otherwise")
      ],
    conditions: [Condition(key: "kind", when: .among([Fact.Kind.choice.rawValue]), needs: "values")]
  )

  static let derivedFact = Form(
    "derivedFact", nl: "een feit dat wordt uitgerekend", en: "a fact that is computed",
    [
      name,
      .optional(kind.name, kind.shape, nl: kind.description.nl, en: kind.description.en),
      label,
      .optional(
        question.name, question.shape, nl: question.description.nl, en: question.description.en),
    ] + aboutFact + [
      .required(
        "derive", .object(derivation), nl: "hoe het wordt uitgerekend", en: "how it is computed")
    ],
    conditions: [
      Condition(key: "stated", when: .present, needs: "question"),
      Condition(key: "kind", when: .among([Fact.Kind.choice.rawValue]), needs: "values"),
    ])

  private static let name = Key.required(
    "name", .name, nl: "sleutel in een profiel, as in de regels",
    en: "key in a profile, axis in the rules")
  private static let kind = Key.required(
    "kind", .word(Fact.Kind.allCases.map(\.rawValue)), nl: "de soort waarde",
    en: "the kind of value")
  private static let label = Key.required(
    "label", .phrase, nl: "de naam voor mensen", en: "the name for people")
  private static let question = Key.required(
    "question", .phrase, nl: "hoe ernaar te vragen", en: "how to ask for it")
  private static let aboutFact: [Key] = [
    .optional(
      "note", .phrase, nl: "wat erbij goed is om te weten", en: "what is worth knowing beside it"),
    .optional(
      "values", .some(.object(value)), nl: "de waarden van een keuze",
      en: "the values of a choice"),
    .optional(
      "usual", .text, nl: "wat wordt aangenomen, en gezegd, als het profiel zwijgt",
      en: "what is assumed, and said to be, when the profile is silent"),
    .optional(
      "absent", .text, nl: "wat zwijgen vanzelf betekent", en: "what silence means by itself"),
    .optional(
      "applies", .match, nl: "voor wie het iets betekent", en: "for whom it means anything"),
    .optional(
      "sensitive", .flag, nl: "gaat over gezondheid of de persoonlijke levenssfeer",
      en: "is about health or the private sphere"),
    .optional(
      "milestone", .object(milestone), nl: "hoe de dag heet waarop een getal wordt bereikt",
      en: "what the day is called on which a number is reached"),
    .optional(
      "means", .object(stated), nl: "het feit dat hiermee wordt opgegeven",
      en: "the fact that is stated by it"),
    .optional(
      "stated", .flag, nl: "een profiel mag het toch opgeven", en: "a profile may state it still"),
    .optional("source", .list(.source), nl: "document en vindplaats", en: "document and section"),
  ]

  static let milestone = Form(
    "milestone", nl: "de woorden voor een getal dat wordt bereikt, met `{n}` op zijn plaats",
    en: "the words for a number that is reached, with `{n}` in its place",
    [
      .required("one", .phrase, nl: "voor een", en: "for one"),
      .required("many", .phrase, nl: "voor meer", en: "for more"),
    ])

  static let stated = Form(
    "stated", nl: "een datum, zoveel dagen later", en: "a date, so many days later",
    [
      .required("fact", .name, nl: "de datum", en: "the date"),
      .optional("days", .number(-366...366), nl: "dagen erbij", en: "days added"),
    ])

  static let derivation = Form(
    "derivation", nl: "hoe een feit wordt uitgerekend", en: "how a fact is computed",
    [
      .required(
        "kind", .word(DerivationKind.allCases.map(\.rawValue)), nl: "de rekenwijze",
        en: "the kind of computation"),
      .optional("of", .name, nl: "het feit waar het van afhangt", en: "the fact it depends on"),
      .optional("with", .name, nl: "de datum ernaast", en: "the date beside it"),
    ] + moment,
    conditions: [
      Condition(
        key: "kind", when: .among(DerivationKind.allCases.filter(\.needsFact).map(\.rawValue)),
        needs: "of"),
      Condition(key: "kind", when: .among([DerivationKind.order.rawValue]), needs: "with"),
    ])

  /// The keys of a day computed from a date, beside the date.
  static let moment: [Key] = [
    .optional("years", .number(-100...100), nl: "jaren erbij", en: "years added"),
    .optional("months", .number(-1200...1200), nl: "maanden erbij", en: "months added"),
    .optional("days", .number(-36_600...36_600), nl: "dagen erbij", en: "days added"),
    .optional(
      "align", .word(Moment.Alignment.allCases.map(\.rawValue)),
      nl: "verschoven naar de rand van het schooljaar", en: "moved to the edge of the school year"),
  ]

  static let impossibility = Form(
    "impossibility", nl: "feiten die niet samen waar kunnen zijn",
    en: "facts that cannot be true together",
    [
      .required(
        "title", .phrase, nl: "wat er mis is en wat te doen", en: "what is wrong and what to do"),
      .required("when", .match, nl: "de feiten", en: "the facts"),
    ])

  static let move = Form(
    "move", nl: "wat een profiel wordt op een dag die het noemt",
    en: "what becomes of a profile on a day it names",
    [
      .required("on", .name, nl: "de datum", en: "the date"),
      .optional(
        "copy", .map(.name), nl: "feiten die de waarde van een ander krijgen",
        en: "facts that take over the value of another"),
      .optional(
        "state", .map(.name), nl: "feiten die een waarde krijgen", en: "facts that get a value"),
      .optional(
        "forget", .list(.name), nl: "feiten die niemand meer weet",
        en: "facts nobody knows any more"
      ),
    ])

  static let refusal = Form(
    "refusal", nl: "namen die over een persoon gaan", en: "names that speak of a person",
    [
      .required("names", .some(.text), nl: "de namen", en: "the names"),
      .required("reason", .phrase, nl: "waarom, en wat te doen", en: "why, and what to do"),
    ])

  static let party = Form(
    "party", nl: "een organisatie, een rol of een verwijzing",
    en: "an organisation, a role or a reference",
    [
      .required("id", .name, nl: "de naam in de regels", en: "the name in the rules"),
      .optional(
        "partner", .name, nl: "de organisatie van een rol", en: "the organisation of a role"),
      .optional(
        "from", .name, nl: "het feit dat zegt wie het is", en: "the fact that says who it is"),
      .optional(
        "nobody", .flag, nl: "er is geen organisatie om de jongere heen te brengen",
        en: "there is no organisation to bring the youth to"),
      .required("label", .phrase, nl: "de naam voor mensen", en: "the name for people"),
      .optional("find", .phrase, nl: "waar te vinden", en: "where to find them"),
    ])
}

extension Form.Shape {
  /// The same words in both languages.
  static let phrase = Form.Shape.object(.phrase)
}

/// How a fact is computed, as the files write it.
enum DerivationKind: String, CaseIterable {
  case years, months, reached, order, region, outcome
  case referenceDate = "reference-date"

  /// Whether it starts from another fact.
  var needsFact: Bool { self != .outcome && self != .referenceDate }
}
