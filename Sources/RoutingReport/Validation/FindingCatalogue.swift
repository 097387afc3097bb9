public import RoutingCore

/// Every kind of finding that checking rules can come to: what it is, how it looks, what to do.
public struct FindingCatalogue {
  /// One kind of finding.
  public struct Entry: Sendable {
    /// Its code.
    public let code: Diagnostic.Code
    /// What is wrong.
    public let definition: Text
    /// How it looks in a rule file.
    public let example: Text
    /// What to do about it.
    public let remedy: Text
  }

  /// The kinds, faults of form first.
  public static let entries = Diagnostic.Code.allCases.compactMap(entry)

  /// The catalogue as a page of help.
  public static func page(_ language: Language) -> Page {
    let example = language == .nl ? "bijvoorbeeld: " : "for example: "
    var page = Page()
    page.paragraph(
      language == .nl
        ? "Wat `jongeren-route validate` kan vinden. Een waarschuwing is erbij gezegd; de rest is fout."
        : "What `jongeren-route validate` can find. A warning is marked; the others are errors.")
    page.entries(
      entries.map { entry in
        let mark = language == .nl ? "(waarschuwing) " : "(warning) "
        let isWarning = entry.code.severity == .warning
        return Page.Entry(
          label: entry.code.rawValue,
          lines: [
            (isWarning ? mark : "") + entry.definition[language],
            example + entry.example[language], entry.remedy[language],
          ])
      })
    return page
  }
}

