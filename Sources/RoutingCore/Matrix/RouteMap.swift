/// How responsibility passes on, from school to what comes after it, for some youths.
public struct RouteMap: Sendable {
  /// A way from school on.
  public struct Way: Sendable {
    /// Whose way it is.
    public let title: Text
    /// Where responsibility lies, one stop after the other.
    public let stops: [Stop]
    /// The invented youth the stops after school are computed for.
    public let example: Youth
  }

  /// A stretch in which the same parties answer.
  public struct Stop: Sendable {
    /// What begins it, in words; empty for the first one.
    public let reasons: [Text]
    /// Who is responsible.
    public let responsible: Verdict
    /// Who to call first.
    public let contact: Verdict
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
  /// A way of which some stop cannot be decided is left out.
  public func routeMap(of agreement: Agreement) throws(Diagnostics) -> RouteMap {
    let maker = CellMaker(answering: answering, date: date, agreement: agreement)
    var ways: [RouteMap.Way] = []
    for route in rulebook.charts?.routes ?? [] {
      guard let answer = try maker.cell(route.left).answer, let example = answer.examples.first
      else { continue }
      var stops: [RouteMap.Stop] = []
      if let school = try route.school.map({ situation throws(Diagnostics) in
        try maker.cell(situation).answer
      }), let school {
        stops.append(
          RouteMap.Stop(reasons: [], responsible: school.responsible, contact: school.contact))
      }
      let advice = try Advisor(answering)
        .advice(for: try rulebook.profile(of: example.youth), on: date)
      var stop = RouteMap.Stop(
        reasons: stops.isEmpty ? [] : [Text(nl: "vertrek van school", en: "leaving school")],
        responsible: advice.responsible, contact: advice.contact)
      stops.append(stop)
      for change in advice.changes where change.responsible != nil || change.contact != nil {
        stop = RouteMap.Stop(
          reasons: change.reasons, responsible: change.responsible ?? stop.responsible,
          contact: change.contact ?? stop.contact)
        stops.append(stop)
      }
      ways.append(RouteMap.Way(title: route.title, stops: stops, example: example.youth))
    }
    return RouteMap(agreement: agreement, date: date, ways: ways)
  }
}
