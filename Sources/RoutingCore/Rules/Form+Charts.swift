// The form of matrix.json.

extension Form {
  static let charts = Form(
    "matrix", nl: "matrix.json: wat de matrix toont", en: "matrix.json: what the matrix shows",
    [
      .optional(
        "$schema", .text, nl: "het schema, voor een editor", en: "the schema, for an editor"),
      .required(
        "phases", .some(.object(situation)),
        nl: "de fasen die een jongere doorloopt: de rijen van de wandkaart",
        en: "the phases a youth passes: the rows of the wall chart"),
      .required(
        "circumstances", .some(.object(situation)),
        nl: "de niveaus en wat daarvoor gaat: de kolommen van de wandkaart",
        en: "the levels and what goes before them: the columns of the wall chart"),
      .required(
        "situations", .some(.object(situation)), nl: "de rijen van de rolkaart",
        en: "the rows of the role chart"),
      .optional(
        "routes", .list(.object(route)), nl: "de wegen op de routekaart",
        en: "the ways on the route map"),
      .optional(
        "comparison", .list(.object(comparison)), nl: "waarin `regions` de afspraken vergelijkt",
        en: "in what `regions` compares the agreements"),
      .optional(
        "consulted", .list(.object(consulted)), nl: "met wie overleg hoort",
        en: "who is to be consulted"),
      .optional(
        "breaks", .list(.text), nl: "waar lange woorden in een smalle kolom mogen breken",
        en: "where long words may break in a narrow column"),
    ])

  static let situation = Form(
    "situation", nl: "jongeren die iets gemeen hebben", en: "youths who have something in common",
    [
      .required("title", .phrase, nl: "wat zij gemeen hebben", en: "what they have in common"),
      .optional(
        "group", .phrase, nl: "het deel van de kaart waar de rij bij hoort",
        en: "the part of the chart the row belongs to"),
      .required("when", .match, nl: "wat er van hen bekend is", en: "what is known of them"),
      .optional(
        "elsewhere", .list(.name), nl: "gemeentefeiten die buiten de regio liggen",
        en: "municipality facts that lie outside the region"),
    ])

  static let route = Form(
    "route", nl: "een weg van school naar wat daarna komt",
    en: "a way from school to what comes after it",
    [
      .required("title", .phrase, nl: "wiens weg het is", en: "whose way it is"),
      .optional("school", .match, nl: "de jongere op school", en: "the youth at school"),
      .required(
        "left", .match, nl: "de jongere die net is vertrokken", en: "the youth who has just left"),
    ])

  static let comparison = Form(
    "question", nl: "een vraag waarin afspraken verschillen",
    en: "a question in which agreements differ",
    [
      .required("title", .phrase, nl: "de vraag", en: "the question"),
      .required("when", .match, nl: "over wie zij gaat", en: "whom it is about"),
      .optional(
        "table", .name, nl: "de tabel die antwoordt", en: "the table that answers"),
      .optional(
        "and", .match, nl: "wat er bij komt: alleen wat dat toevoegt, is het antwoord",
        en: "what comes with it: only what that adds is the answer"),
      .optional(
        "until", .flag, nl: "ook wat er een eind aan maakt", en: "what puts an end to it as well"),
      .optional(
        "along", .name, nl: "in plaats van een tabel: voor welke waarden de afspraken gelden",
        en: "instead of a table: for which values the agreement holds"),
    ])

  static let consulted = Form(
    "consulted", nl: "met wie overleg hoort als een tabel zo antwoordt",
    en: "who is to be consulted when a table answers so",
    [
      .required("table", .name, nl: "de tabel", en: "the table"),
      .required("value", .name, nl: "het antwoord", en: "the answer"),
      .required("party", .name, nl: "de partij", en: "the party"),
    ])
}
