extension ProfileReader {
  func choice(_ described: Fact, _ value: Written) -> Int? {
    if let choice = described.choiceIndex(value.text) { return choice }
    if described.kind == .yesNo {
      switch value.text {
      // A Dutch Excel writes what is true or false in Dutch.
      case "yes", "true", "waar": return 0
      case "no", "false", "onwaar": return 1
      default: break
      }
    }
    let word = Printable.word(value.text)
    let values = described.choices.map(\.value)
    var help =
      Spelling.help(for: value.text, among: values)
      ?? Text(
        nl: "kies \(Wording.eitherTicked(values).nl)",
        en: "choose \(Wording.eitherTicked(values).en)")
    // In lists a question mark, a dash or a word often stands for what is not known.
    if !isQuoting, Spelling.nearest(to: value.text, among: values).isEmpty {
      help =
        help
        + Text(nl: "; laat weg wat niet bekend is", en: "; leave out what is not known")
    }
    report(
      .unknownValue, value.span,
      nl: "`\(described.name)` kan "
        + (isQuoting ? "niet `\(word)` zijn" : "deze waarde niet hebben"),
      en: "`\(described.name)` cannot " + (isQuoting ? "be `\(word)`" : "have this value"),
      help: help)
    return nil
  }

  func number(_ described: Fact, _ value: Written) -> Int? {
    let isPlain = value.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isPlain, let number = Int(value.text), (0...150).contains(number) { return number }
    let word = Printable.word(value.text)
    report(
      .wrongType, value.span,
      nl: "`\(described.name)` kan "
        + (isQuoting ? "niet `\(word)` zijn" : "deze waarde niet hebben"),
      en: "`\(described.name)` cannot " + (isQuoting ? "be `\(word)`" : "have this value"),
      help: Text(
        nl: "schrijf een geheel getal van 0 tot en met 150",
        en: "write a whole number from 0 through 150"))
    return nil
  }

  func municipality(_ value: Written) -> Profile.Known? {
    do throws(Diagnostic) {
      return .municipality(try rulebook.municipalities.index(of: value.text))
    } catch {
      guard isQuoting else {
        let isSeveral = rulebook.municipalities.isSeveral(value.text)
        report(
          error.code, value.span,
          nl: isSeveral ? "dit kan meer dan een gemeente zijn" : "dit is geen Nederlandse gemeente",
          en: isSeveral
            ? "this can be more than one municipality" : "this is no Dutch municipality",
          help: error.help)
        return nil
      }
      report(error.code, value.span, nl: error.message.nl, en: error.message.en, help: error.help)
      return nil
    }
  }

  func text(_ described: Fact, _ value: Written) -> Profile.Known? {
    let digits = value.text.utf8.filter { (0x30...0x39).contains($0) }.count
    if !value.text.isEmpty, value.text.count <= 60, digits < 5,
      !value.text.utf8.contains(UInt8(ascii: "@"))
    {
      return .text(value.text)
    }
    report(
      .personalData, value.span, nl: "`\(described.name)` lijkt geen naam van een school",
      en: "`\(described.name)` does not look like the name of a school",
      help: Text(nl: "geef alleen de naam van de school", en: "give the name of the school only"))
    return nil
  }

  func days(_ described: Fact, _ value: Written) -> DateRange? {
    let fault: DateRange.ParseFailure
    do {
      return try DateRange(parsing: value.text)
    } catch {
      fault = error
    }
    let name = described.name
    let message =
      switch fault {
      case .malformed:
        Text(nl: "`\(name)` is geen datum", en: "`\(name)` is not a date")
      case .shortYear:
        Text(
          nl: "het jaar van `\(name)` heeft maar twee cijfers",
          en: "the year of `\(name)` has only two digits")
      case .noSuchDay:
        Text(
          nl: "de dag van `\(name)` bestaat niet", en: "the day of `\(name)` does not exist")
      case .outOfRange:
        Text(
          nl: "het jaar van `\(name)` ligt niet tussen 1900 en 2199",
          en: "the year of `\(name)` is not between 1900 and 2199")
      }
    report(
      .badDate, value.span, nl: message.nl, en: message.en,
      help: Text(
        nl: "schrijf 2007-03-14 of 14-03-2007, of 2007-03 als de dag niet bekend is",
        en: "write 2007-03-14 or 14-03-2007, or 2007-03 when the day is not known"))
    return nil
  }
}
