public import RoutingCore

/// What the program says about itself.
public enum HelpPages {
  /// The first help: what it is, examples, where to read on.
  public static func overview(_ language: Language) -> String {
    language == .nl
      ? """
      jongeren-route: wie is verantwoordelijk voor deze jongere, en wie bel ik?

      Gebruik: jongeren-route advise | timeline [PROFIEL.json | -] [naam=waarde ...] [opties]
               jongeren-route matrix [naam=waarde ...] [opties] | regions [opties]
               jongeren-route caseload [BESTAND | -] [opties]
               jongeren-route facts | schema [SOORT] | validate [MAP] [opties]
               jongeren-route help [OPDRACHT | findings | privacy | exit-codes]

      Voorbeelden:
        jongeren-route advise geboortedatum=2007-03-14 woongemeente=Oss huidigeSchool=geen \\
          verlatenSchool=mbo-2 verlatenLeerweg=bol uitschrijfdatum=2026-02-01 hoogsteDiploma=geen
        jongeren-route advise jongere.json --on 2026-11-21 --format markdown

      Opties:
        --on DATUM          peildatum (standaard vandaag)
        --region REGIO      afspraken van deze regio, wat de gemeenten ook zijn
        --format VORM       text (standaard), json of markdown
        --lang TAAL         nl (standaard) of en
        --rules MAP         regels uit deze map in plaats van de meegeleverde
        --contacts BESTAND  eigen contactenlijst (CSV)
        --help, --version

      Bij direct gevaar: bel 112. Typ geen namen, BSN of adressen: zie help privacy.

      """
      : """
      jongeren-route: who is responsible for this youth, and who do I call?

      Usage: jongeren-route advise | timeline [PROFILE.json | -] [name=value ...] [options]
             jongeren-route matrix [name=value ...] [options] | regions [options]
             jongeren-route caseload [FILE | -] [options]
             jongeren-route facts | schema [KIND] | validate [FOLDER] [options]
             jongeren-route help [COMMAND | findings | privacy | exit-codes]

      Examples:
        jongeren-route advise geboortedatum=2007-03-14 woongemeente=Oss huidigeSchool=geen \\
          verlatenSchool=mbo-2 verlatenLeerweg=bol uitschrijfdatum=2026-02-01 hoogsteDiploma=geen
        jongeren-route advise youth.json --on 2026-11-21 --format markdown --lang en

      Options:
        --on DATE          reference date (default today)
        --region REGION    the agreement of this region, whatever the municipalities are
        --format FORM      text (default), json or markdown
        --lang LANGUAGE    nl (default) or en
        --rules FOLDER     rules from this folder instead of those inside
        --contacts FILE    your own contact list (CSV)
        --help, --version

      In immediate danger: call 112. Type no names, BSN or addresses: see help privacy.

      """
  }

  /// The help of one subject; nil when there is none.
  public static func topic(_ name: String, _ language: Language) -> String? {
    switch name {
    case "advise": advise(language)
    case "timeline": timeline(language)
    case "matrix": matrix(language)
    case "regions": regions(language)
    case "caseload": caseload(language)
    case "facts": facts(language)
    case "schema": schema(language)
    case "validate": validate(language)
    case "findings": FindingCatalogue.page(language).text()
    case "privacy": privacy(language)
    case "exit-codes": exitCodes(language)
    default: nil
    }
  }

  /// The subjects there is help for.
  public static let topics = [
    "advise", "timeline", "matrix", "regions", "caseload", "facts", "schema", "validate",
    "findings",
    "privacy",
    "exit-codes",
  ]

  private static func advise(_ language: Language) -> String {
    language == .nl
      ? """
      jongeren-route advise [PROFIEL.json | -] [naam=waarde ...] [opties]

      Zegt wie nu verantwoordelijk is, wie u belt, waarom, en wat wanneer verandert.
      Het profiel is een JSON-object met feiten; - leest het van de standaardinvoer.
      naam=waarde vult het profiel aan of gaat ervoor.
      Een datum mag een maand zijn (2007-03) en leeftijd=18 mag in plaats van geboortedatum.
      Wat u niet weet, laat u weg: dan zegt het antwoord wat is aangenomen of wat u eerst vraagt.

      Voorbeelden:
        jongeren-route advise leeftijd=18 woongemeente=Vught huidigeSchool=geen
        echo '{"woongemeente": "Oss", "leeftijd": 17, "huidigeSchool": "pro"}' | jongeren-route advise -

      Omgeving: JONGEREN_ROUTE_RULES, JONGEREN_ROUTE_CONTACTS en JONGEREN_ROUTE_REGION zijn de
      standaardwaarden van --rules, --contacts en --region.

      Eigen contacten (--contacts): CSV met puntkomma of komma en de kolommen partner; rol; gemeente;
      school; naam; telefoon; e-mail; gecontroleerd op; geldig tot en met. Een contact telt een jaar na
      de controle niet meer; de regel `# controle-maanden: 6` bovenaan maakt daar zes maanden van.

      Bij direct gevaar: bel 112.

      """
      : """
      jongeren-route advise [PROFILE.json | -] [name=value ...] [options]

      Says who is responsible now, who to call, why, and what changes when.
      The profile is a JSON object of facts; - reads it from standard input.
      name=value completes the profile or goes before it.
      A date may be a month (2007-03), and leeftijd=18 may stand for geboortedatum.
      Leave out what you do not know: the answer says what it assumed, or what to ask first.

      Examples:
        jongeren-route advise leeftijd=18 woongemeente=Vught huidigeSchool=geen --lang en
        echo '{"woongemeente": "Oss", "leeftijd": 17, "huidigeSchool": "pro"}' | jongeren-route advise -

      Environment: JONGEREN_ROUTE_RULES, JONGEREN_ROUTE_CONTACTS and JONGEREN_ROUTE_REGION are the
      defaults of --rules, --contacts and --region.

      Own contacts (--contacts): CSV with semicolon or comma and the columns partner; role;
      municipality; school; name; phone; e-mail; verified on; valid until. A contact no longer counts
      a year after its check; the line `# verify-months: 6` at the top makes that six months.

      In immediate danger: call 112.

      """
  }

