import RoutingCore

extension HelpPages {
  static func matrix(_ language: Language) -> String {
    language == .nl
      ? """
      jongeren-route matrix [naam=waarde ...] [opties]

      Berekent de verantwoordelijkheidsmatrix uit de regels: om te bekijken, te printen, te plakken en
      te bevragen. Elk vak zegt wat `advise` zegt voor de jongere die erbij staat als voorbeeld.

      Vier weergaven:
        (standaard)            de wandkaart: fasen tegen niveaus en omstandigheden, met de routekaart
        --view roles           situaties en taken tegen organisaties: verantwoordelijk, aanspreekpunt,
                               overleg, betrokken
        --rows FEIT [--columns FEIT] [naam=waarde ...]
                               twee feiten tegen elkaar; de andere liggen vast of zijn gebruikelijk
        --partner ORGANISATIE  wat is van ons: alle klassen van jongeren, volledig nagezocht

      Opties:
        --region REGIO|all     welke afspraken; `all` zet ze naast elkaar en zegt wat verschilt
        --on DATUM             peildatum (standaard vandaag)
        --format VORM          text (standaard), markdown, html, csv of json
        --csv nl|rfc4180       voor een Nederlandse Excel (standaard), of voor programma's
        --plain                zinnen om voor te lezen, zonder kolommen
        --lang nl|en, --rules MAP

      Voorbeelden:
        jongeren-route matrix --format html > matrix.html
        jongeren-route matrix --view roles --format csv > rollen.csv
        jongeren-route matrix --partner doorstroompunt --region noordoost-brabant
        jongeren-route matrix --rows leeftijd --columns niveau huidigeSchool=mbo-2

      Een nummer bij een vak verwijst naar een noot: een lezing (waar de tekst open is) of een open
      plek (wat niet is afgesproken), met bron. De html is een bestand zonder script; zet er een eigen
      huisstijl op met de CSS-eigenschappen die met --route- beginnen. Wat de rijen en kolommen zijn,
      staat in rules/matrix.json. In csv krijgt een waarde die op een formule lijkt een apostrof.

      """
      : """
      jongeren-route matrix [name=value ...] [options]

      Computes the responsibility matrix from the rules: to look at, print, paste and query. Every cell
      says what `advise` says for the youth that stands with it as an example.

      Four views:
        (default)              the wall chart: phases by levels and circumstances, with the route map
        --view roles           situations and tasks by organisations: responsible, first contact,
                               consulted, involved
        --rows FACT [--columns FACT] [name=value ...]
                               two facts against each other; others are fixed or as usual
        --partner ORGANISATION what is ours: all classes of youths, searched through completely

      Options:
        --region REGION|all    which agreement; `all` puts them side by side and says what differs
        --on DATE              reference date (default today)
        --format FORM          text (default), markdown, html, csv or json
        --csv nl|rfc4180       for a Dutch Excel (default), or for programs
        --plain                sentences to be read aloud, without columns
        --lang nl|en, --rules FOLDER

      Examples:
        jongeren-route matrix --format html --lang en > matrix.html
        jongeren-route matrix --view roles --format csv --csv rfc4180 > roles.csv
        jongeren-route matrix --partner doorstroompunt --region noordoost-brabant
        jongeren-route matrix --rows leeftijd --columns niveau huidigeSchool=mbo-2

      A number at a cell refers to a note: a reading (where the text is open) or an open place (what
      is not agreed), with its source. The html is one file without script; put your own style on it
      with the CSS properties that begin with --route-. What the rows and columns are stands in
      rules/matrix.json. In csv a value that looks like a formula gets an apostrophe.

      """
  }
}
