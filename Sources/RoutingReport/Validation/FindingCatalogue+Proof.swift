import RoutingCore

extension FindingCatalogue {
  /// What the proof and the worked cases show to be wrong.
  static func proof(_ code: Diagnostic.Code) -> Entry? {
    switch code {
    case .noRule:
      return Entry(
        code: code,
        definition: Text(
          nl: "Voor iemand heeft een tabel geen regel: de keten is niet gesloten.",
          en: "For somebody a table has no rule: the chain is not closed."),
        example: Text(
          nl: #"regels voor "below": 18 en "from": 19, niet voor 18"#,
          en: #"rules for "below": 18 and "from": 19, not for 18"#),
        remedy: Text(
          nl:
            "Sluit het gat, of zeg met een regel met `gap` dat het open is gelaten en wie beslist.",
          en: "Close the gap, or say with a rule with `gap` that it was left open and who decides.")
      )
    case .deadRule:
      return Entry(
        code: code,
        definition: Text(
          nl:
            "Een regel kan voor niemand het antwoord zijn: regels erboven verbergen hem, of hij kan niet gelden.",
          en: "A rule can be the answer for nobody: rules above hide it, or it cannot hold."),
        example: Text(
          nl: "een regel onder een regel zonder `when`",
          en: "a rule below a rule without `when`"),
        remedy: Text(
          nl: "Zet de regel hoger, maak de regels erboven smaller, of haal hem weg.",
          en: "Move the rule up, narrow the rules above it, or remove it."))
    case .unstatedPrecedence:
      return Entry(
        code: code,
        definition: Text(
          nl:
            "Twee regels gelden voor dezelfde jongere, antwoorden anders, en niets zegt welke voorgaat.",
          en:
            "Two rules hold for the same youth and answer differently, and nothing says which goes first."
        ),
        example: Text(
          nl: "leeftijd 16-18 geeft leerplicht, pro geeft de school",
          en: "leeftijd 16-18 gives leerplicht, pro gives the school"),
        remedy: Text(
          nl: "Zet beide in `precedence` van de tabel, met de reden, of laat ze elkaar uitsluiten.",
          en: "Put both in `precedence` of the table, with why, or make them exclude each other."))
    case .notValid:
      return Entry(
        code: code,
        definition: Text(
          nl: "Afspraken die op deze dag niet gelden: dan antwoordt het landelijk kader.",
          en: "An agreement that does not hold on this day: the national frame answers then."),
        example: Text(#""valid": {"below": "2026-01-01"}"#),
        remedy: Text(
          nl: "Verleng de geldigheid als de afspraken doorlopen, of haal de map weg.",
          en: "Extend the validity when the agreement runs on, or remove the folder."))
    case .deadEnd:
      return Entry(
        code: code,
        definition: Text(
          nl: "Een antwoord waarmee niemand te bereiken is.",
          en: "An answer by which nobody can be reached."),
        example: Text(
          nl: "een partij zonder `find`, in een map zonder `desk`",
          en: "a party without `find`, in a folder without `desk`"),
        remedy: Text(
          nl: "Geef de partij een `find`, een contact, of de map een `desk`.",
          en: "Give the party a `find`, a contact, or the folder a `desk`."))
    case .staleContact:
      return Entry(
        code: code,
        definition: Text(
          nl:
            "Een contact dat nooit of te lang geleden is gecontroleerd, of dat eerder afloopt dan de afspraken.",
          en: "A contact never checked or too long ago, or that ends before the agreement does."),
        example: Text(#""verified": "2019-01-31""#),
        remedy: Text(
          nl: "Controleer het contact en zet de dag bij `verified`.",
          en: "Check the contact and put the day at `verified`."))
    case .againstLaw:
      return Entry(
        code: code,
        definition: Text(
          nl:
            "Afspraken die minder geven dan een plicht in de wet, of opnieuw beslissen wat de wet beslist.",
          en:
            "An agreement that gives less than a duty in law, or decides again what the law decides."
        ),
        example: Text(
          nl: "een venster van een jaar waar de wet er twee geeft",
          en: "a window of one year where the law gives two"),
        remedy: Text(
          nl: "Volg de wet: een afspraak mag verder gaan, niet minder ver.",
          en: "Follow the law: an agreement may go further, not less far."))
    case .caseDiffers:
      return Entry(
        code: code,
        definition: Text(
          nl: "Een voorbeeldgeval krijgt een ander advies dan erbij staat.",
          en: "A worked case gets another advice than it states."),
        example: Text(#""expect": {"aanspreekpunt": "leerplicht"}"#),
        remedy: Text(
          nl: "Verbeter de regel, of het geval als de afspraken anders zijn geworden.",
          en: "Mend the rule, or the case when the agreement has changed."))
    case .coverageDiffers:
      return Entry(
        code: code,
        definition: Text(
          nl:
            "coverage.json zegt van een deel van een document iets anders dan de regels die het aanhalen.",
          en:
            "coverage.json says of a section of a document something else than the rules that cite it."
        ),
        example: Text(
          nl: #"een regel haalt "nob 3" aan, coverage.json noemt hem daar niet"#,
          en: #"a rule cites "nob 3", coverage.json does not name it there"#),
        remedy: Text(
          nl:
            "Neem de lijst over die de bevinding geeft, of zeg bij `left` waarom het eruit is gelaten.",
          en: "Take over the list the finding gives, or say at `left` why it was left out."))
    case .unpinnedRule:
      return Entry(
        code: code,
        definition: Text(
          nl: "Een regel waar geen enkel voorbeeldgeval van afhangt.",
          en: "A rule that no worked case depends on."),
        example: Text(
          nl: "geen geval heeft hem bij `by`",
          en: "no case has it under `by`"),
        remedy: Text(
          nl: "Voeg een geval toe; `validate --suggest-cases` schrijft er een.",
          en: "Add a case; `validate --suggest-cases` writes one."))
    case .survivingMutant:
      return Entry(
        code: code,
        definition: Text(
          nl:
            "Een kleine wijziging van een regel verandert een antwoord, en geen voorbeeldgeval merkt het.",
          en: "A small change of a rule alters an answer, and no worked case notices."),
        example: Text(
          nl: #""from": 18 in plaats van 17"#,
          en: #""from": 18 instead of 17"#),
        remedy: Text(
          nl: "Voeg een geval op de grens toe; `validate --suggest-cases` schrijft er een.",
          en: "Add a case at the boundary; `validate --suggest-cases` writes one."))
    default: return nil
    }
  }
}
