extension NeutralRules {
  /// The rules of which the first one that holds answers.
  static let first = """
    region=0 -> geen
    age<16 enrolledAt=geen -> leerplicht
    age<16 -> geen
    age>=27 benefit=ww|wajong|ziektewet -> uwv
    age>=27 -> geen
    takenOverBy=gemeente consent=1 -> gemeente
    takenOverBy=uwv benefit=wajong|ziektewet -> uwv
    takenOverBy=zorg age<18 -> jeugdzorg
    takenOverBy=zorg needMental=1 supportLevel>=3 -> jeugdzorg
    takenOverBy=doorstroompunt startQual=0 -> doorstroompunt
    age<18 enrolledAt=geen startQual=0 -> leerplicht
    age<18 absenceDays>=16 enrolledAt=vo|pro|vso -> leerplicht
    age<18 absenceDays>=16 enrolledAt=mbo mboLevel<=2 -> leerplicht
    enrolledAt=mbo extraneus=1 startQual=0 -> doorstroompunt
    enrolledAt=mbo extraneus=1 -> gemeente
    enrolledAt=pro|vso supportLevel<=2 finalYear=0 -> school
    enrolledAt=pro|vso finalYear=1 outflowProfile=arbeid doelgroepregister=1 -> gemeente
    enrolledAt=pro|vso finalYear=1 outflowProfile=arbeid -> school
    enrolledAt=pro|vso finalYear=1 outflowProfile=dagbesteding -> gemeente
    enrolledAt=pro|vso needCount>=3 -> jeugdzorg
    enrolledAt=pro|vso -> school
    enrolledAt=mbo mboLevel<=1 finalYear=1 supportLevel>=3 -> doorstroompunt
    enrolledAt=mbo mboLevel=2 track=bol finalYear=1 supportLevel>=3 needCount>=2 -> doorstroompunt
    enrolledAt=mbo absenceDays>=16 age<23 startQual=0 -> doorstroompunt
    enrolledAt=mbo needCount>=4 -> gemeente
    enrolledAt=mbo -> school
    enrolledAt=hbo|wo needMental=1 supportLevel>=3 age<23 -> gemeente
    enrolledAt=hbo|wo -> school
    enrolledAt=vo absenceDays>=10 supportLevel>=2 -> doorstroompunt
    enrolledAt=vo needFamily=1 supportLevel>=3 age<18 -> jeugdzorg
    enrolledAt=vo -> school
    leftFrom=pro|vso outflowProfile=arbeid monthsSinceLeft>=0 monthsSinceLeft<=24 supportLevel<=2 -> school
    leftFrom=pro|vso doelgroepregister=1 occupation=geen|zorg -> gemeente
    leftFrom=pro|vso outflowProfile=dagbesteding monthsSinceLeft<=24 -> gemeente
    leftFrom=pro|vso outflowProfile=vervolgonderwijs monthsSinceLeft>=0 monthsSinceLeft<=4 -> doorstroompunt
    leftFrom=pro|vso monthsSinceLeft<=24 supportLevel=3 -> doorstroompunt
    leftFrom=mbo mboLevel<=1 monthsSinceLeft<=12 supportLevel<=2 -> school
    leftFrom=mbo mboLevel=2 track=bol monthsSinceLeft<=12 supportLevel<=2 -> school
    leftFrom=mbo mboLevel=2 track=bbl monthsSinceLeft<=6 supportLevel=1 -> school
    leftFrom=mbo mboLevel>=3 monthsSinceLeft<=3 supportLevel=1 -> school
    leftFrom=mbo monthsSinceLeft<=12 startQual=1 supportLevel>=2 needCount<=2 -> doorstroompunt
    leftFrom=hbo|wo monthsSinceLeft<=6 supportLevel=1 -> school
    benefit=ww wwWeeksLeft<=8 startQual=0 age<27 -> doorstroompunt
    benefit=ww -> uwv
    benefit=wajong -> uwv
    benefit=ziektewet age>=18 -> uwv
    benefit=bijstand age>=18 -> gemeente
    doelgroepregister=1 occupation=geen|zorg|dagbesteding -> gemeente
    age<18 needMental=1 needFamily=1 -> jeugdzorg
    age<18 needAddiction=1 -> jeugdzorg
    startQual=0 age<23 needDebt=1 needHousing=1 -> gemeente
    startQual=0 age<23 needCount<=2 -> doorstroompunt
    startQual=0 age<23 consent=1 -> doorstroompunt
    startQual=0 age<27 occupation=geen supportLevel<=2 -> doorstroompunt
    startQual=0 age<27 occupation=geen -> gemeente
    startQual=0 occupation=werk diploma=geen|vmbo -> doorstroompunt
    startQual=1 occupation=geen age<27 monthsSinceLeft<=12 needCount=0 -> geen
    startQual=1 occupation=geen needCount>=1 -> gemeente
    startQual=1 occupation=werk|school -> geen
    -> gemeente
    """

