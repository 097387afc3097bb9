import RoutingCore

extension FindingCatalogue {
  /// What is wrong with the form of a rule file.
  static func form(_ code: Diagnostic.Code) -> Entry? {
    switch code {
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
          nl: #"{"id": "streek-regel"} zonder title"#,
          en: #"{"id": "streek-rule"} without a title"#),
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
        example: Text(#""when": {"leeftjid": {"from": 18}}"#),
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
          nl: #"twee regels met "id": "streek-vsv""#,
          en: #"two rules with "id": "streek-vsv""#),
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
    default: return nil
    }
  }
}