  private static func facts(_ language: Language) -> String {
    language == .nl
      ? """
      jongeren-route facts [--format text|json|markdown] [--lang nl|en] [--rules MAP]

      Noemt elk feit met zijn waarden, zijn betekenis en zijn gebruikelijke waarde.

      Voorbeelden:
        jongeren-route facts
        jongeren-route facts --format json

      """
      : """
      jongeren-route facts [--format text|json|markdown] [--lang nl|en] [--rules FOLDER]

      Lists every fact with its values, its meaning and its usual value.

      Examples:
        jongeren-route facts --lang en
        jongeren-route facts --format json

      """
  }

  private static func schema(_ language: Language) -> String {
    let kinds = SchemaDocument.kinds.joined(separator: " | ")
    return language == .nl
      ? """
      jongeren-route schema [SOORT] [--lang nl|en]

      Geeft een JSON-schema (draft-07) van een soort regelbestand, of van alle soorten samen. Een editor
      die het kent, vult sleutels aan, legt ze uit en onderstreept fouten terwijl u typt.
      Het schema en het programma stellen dezelfde eisen aan de vorm; of namen bestaan en of tabellen
      op volgorde staan, ziet alleen het programma.

      Soorten:
        \(kinds)

      Voorbeelden:
        jongeren-route schema > regels.schema.json
        jongeren-route schema tables --lang en

      """
      : """
      jongeren-route schema [KIND] [--lang nl|en]

      Gives a JSON Schema (draft-07) of one kind of rule file, or of all kinds together. An editor that
      knows it completes keys, explains them and underlines faults while you type.
      The schema and the program ask the same of the form; whether names exist and tables stand in
      order only the program can see.

      Kinds:
        \(kinds)

      Examples:
        jongeren-route schema --lang en > rules.schema.json
        jongeren-route schema tables --lang en

      """
  }

  private static func privacy(_ language: Language) -> String {
    language == .nl
      ? """
      Privacy

      Typ geen naam, BSN, adres, telefoonnummer of e-mailadres van een jongere, en geen diagnose of
      toelichting. Het programma heeft ze niet nodig en weigert zulke velden, zonder de waarde te
      herhalen.
      Wat u als naam=waarde typt, blijft in de geschiedenis van uw opdrachtregel staan en is voor
      andere gebruikers van dezelfde computer te zien. Gebruik voor een echte jongere liever een
      bestand dat u daarna weggooit, of - met de standaardinvoer.
      Een geboortedatum is nodig om vensters op de dag te berekenen; leeftijd=18 of een maand mag ook.
      Het programma bewaart niets, verstuurt niets en schrijft geen logboek. JSON-uitvoer herhaalt
      geen gevoelige feiten.
      Toestemming: deel gegevens alleen met toestemming; het advies zegt van wie.

      """
      : """
      Privacy

      Type no name, BSN, address, telephone number or e-mail address of a youth, and no diagnosis or
      explanation. The program does not need them and refuses such fields, without repeating the
      value.
      What you type as name=value stays in the history of your command line and can be seen by other
      users of the same computer. For a real youth rather use a file that you throw away afterwards,
      or - with standard input.
      A date of birth is needed to compute windows to the day; leeftijd=18 or a month will do as well.
      The program stores nothing, sends nothing and keeps no log. JSON output does not repeat
      sensitive facts.
      Consent: share data with consent only; the advice says whose.

      """
  }

  private static func exitCodes(_ language: Language) -> String {
    language == .nl
      ? """
      Status bij het einde

        0  beantwoord; regels zonder fouten
        1  regels met fouten (validate; zie --fail-on), geweigerde rijen (caseload)
        2  kon niet: verkeerd gebruik, onleesbare of foute invoer, uitvoer mislukt
        3  nog niet te bepalen: er ontbreken feiten; het antwoord zegt welke

      """
      : """
      Exit codes

        0  answered; rules without errors
        1  rules with errors (validate; see --fail-on), refused rows (caseload)
        2  could not: wrong use, unreadable or bad input, output failed
        3  cannot be decided yet: facts are missing; the answer says which

      """
  }
}