  /// The rules that all answer.
  static let collect = """
    enrolledAt=pro|vso finalYear=1 -> uitstroomoverleg
    enrolledAt=mbo finalYear=1 mboLevel<=1 -> uitstroomoverleg-entree
    enrolledAt=mbo finalYear=1 supportLevel>=2 -> uitstroomoverleg-mbo
    enrolledAt=pro|vso finalYear=1 outflowProfile=arbeid doelgroepregister=0 -> indicatie-banenafspraak
    enrolledAt=pro|vso outflowProfile=vervolgonderwijs doelgroepregister=0 -> advies-banenafspraak
    leftFrom=pro|vso doelgroepregister=0 age<=22 -> banenafspraak-achteraf
    leftFrom=pro|vso monthsSinceLeft>=11 monthsSinceLeft<=13 -> vraag-nazorg-opnieuw
    leftFrom=pro|vso outflowProfile=arbeid monthsSinceLeft<=24 -> aanvullende-lob
    leftFrom=mbo mboLevel<=2 monthsSinceLeft<=12 -> aanvullende-lob-mbo
    leftFrom=mbo mboLevel>=3 monthsSinceLeft<=12 supportLevel>=2 -> lob-op-verzoek
    leftFrom=hbo|wo monthsSinceLeft<=12 supportLevel>=2 -> lob-hoger-onderwijs
    enrolledAt=pro|vso|vo outflowProfile=vervolgonderwijs finalYear=1 supportLevel>=2 -> overstapcoach
    supportLevel=2 enrolledAt=mbo|pro|vso -> aparte-functionaris
    supportLevel=3 needCount>=2 -> mdo
    supportLevel=3 needCount>=3 consent=1 -> toekomstplan
    age>=16 age<18 absenceDays>=16 -> melding-leerplicht
    age>=18 age<23 absenceDays>=16 enrolledAt=mbo -> verzuimmelding-doorstroompunt
    age>=18 age<27 startQual=0 enrolledAt=geen -> outreachend-benaderen
    age>=23 age<27 startQual=0 needHousing=1 -> zelfstandig-wonen
    benefit=ww wwWeeksLeft<=8 startQual=0 -> informeren-einde-ww
    benefit=ww wwWeeksLeft<=13 -> ww-afloop
    benefit=wajong occupation=geen -> uwv-participatie
    benefit=bijstand age<27 -> plan-van-aanpak
    benefit=geen enrolledAt=geen occupation=geen startQual=1 -> nug-beleid
    doelgroepregister=1 occupation=geen|zorg -> loonkostensubsidie
    doelgroepregister=1 occupation=werk -> jobcoaching
    doelgroepregister=1 -> no-risk-polis
    doelgroepregister=1 supportLevel=3 occupation=geen|dagbesteding -> beschut-werk
    needMental=1 supportLevel>=2 -> schoolmaatschappelijk-werk
    needMental=1 supportLevel=3 enrolledAt=geen -> ips-traject
    needDebt=1 age>=18 -> schuldhulp
    needDebt=1 age<18 -> financieel-spreekuur
    needFamily=1 age<18 -> jeugdteam
    needAddiction=1 -> verslavingszorg
    needHousing=1 age>=18 -> wonen
    consent=0 -> toestemming-vragen
    consent=1 supportLevel>=2 finalYear=1 -> overdrachtsdocument
    takenOverBy=gemeente|uwv|zorg consent=1 -> warme-overdracht
    extraneus=1 -> controle-inschrijving
    region=0 -> verwijs-andere-regio
    """
}
