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
      Een cel tussen aanhalingstekens mag over meer regels lopen; een rij over hooguit 64, en 1 MiB.

      Een kolom die niemand kent, wordt geweigerd, tenzij u haar noemt bij --ignore-columns. Kolommen
      met namen, adressen, BSN of onderwijsnummers, contactgegevens, opmerkingen of diagnosen worden
      altijd geweigerd: haal ze eerst uit de lijst. Bij CSV weigert zo'n kolom de lijst, bij JSON de rij.

      Opties:
        --format VORM      csv (standaard), ndjson, json of html
        --csv SOORT        nl (standaard: voor een Nederlandse Excel) of rfc4180
        --within TERMIJN   werklijst: wat overgaat, sluit of te doen is binnen 60d, 8w of 2m, hooguit
                           tien jaar; ook text
        --summary          aantallen per partner, niveau en maand; onder vijf staat er <5; ook text
        --output BESTAND   schrijft hierheen, heel of niet
        --rejects BESTAND  geweigerde rijen hierheen in plaats van tussen de antwoorden
        --strict           stopt bij de eerste geweigerde rij; een bestand, werklijst of samenvatting
                           wordt dan niet geschreven
        --region REGIO     afspraken van deze regio, wat de gemeenten ook zijn; zonder --region geldt
                           JONGEREN_ROUTE_REGION voor rijen zonder woongemeente
        --ignore-columns A,B  slaat deze kolommen over
        --threads N        aantal draden (standaard alle kernen); de uitvoer blijft dezelfde
        --on DATUM, --lang TAAL, --rules MAP

      Voorbeelden:
        jongeren-route caseload lijst.csv --output advies.csv --rejects geweigerd.csv
        jongeren-route caseload lijst.csv --within 60d
        jongeren-route caseload lijst.csv --summary --format html --output samenvatting.html

      Status 1 als er rijen zijn geweigerd, 2 als er niets kon, of als niemand de uitvoer tot het einde
      leest en een gevraagd bestand er daardoor niet is. Aantallen staan op de foutuitvoer, ook van de
      rijen waarvan nog niets te bepalen is.

      """
      : """
      jongeren-route caseload [FILE | -] [options]

      Answers every row of a list, or refuses it with line, column and reason. Input: CSV with a header
      of facts (semicolon, comma or tab; UTF-8, UTF-16 or Windows-1252), or a JSON object on each line.
      The column `sleutel` (or `key`) is yours: a mark of at most 32 letters and digits, not a name.
      A cell within quotation marks may run over several lines; a row over 64 at most, and 1 MiB.

      A column nobody knows is refused, unless you name it with --ignore-columns. Columns of names,
      addresses, citizen service (BSN) or education numbers, contact details, remarks or diagnoses always
      are: take them out of the list first. In CSV such a column refuses the list, in JSON the row.

      Options:
        --format FORM      csv (default), ndjson, json or html
        --csv KIND         nl (default: for a Dutch Excel) or rfc4180
        --within SPAN      worklist: what passes on, closes or is due within 60d, 8w or 2m, ten years
                           at most; text as well
        --summary          counts per partner, level and month; under five they are <5; text as well
        --output FILE      writes here, whole or not at all
        --rejects FILE     refused rows here instead of between the answers
        --strict           stops at the first refused row; a file, worklist or summary is not written
                           then
        --region REGION    the agreement of this region, whatever the municipalities are; without it
                           JONGEREN_ROUTE_REGION is that of rows without a municipality of residence
        --ignore-columns A,B  passes over these columns
        --threads N        number of threads (default all cores); the output stays the same
        --on DATE, --lang LANGUAGE, --rules FOLDER

      Examples:
        jongeren-route caseload list.csv --output advice.csv --rejects refused.csv
        jongeren-route caseload list.csv --within 60d
        jongeren-route caseload list.csv --summary --format html --output summary.html

      Status 1 when rows were refused, 2 when nothing could be done, or when nobody reads the output to
      its end and a file asked for is not there therefore. Counts are on standard error, those of the
      rows of which nothing can be decided yet as well.

      """
  }
}
