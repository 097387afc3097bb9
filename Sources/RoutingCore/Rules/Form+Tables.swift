// The forms within agreement.json, table files and worked cases.

extension Form {
  static let document = Form(
    "document", nl: "een document dat regels aanhalen", en: "a document that rules cite",
    [
      .required("id", .name, nl: "de korte naam", en: "the short name"),
      .required("title", .phrase, nl: "de titel", en: "the title"),
    ])

  static let contact = Form(
    "contact", nl: "hoe iemand te bereiken is", en: "how somebody can be reached",
    [
      .required("party", .name, nl: "voor wie", en: "for whom"),
      .optional("municipality", .text, nl: "de gemeente", en: "the municipality"),
      .optional("school", .text, nl: "de school", en: "the school"),
      .optional("name", .text, nl: "wie of wat opneemt", en: "who or what answers"),
      .optional("phone", .text, nl: "het telefoonnummer", en: "the telephone number"),
      .optional("email", .text, nl: "het e-mailadres", en: "the e-mail address"),
      .optional("verified", .day, nl: "de dag van de controle", en: "the day of the check"),
      .optional("validThrough", .day, nl: "de laatste dag", en: "the last day"),
      .optional(
        "monthsBetweenChecks", .number(1...120), nl: "na zoveel maanden is een controle te oud",
        en: "after so many months a check is too old"),
      .required("source", .source, nl: "waar het staat", en: "where it is published"),
    ])

  static let table = Form(
    "table", nl: "een beslistabel", en: "a decision table",
    [
      .required(
        "table", .name, nl: "de naam, waaronder tabellen eronder het antwoord lezen",
        en: "the name, under which tables below read the answer"),
      .required("label", .phrase, nl: "wat zij beslist", en: "what it decides"),
      .required(
        "hit", .word(HitPolicy.allCases.map(\.rawValue)), nl: "de eerste regel, of alle",
        en: "the first rule, or all of them"),
      .optional(
        "values", .either([.word(["parties"]), .some(.object(value))]),
        nl: "`parties`, of de waarden; geen als de titels genoeg zeggen",
        en: "`parties`, or the values; none when titles say it all"),
      .optional(
        "precedence", .object(precedence), nl: "regels waarvan de volgorde is bedoeld",
        en: "rules whose order is meant"),
      .required("rules", .some(.object(rule)), nl: "de regels, op volgorde", en: "rules in order"),
    ])

  static let precedence = Form(
    "precedence", nl: "regels waarvan de volgorde is bedoeld", en: "rules whose order is meant",
    [
      .required("order", .some(.identifier), nl: "de regels", en: "the rules"),
      .required("why", .phrase, nl: "waarom in deze volgorde", en: "why in this order"),
    ])

  static let rule = Form(
    "rule", nl: "voor wie, en welk antwoord", en: "for whom, and which answer",
    [
      .required(
        "id", .identifier, nl: "de naam, uniek in alle mappen",
        en: "the name, unique in all folders"),
      .required("title", .phrase, nl: "wat hij zegt", en: "what it says"),
      .optional("when", .match, nl: "voor wie; zonder voor iedereen", en: "for whom; all without"),
      .optional("then", .name, nl: "het antwoord", en: "the answer"),
      .required(
        "source", .some(.source), nl: "document en vindplaats: `nob 3`",
        en: "document and section: `nob 3`"),
      .required(
        "basis", .word(Basis.allCases.map(\.rawValue)), nl: "wat hem bindend maakt",
        en: "what makes it binding"),
      .optional(
        "lezing", .object(lezing), nl: "de gekozen lezing waar de tekst open is",
        en: "the reading chosen where the text is open"),
      .optional("gap", .object(gap), nl: "wat bewust open is", en: "what is left open on purpose"),
      .optional(
        "requires", .phrase, nl: "wat eerst geregeld moet zijn", en: "what must be in place first"),
      .optional("due", .object(due), nl: "wanneer het klaar is", en: "when it is due"),
      .optional(
        "valid", .object(period), nl: "de dagen dat hij geldt", en: "the days on which it holds"),
    ])

  static let lezing = Form(
    "lezing", nl: "hoe de tekst is gelezen, en hoe nog meer",
    en: "how the text was read, and how else it could be",
    [
      .required("chosen", .phrase, nl: "zo is gelezen", en: "how it was read"),
      .required("alternative", .phrase, nl: "zo kan het ook", en: "how it could be read as well"),
    ])

