import RoutingCore

extension HelpPages {
  static func regions(_ language: Language) -> String {
    language == .nl
      ? """
      jongeren-route regions [opties]

      Zet de afspraken naast elkaar: voor wie zij gelden, wanneer, en wat zij antwoorden op vragen waarin
      regio's verschillen. Elk antwoord is berekend uit de regels, ook dat van het landelijk kader, dat
      overal antwoordt waar geen afspraken zijn. De vragen staan in rules/matrix.json.

      Opties:
        --region REGIO         een regio, naast het landelijk kader (standaard alle), met wat
                               haar documenten van het netwerk vragen
        --on DATUM             peildatum (standaard vandaag)
        --format VORM          text (standaard), markdown, html, csv of json
        --csv nl|rfc4180       voor een Nederlandse Excel (standaard), of voor programma's
        --plain                zinnen om voor te lezen, zonder kolommen
        --lang nl|en, --rules MAP

      Welke afspraken gelden voor een jongere: eerst die van de gemeente van de school waar hij zit of
      die hij net verliet, dan die van de woongemeente. Gelden beide, dan noemt `advise` ze beide.
      --region van `advise` en `timeline` vraagt eerst die afspraken, alsof de jongere daar woont.

      Voorbeelden:
        jongeren-route regions
        jongeren-route regions --region rijk-van-nijmegen --format html > regio.html

      """
      : """
      jongeren-route regions [options]

      Puts the agreements side by side: for whom they hold, when, and what they answer to questions in
      which regions differ. Every answer is computed from the rules, that of the national frame too,
      which answers wherever there is no agreement. The questions stand in rules/matrix.json.

      Options:
        --region REGION        one region, beside the national frame (default all), with what its
                               documents ask of the network
        --on DATE              reference date (default today)
        --format FORM          text (default), markdown, html, csv or json
        --csv nl|rfc4180       for a Dutch Excel (default), or for programs
        --plain                sentences to be read aloud, without columns
        --lang nl|en, --rules FOLDER

      Which agreement holds for a youth: first that of the municipality of the school he is at or has just
      left, then that of the municipality of residence. Where both hold, `advise` names both. --region of
      `advise` and `timeline` asks that agreement first, as if the youth lived there.

      Examples:
        jongeren-route regions --lang en
        jongeren-route regions --region rijk-van-nijmegen --format html > region.html

      """
  }
}
