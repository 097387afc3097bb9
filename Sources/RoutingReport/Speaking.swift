import RoutingCore

/// What speaks one language to people: the phrases that several pages share.
protocol Speaking {
  /// The language spoken.
  var language: Language { get }
}

extension Speaking {
  /// The words in the language spoken.
  func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }

  /// A label with its lines.
  func entry(_ nl: String, _ en: String, _ lines: [String]) -> Page.Entry {
    Page.Entry(label: say(nl, en), lines: lines)
  }

  /// A day as people write it: 1 februari 2027.
  func day(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    let months =
      language == .nl
      ? "januari februari maart april mei juni juli augustus september oktober november december"
      : "January February March April May June July August September October November December"
    return "\(day) \(months.split(separator: " ")[month - 1]) \(year)"
  }

  /// A day, or the stretch of days it lies in.
  func day(_ range: DateRange) -> String {
    if range.isExact { return day(range.first) }
    return say(
      "tussen \(day(range.first)) en \(day(range.last))",
      "between \(day(range.first)) and \(day(range.last))")
  }

  /// Rule names at the end of a line.
  func reference(_ rules: [Rule]) -> String {
    rules.isEmpty ? "" : " [" + rules.map(\.id).joined(separator: ", ") + "]"
  }

  /// What binds: the law, an agreement, a power that may be used, practice that binds nobody.
  ///
  /// - Parameter isFull: whether an agreement is called one; in lists of what it asks that goes without
  ///   saying.
  func standing(_ rule: Rule, isFull: Bool = false) -> String {
    switch rule.basis {
    case .wet: say(" (wet)", " (law)")
    case .afspraak: isFull ? say(" (afspraak)", " (agreement)") : ""
    case .bevoegdheid:
      say(" (kan: een bevoegdheid, geen plicht)", " (may: a power, not a duty)")
    case .praktijk: say(" (werkwijze, geen afspraak)", " (practice, no agreement)")
    }
  }

  /// What can still be the answer.
  func undecided(_ verdict: Verdict) -> String {
    say("nog niet te bepalen: ", "cannot be decided yet: ") + verdict.organisations[language]
  }

  /// The words as a sentence begins.
  func capitalised(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }

  /// The answer, or what is still possible.
  func words(_ verdict: Verdict) -> String {
    verdict.answer?.label[language] ?? undecided(verdict)
  }
}
