import RoutingCore

extension HelpPages {
  static func validate(_ language: Language) -> String {
    language == .nl
      ? """
      jongeren-route validate [MAP] [opties]

      Controleert regels met hun voorbeeldgevallen: die uit MAP, anders die in het programma.
      Wat er niet klopt, staat er met bestand, regel en kolom, met een verzonnen jongere die het laat
      zien; klopt alles, dan staat er wat is bewezen en wat er op de agenda kan.

      Opties:
        --format VORM     text (standaard), json, of github (aantekeningen bij een pull request)
        --fail-on WAT     error (standaard), warning of never: vanaf wat de status 1 is
        --mutants         verandert elke regel een beetje en kijkt of een voorbeeldgeval het merkt
        --suggest-cases   schrijft de ontbrekende voorbeeldgevallen; bevindingen gaan naar de foutuitvoer
        --on DATUM        dag waarop geldigheid en contacten worden beoordeeld (standaard vandaag)
        --lang TAAL, --rules MAP

      Voorbeelden:
        jongeren-route validate
        jongeren-route validate rules --fail-on warning
        jongeren-route validate rules --suggest-cases > nieuw.json

      help findings noemt elke soort bevinding en wat eraan te doen is.

      """
      : """
      jongeren-route validate [FOLDER] [options]

      Checks rules with their worked cases: those of FOLDER, otherwise those inside the program.
      What is wrong is told with file, line and column, with an invented youth who shows it; when all
      is well it says what was proved and what could be on the agenda.

      Options:
        --format FORM     text (default), json, or github (annotations beside a pull request)
        --fail-on WHAT    error (default), warning or never: from what on the status is 1
        --mutants         changes every rule a little and looks whether a worked case notices
        --suggest-cases   writes the worked cases that are missing; findings go to standard error
        --on DATE         day on which validity and contacts are judged (default today)
        --lang LANGUAGE, --rules FOLDER

      Examples:
        jongeren-route validate
        jongeren-route validate rules --fail-on warning
        jongeren-route validate rules --suggest-cases > new.json

      help findings lists every kind of finding and what to do about it.

      """
  }
}
