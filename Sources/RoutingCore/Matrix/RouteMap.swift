/// How responsibility passes on, from school to what comes after it, for some youths.
public struct RouteMap: Sendable {
  /// A way from school on.
  public struct Way: Sendable {
    /// Whose way it is.
    public let title: Text
    /// Where responsibility lies, one stop after the other.
    public let stops: [Stop]
  }

  /// A stretch in which the same parties answer.
  public struct Stop: Sendable {
    /// What begins it, in words; empty for the first one.
    public let reasons: [Text]
    /// Who is responsible.
    public let responsible: Verdict
    /// Who to call first.
    public let contact: Verdict
    /// An invented youth at this stop.
    public let example: Youth
  }

  /// The agreement looked at.
  public let agreement: Agreement
  /// The reference date.
  public let date: CalendarDate
  /// The ways.
  public let ways: [Way]
}

extension MatrixMaker {
  /// The ways that `matrix.json` lists, computed from who is responsible at each stop.
  ///
  /// What comes later is asked as if it were so long ago that the youth left: a map is about ages and
  /// windows, not about the day on which an agreement ends.
  public func routeMap(of agreement: Agreement) throws(Diagnostics) -> RouteMap {
    let maker = CellMaker(answering: answering, date: date, agreement: agreement)
    var ways: [RouteMap.Way] = []
    for route in rulebook.charts?.routes ?? [] {
      var stops: [RouteMap.Stop] = []
      if let school = route.school, let stop = try maker.stop(school, []) { stops.append(stop) }
      guard case .some(let known, _) = try maker.youths(route.left) else { continue }
      let leaving = [Text(nl: "vertrek van school", en: "leaving school")]
      let youth = ExampleYouth(rulebook: rulebook, date: date)
      guard let left = youth.youth(known),
        let first = try maker.stop(left, stops.isEmpty ? [] : leaving)
      else { continue }
      stops.append(first)
      let profile = try rulebook.profile(of: left)
      for change in try Advisor(answering).advice(for: profile, on: date).changes {
        let days = change.day.last.dayNumber - date.dayNumber
        guard let later = try maker.stop(left.left(daysEarlier: days, rulebook), change.reasons),
          let before = stops.last, !later.isSame(as: before)
        else { continue }
        stops.append(later)
      }
      ways.append(RouteMap.Way(title: route.title, stops: stops))
    }
    return RouteMap(agreement: agreement, date: date, ways: ways)
  }
}

extension RouteMap.Stop {
  fileprivate func isSame(as other: RouteMap.Stop) -> Bool {
    responsible.isSame(as: other.responsible) && contact.isSame(as: other.contact)
  }
}

extension CellMaker {
  fileprivate func stop(_ situation: Situation, _ reasons: [Text]) throws(Diagnostics)
    -> RouteMap.Stop?
  {
    guard let answer = try cell(situation).answer, let example = answer.examples.first else {
      return nil
    }
    return RouteMap.Stop(
      reasons: reasons, responsible: answer.responsible, contact: answer.contact,
      example: example.youth)
  }

  fileprivate func stop(_ youth: Youth, _ reasons: [Text]) throws(Diagnostics) -> RouteMap.Stop? {
    let profile = try answering.rulebook.profile(of: youth)
    let answer = try answer(profile, try answering.parts(profile, on: date))
    return RouteMap.Stop(
      reasons: reasons, responsible: answer.responsible, contact: answer.contact, example: youth)
  }
}

extension Youth {
  /// Birthdays and years do not have the same number of days each: a little later is surely after them.
  private static let margin = 10

  /// The same youth, all of whose dates lie so many days earlier, and a few more.
  fileprivate func left(daysEarlier days: Int, _ rulebook: Rulebook) -> Youth {
    let moved = facts.map { name, value -> (name: String, value: String) in
      guard let fact = rulebook.vocabulary.index(of: name), rulebook.vocabulary[fact].kind == .date,
        let range = try? DateRange(parsing: value)
      else { return (name, value) }
      return (name, "\(range.first.adding(days: -days - Youth.margin))")
    }
    return Youth(facts: moved, date: date)
  }
}
