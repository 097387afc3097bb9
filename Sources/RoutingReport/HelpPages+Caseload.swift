import RoutingCore

extension HelpPages {
  /// The help of `caseload`.
  static func caseload(_ language: Language) -> String {
    language == .nl
      ? """
      jongeren-route caseload [BESTAND | -] [opties]

      Beantwoordt elke rij van een lijst, of weigert haar met regel, kolom en reden. Invoer: CSV met een
      kop van feiten (puntkomma, komma of tab; UTF-8, UTF-16 of Windows-1252), of een JSON-object per
      regel. De kolom `sleutel` is van u: een kenmerk van hooguit 32 letters en cijfers, geen naam.
      Kolommen die niemand kent worden geweigerd; namen, adressen en BSN altijd.

      Opties:
        --format VORM      csv (standaard), ndjson, json of html
        --csv SOORT        nl (standaard: voor een Nederlandse Excel) of rfc4180
        --within TERMIJN   werklijst: wat overgaat, sluit of te doen is binnen 60d, 8w of 2m; ook text
        --summary          aantallen per partner, niveau en maand; onder vijf staat er <5; ook text
        --output BESTAND   schrijft hierheen, heel of niet
        --rejects BESTAND  geweigerde rijen hierheen in plaats van tussen de antwoorden
        --strict           stopt bij de eerste geweigerde rij
        --ignore-columns A,B  slaat deze kolommen over
        --threads N        aantal draden (standaard alle kernen); de uitvoer blijft dezelfde
        --on DATUM, --lang TAAL, --rules MAP

      Voorbeelden:
        jongeren-route caseload lijst.csv --output advies.csv --rejects geweigerd.csv
        jongeren-route caseload lijst.csv --within 60d
        jongeren-route caseload lijst.csv --summary --format html --output samenvatting.html

      Status 1 als er rijen zijn geweigerd, 2 als er niets kon. Aantallen staan op de foutuitvoer.

      """
      : """
      jongeren-route caseload [FILE | -] [options]

      Answers every row of a list, or refuses it with line, column and reason. Input: CSV with a header
      of facts (semicolon, comma or tab; UTF-8, UTF-16 or Windows-1252), or a JSON object on each line.
      The column `sleutel` (or `key`) is yours: a mark of at most 32 letters and digits, not a name.
      Columns nobody knows are refused; names, addresses and BSN always are.

      Options:
        --format FORM      csv (default), ndjson, json or html
        --csv KIND         nl (default: for a Dutch Excel) or rfc4180
        --within SPAN      worklist: what passes on, closes or is due within 60d, 8w or 2m; text as well
        --summary          counts per partner, level and month; under five they are <5; text as well
        --output FILE      writes here, whole or not at all
        --rejects FILE     refused rows here instead of between the answers
        --strict           stops at the first refused row
        --ignore-columns A,B  passes over these columns
        --threads N        number of threads (default all cores); the output stays the same
        --on DATE, --lang LANGUAGE, --rules FOLDER

      Examples:
        jongeren-route caseload list.csv --output advice.csv --rejects refused.csv
        jongeren-route caseload list.csv --within 60d
        jongeren-route caseload list.csv --summary --format html --output summary.html

      Status 1 when rows were refused, 2 when nothing could be done. Counts are on standard error.

      """
  }
}