extension FindingCatalogue {
  /// What a code means in rules; nil for faults of other commands.
  private static func entry(_ code: Diagnostic.Code) -> Entry? {
    switch code {
    case .personalData, .contradiction, .usage, .output:
      return nil
    case .unreadable:
      return Entry(
        code: code,
        definition: Text(
          nl: "Een bestand dat er hoort te zijn, ontbreekt of is niet te lezen.",
          en: "A file that has to be there is missing or cannot be read."),
        example: Text(
          nl: "facts.json is weg",
          en: "facts.json is gone"),
        remedy: Text(
          nl: "Geef de hele map met regels en kijk de rechten na.",
          en: "Give the whole folder of rules and check the permissions."))
    case .syntax:
      return Entry(
        code: code,
        definition: Text(
          nl: "Het bestand is geen JSON.",
          en: "The file is not JSON."),
        example: Text(#""hit": ,"#),
        remedy: Text(
          nl:
            "Verbeter de tekst op de aangewezen plaats; wat verder in het bestand staat, is nog niet bekeken.",
          en: "Mend the text at the place shown; what follows in the file was not looked at yet."))
    case .duplicateKey:
      return Entry(
        code: code,
        definition: Text(
          nl: "Een object heeft dezelfde sleutel twee keer.",
          en: "An object has the same key twice."),
        example: Text(#"{"hit": "first", "hit": "collect"}"#),
        remedy: Text(
          nl: "Houd er een over.",
          en: "Keep one of them."))
    case .unknownKey:
      return Entry(
        code: code,
        definition: Text(
          nl: "Een sleutel die hier niets betekent.",
          en: "A key that means nothing here."),
        example: Text(#""bron": ["nob 3"]"#),
        remedy: Text(
          nl: "Verbeter de spelling of haal de sleutel weg; rules/README.md noemt de sleutels.",
          en: "Mend the spelling or remove the key; rules/README.md names the keys."))
    case .missingKey:
      return Entry(
        code: code,
        definition: Text(
          nl: "Iets wat er hoort te staan, ontbreekt.",
          en: "Something that has to be there is missing."),
        example: Text(
          nl: #"{"id": "nob-regel"} zonder title"#,
          en: #"{"id": "nob-rule"} without a title"#),
        remedy: Text(
          nl: "Voeg het toe.",
          en: "Add it."))
    case .wrongType:
      return Entry(
        code: code,
        definition: Text(
          nl: "Een waarde van een andere soort dan hier hoort, of een bereik waarin niets past.",
          en: "A value of another kind than belongs here, or a range that holds nothing."),
        example: Text(#""leeftijd": {"from": 27, "below": 18}"#),
        remedy: Text(
          nl: "Schrijf een tekst, getal, lijst of bereik zoals rules/README.md laat zien.",
          en: "Write a text, number, list or range as rules/README.md shows."))
    case .unknownFact:
      return Entry(
        code: code,
        definition: Text(
          nl: "Een regel vraagt naar een feit dat facts.json en de tabellen erboven niet kennen.",
          en: "A rule asks for a fact that facts.json and the tables above it do not know."),
        example: Text(#""when": {"woongemente": "Oss"}"#),
        remedy: Text(
          nl: "Verbeter de naam, of voeg het feit toe aan facts.json.",
          en: "Mend the name, or add the fact to facts.json."))
    case .unknownValue:
      return Entry(
        code: code,
        definition: Text(
          nl: "Een waarde die dit feit of deze sleutel niet kan hebben.",
          en: "A value that this fact or key cannot have."),
        example: Text(#""huidigeSchool": "mbo2""#),
        remedy: Text(
          nl: "Kies een van de waarden.",
          en: "Choose one of the values."))
    case .badDate:
      return Entry(
        code: code,
        definition: Text(
          nl: "Een datum die niet bestaat of niet als datum is geschreven.",
          en: "A date that does not exist or is not written as a date."),
        example: Text(#""from": "2026-02-30""#),
        remedy: Text(
          nl: "Schrijf jaar, maand en dag: 2026-01-31.",
          en: "Write year, month and day: 2026-01-31."))
    case .unknownName:
      return Entry(
        code: code,
        definition: Text(
          nl:
            "Een naam van een partij, document, tabel, bestand of regel die nergens is opgegeven.",
          en: "A name of a party, document, table, file or rule that is declared nowhere."),
        example: Text(#""then": "begelijder""#),
        remedy: Text(
          nl: "Verbeter de spelling, of geef de naam op waar hij hoort.",
          en: "Mend the spelling, or declare the name where it belongs."))
    case .duplicateName:
      return Entry(
        code: code,
        definition: Text(
          nl: "Dezelfde naam is twee keer opgegeven.",
          en: "The same name is declared twice."),
        example: Text(
          nl: #"twee regels met "id": "nob-vsv""#,
          en: #"two rules with "id": "nob-vsv""#),
        remedy: Text(
          nl: "Kies voor een van beide een andere naam, of haal er een weg.",
          en: "Choose another name for one of them, or remove one."))
    case .tooManyValues:
      return Entry(
        code: code,
        definition: Text(
          nl: "Een feit of tabel heeft meer verschillende waarden dan er plaats is.",
          en: "A fact or table has more different values than there is room for."),
        example: Text(
          nl: "een keuze met 70 waarden",
          en: "a choice with 70 values"),
        remedy: Text(
          nl: "Voeg waarden samen, of deel de vraag in tweeën.",
          en: "Join values, or split the question in two."))
    case .unknownMunicipality:
      return Entry(
        code: code,
        definition: Text(
          nl: "Een gemeente die niet of niet meer bestaat.",
          en: "A municipality that does not exist, or no longer."),
        example: Text(#""municipalities": ["Uden"]"#),
        remedy: Text(
          nl: "Geef de naam uit municipalities.json.",
          en: "Give the name from municipalities.json."))
    case .hiddenCharacter:
      return Entry(
        code: code,
        definition: Text(
          nl: "Een teken dat andere verplaatst of verbergt: wat men leest, is niet wat er staat.",
          en: "A character that moves or hides others: what one reads is not what is there."),
        example: Text(#""then": "doorstroom\u200bcoach""#),
        remedy: Text(
          nl: "Haal het teken weg.",
          en: "Remove the character."))
    case .badName:
      return Entry(
        code: code,
        definition: Text(
          nl: "Een naam met andere tekens dan letters, cijfers en streepjes.",
          en: "A name with other characters than letters, digits and dashes."),
        example: Text(#""id": "nob één""#),
        remedy: Text(
          nl: "Gebruik letters zonder accent, cijfers en -; de bevinding zegt wat hier mag.",
          en: "Use letters without accents, digits and -; the finding tells what may stand here."))
    case .tableOrder:
      return Entry(
        code: code,
        definition: Text(
          nl:
            "Een regel leest wat pas een latere tabel beslist, of staat anders dan `precedence` zegt.",
          en:
            "A rule reads what only a later table decides, or stands otherwise than `precedence` says."
        ),
        example: Text(
          nl: #""when": {"venster": "mbo"} boven de tabel venster"#,
          en: #""when": {"venster": "mbo"} above the table venster"#),
        remedy: Text(
          nl:
            "Zet de tabel die het beslist hoger, of haar bestand eerder in agreement.json; zet de regels goed.",
          en:
            "Move the table that decides it up, or its file earlier in agreement.json; put the rules in order."
        )
      )
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
    }
  }
}