  static let gap = Form(
    "gap", nl: "wat de afspraken open laten", en: "what the agreements leave open",
    [
      .required("reason", .phrase, nl: "wat open is", en: "what is left open"),
      .required("decides", .phrase, nl: "wie beslist", en: "who decides"),
      .required("meanwhile", .phrase, nl: "wat zolang te doen", en: "what to do meanwhile"),
    ])

  static let due = Form(
    "due", nl: "een dag, of zolang een antwoord duurt", en: "a day, or while an answer lasts",
    [
      .optional("of", .name, nl: "de datum waar vanaf", en: "the date it starts from"),
      .optional(
        "lasts", .name, nl: "de tabel waarvan het antwoord duurt",
        en: "the table whose answer lasts"),
    ] + moment, conditions: [Condition(key: "lasts", when: .absent, needs: "of")])

  static let section = Form(
    "section", nl: "een deel van een document", en: "a section of a document",
    [
      .required(
        "section", .source, nl: "document en vindplaats, zoals regels haar aanhalen",
        en: "document and section, as rules cite it"),
      .required("title", .text, nl: "waarover het gaat, kort", en: "what it is about, shortly"),
      .optional(
        "rules", .list(.identifier), nl: "regels die het aanhalen, in tabellen die beslissen",
        en: "rules that cite it, in tables that decide"),
      .optional(
        "shown", .list(.identifier), nl: "regels die het aanhalen, in tabellen die tonen",
        en: "rules that cite it, in tables that show"),
      .optional(
        "network", .list(.phrase), nl: "taken van het netwerk, niet van een jongere",
        en: "duties of the network, not about one youth"),
      .optional(
        "left", .phrase, nl: "wat eruit is gelaten, en waarom", en: "what is left out, and why"),
    ])

  static let workedCase = Form(
    "case", nl: "een verzonnen jongere met het verwachte advies",
    en: "an invented youth with the advice expected",
    [
      .required("id", .identifier, nl: "de naam, uniek", en: "the name, unique"),
      .required("title", .phrase, nl: "over wie het gaat", en: "who it is about"),
      .optional(
        "why", .phrase, nl: "waar het afwijkt van de verwachting",
        en: "where it departs from what one would expect"
      ),
      .required("on", .day, nl: "de peildatum", en: "the reference date"),
      .required("profile", .map(.text), nl: "de feiten", en: "the facts"),
      .optional("agreement", .name, nl: "de map die antwoordt", en: "the folder that answers"),
      .optional("until", .day, nl: "tot welke dag", en: "until which day"),
      .required(
        "expect", .map(.either([.name, .object(expectation)])), nl: "per tabel het antwoord",
        en: "the answer, per table"),
    ])

  static let duty = Form(
    "duty", nl: "een plicht uit de wet", en: "a duty in law",
    [
      .required("id", .identifier, nl: "de naam", en: "the name"),
      .required("title", .phrase, nl: "wat de wet vraagt", en: "what the law asks"),
      .required("when", .match, nl: "voor wie", en: "for whom"),
      .required(
        "must", .map(.some(.name)),
        nl: "per tabel de antwoorden die mogen, voor zover een afspraak die tabel heeft",
        en: "per table the answers allowed, as far as an agreement has that table"),
      .required("source", .some(.source), nl: "de vindplaats", en: "the source"),
    ])

  static let expectation = Form(
    "expectation", nl: "een antwoord en de regels die het geven",
    en: "an answer and the rules that give it",
    [
      .optional(
        "is", .either([.name, .some(.name)]), nl: "het antwoord; een lijst als het open blijft",
        en: "the answer; a list when it stays open"),
      .optional(
        "by", .list(.identifier), nl: "regels die beslissen of gelden",
        en: "rules that decide or hold"),
      .optional(
        "not", .list(.identifier), nl: "regels die niet gelden", en: "rules that do not hold"),
      .optional(
        "then", .map(.name), nl: "wie een regel noemt", en: "whom a rule names"),
      .optional(
        "due", .map(.day), nl: "de uiterste dag van een regel", en: "the day a rule is due"),
    ])
}
