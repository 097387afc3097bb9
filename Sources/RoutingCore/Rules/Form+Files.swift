// The forms of whole rule files.

extension Form {
  /// The kinds of rule file, each with its form.
  public static let files: [(kind: String, form: Form)] = [
    ("facts", .facts), ("parties", .parties), ("municipalities", .municipalities),
    ("agreement", .agreement), ("tables", .tables), ("cases", .cases), ("matrix", .charts),
    ("coverage", .coverage),
  ]

  static let facts = Form(
    "facts", nl: "facts.json: alles wat over een jongere bekend kan zijn",
    en: "facts.json: everything that can be known about a youth",
    [
      schema,
      .required(
        "schoolYearStart", .text, nl: "eerste dag van het schooljaar, `08-01` is 1 augustus",
        en: "first day of the school year, `08-01` is 1 August"),
      .required(
        "facts", .list(.object(fact)), nl: "feiten die een profiel geeft",
        en: "facts that a profile gives"),
      .optional(
        "derived", .list(.object(derivedFact)), nl: "feiten die worden uitgerekend",
        en: "facts that are computed"),
      .optional(
        "agreementBy", .list(.name),
        nl: "de gemeenten waarvan de afspraken gelden, op volgorde: die van de school gaat voor",
        en: "the municipalities whose agreements hold, in order: that of the school goes first"),
      .optional(
        "impossible", .list(.object(impossibility)), nl: "wat niet samen waar kan zijn",
        en: "what cannot be true together"),
      .optional(
        "examples", .match, nl: "hoe verzonnen jongeren liefst zijn",
        en: "how invented youths preferably are"),
      .optional(
        "moves", .list(.object(move)), nl: "wat een profiel wordt op een dag die het noemt",
        en: "what becomes of a profile on a day it names"),
      .optional(
        "refused", .list(.object(refusal)), nl: "namen die worden geweigerd",
        en: "names that are refused"),
    ])

  static let parties = Form(
    "parties", nl: "parties.json: iedereen die een antwoord kan noemen",
    en: "parties.json: everybody an answer can name",
    [
      schema,
      .required("parties", .list(.object(party)), nl: "de partijen", en: "the parties"),
    ])

  static let municipalities = Form(
    "municipalities", nl: "municipalities.json: de Nederlandse gemeenten",
    en: "municipalities.json: the Dutch municipalities",
    [
      schema,
      .required("source", .text, nl: "waar de lijst vandaan komt", en: "where the list comes from"),
      .optional("year", .number(nil), nl: "het jaar van de lijst", en: "the year of the list"),
      .required(
        "municipalities", .list(.text), nl: "code en naam: `1680 Aa en Hunze`",
        en: "code and name: `1680 Aa en Hunze`"),
      .optional(
        "aliases", .map(.text), nl: "andere namen, met de officiële",
        en: "other names, with the official one"),
      .optional(
        "former", .map(.text), nl: "opgeheven gemeenten, met waar ze in opgingen",
        en: "former municipalities, with what they became part of"),
      .optional(
        "several", .map(.list(.text)), nl: "namen die meer dan een gemeente kunnen zijn",
        en: "names that can be more than one municipality"),
    ])

  static let agreement = Form(
    "agreement", nl: "agreement.json: de wet, het landelijk kader of de afspraken van een regio",
    en: "agreement.json: the law, the national frame or the agreement of a region",
    [
      schema,
      .required(
        "kind", .word(Agreement.Kind.allCases.map(\.rawValue)), nl: "wat de map bevat",
        en: "what the folder holds"),
      .required("name", .phrase, nl: "de naam voor mensen", en: "the name for people"),
      .required("edition", .text, nl: "de editie van de teksten", en: "the edition of the texts"),
      .optional("valid", .object(period), nl: "de dagen dat zij geldt", en: "the days it holds"),
      .optional(
        "municipalities", .list(.text), nl: "de gemeenten die meedoen",
        en: "the municipalities that take part"),
      .required(
        "documents", .list(.object(document)), nl: "de documenten die de regels aanhalen",
        en: "the documents the rules cite"),
      .optional(
        "desk", .name, nl: "de organisatie die altijd verder helpt",
        en: "the organisation that always helps"),
      .required(
        "tables", .some(.text), nl: "de bestanden met tabellen, op volgorde",
        en: "the files with tables, in order"),
      .optional(
        "coverage", .text, nl: "het bestand dat zegt wat van de documenten waar is gebleven",
        en: "the file that accounts for the documents"),
      .optional(
        "duties", .list(.object(duty)),
        nl: "in de map van de wet: wat elke afspraak ten minste geeft",
        en: "in the folder of the law: what every agreement gives at least"),
      .optional(
        "contacts", .list(.object(contact)), nl: "contacten die de documenten noemen",
        en: "contacts the documents publish"),
    ],
    conditions: [Condition(key: "kind", when: .among(["frame", "agreement"]), needs: "desk")])

  static let tables = Form(
    "tables", nl: "een bestand met beslistabellen", en: "a file with decision tables",
    [
      schema,
      .required(
        "tables", .some(.object(table)), nl: "de tabellen, op volgorde", en: "the tables, in order"),
    ])

  static let coverage = Form(
    "coverage", nl: "coverage.json: waar elk deel van de documenten is gebleven",
    en: "coverage.json: where each section of the documents went",
    [
      schema,
      .required("coverage", .some(.object(section)), nl: "de delen", en: "the sections"),
    ])

  static let cases = Form(
    "cases", nl: "een bestand met uitgewerkte gevallen", en: "a file with worked cases",
    [
      schema,
      .required("cases", .list(.object(workedCase)), nl: "de gevallen", en: "the cases"),
    ])

  private static let schema = Key.optional(
    "$schema", .text, nl: "het schema, voor een editor", en: "the schema, for an editor")
}
