import RoutingCore

extension HelpPages {
  static func timeline(_ language: Language) -> String {
    language == .nl
      ? """
      jongeren-route timeline [PROFIEL.json | -] [naam=waarde ...] [opties]

      Zegt wie er in de tijd verantwoordelijk is en wie u belt: per stuk wie, waarom het begint en wat
      er dan gedaan moet zijn. Het profiel is dat van `advise`. De dagen zijn exact: zij volgen uit de
      datums van de jongere en uit de regels, niet uit proberen. Is een datum maar deels bekend, dan
      staat er tussen welke dagen iets verandert.

      Opties:
        --on DATUM        peildatum (standaard vandaag): op die dag kloppen de feiten
        --from DATUM      eerste dag (standaard de peildatum)
        --until DATUM     laatste dag (standaard: tot het laatste dat nog kan veranderen)
        --format VORM     text (standaard), json, markdown, ics (agenda), svg of html (tekening)
        --region REGIO, --lang TAAL, --rules MAP

      Ligt --from voor de peildatum, dan gelden op die dagen dezelfde feiten als op de peildatum; alleen
      wat datums brengen (leeftijd, een jaar na vertrek, een wet) is anders. Wat er toen verder anders
      was, weet het programma niet. Kunnen de feiten toen niet kloppen, dan staat dat er.

      De agenda (ics) heeft geen feiten van de jongere: alleen wie het overneemt en wat er gedaan moet
      zijn. De status is 3 als op de peildatum (of de eerste dag) nog niet te bepalen is wie.

      Voorbeelden:
        jongeren-route timeline jongere.json --on 2026-11-21
        jongeren-route timeline jongere.json --until 2028-12-31 --format ics > agenda.ics
        jongeren-route timeline jongere.json --format html > gesprek.html

      """
      : """
      jongeren-route timeline [PROFILE.json | -] [name=value ...] [options]

      Says who is responsible over time and who to call: for each stretch who, why it begins and what
      has to be done by then. The profile is that of `advise`. The days are exact: they follow from
      the dates of the youth and from the rules, not from trying. Where a date is known only in part,
      it says between which days something changes.

      Options:
        --on DATE          reference date (default today): the facts are true on that day
        --from DATE        first day (default the reference date)
        --until DATE       last day (default: until the last thing that can still change)
        --format FORM      text (default), json, markdown, ics (calendar), svg or html (drawing)
        --region REGION, --lang LANGUAGE, --rules FOLDER

      With --from before the reference date the same facts hold on those days as on the reference date;
      only what dates bring (age, a year after leaving, a law) differs. What else was different then
      the program does not know. Where the facts cannot have been true, it says so.

      The calendar (ics) holds no facts of the youth: only who takes over and what has to be done. The
      status is 3 when on the reference date (or the first day) it cannot be decided yet who.

      Examples:
        jongeren-route timeline youth.json --on 2026-11-21 --lang en
        jongeren-route timeline youth.json --until 2028-12-31 --format ics > calendar.ics
        jongeren-route timeline youth.json --format html --lang en > talk.html

      """
  }
}
