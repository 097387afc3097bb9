import RoutingCore

/// A timeline as bars on an axis of days: what a drawing needs to know, in no form yet.
struct TimelineLanes {
  /// What a bar stands for.
  enum Fill: Hashable {
    /// A party, by its place in the key.
    case party(Int)
    /// Several answers are possible.
    case open
    /// The facts cannot be true on these days.
    case unfit

    /// A letter for a party, a sign for the others; a star where letters run out.
    var sign: Character {
      let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwyz")
      return switch self {
      case .party(let place): place < letters.count ? letters[place] : "*"
      case .open: "?"
      case .unfit: "x"
      }
    }
  }

  /// Per stretch, who is responsible.
  let responsible: [Fill]
  /// Per stretch, who to call.
  let contact: [Fill]
  /// The parties that answer somewhere, in order of appearance.
  let key: [Text]
  /// The first day of each stretch.
  let starts: [CalendarDate]
  /// The first day of the axis.
  let first: CalendarDate
  /// The day after the last one of the axis.
  let end: CalendarDate
  /// Whether the last stretch goes on after it.
  let isOpenEnded: Bool

  init(_ timeline: Timeline) {
    var key: [Text] = []
    func fill(_ stretch: Timeline.Stretch, _ question: KeyPath<Timeline.Answer, Verdict>) -> Fill {
      guard let verdict = stretch.answer?[keyPath: question] else { return .unfit }
      guard let answer = verdict.answer else { return .open }
      if let place = key.firstIndex(of: answer.label) { return .party(place) }
      key.append(answer.label)
      return .party(key.count - 1)
    }
    var responsible: [Fill] = []
    var contact: [Fill] = []
    for stretch in timeline.stretches {
      responsible.append(fill(stretch, \.responsible))
      contact.append(fill(stretch, \.contact))
    }
    self.responsible = responsible
    self.contact = contact
    self.key = key
    starts = timeline.stretches.map(\.first)
    let first = starts.first ?? timeline.date
    let last = timeline.stretches.last
    self.first = first
    isOpenEnded = last?.last == nil
    if let end = last?.last {
      self.end = end.adding(days: 1)
    } else {
      // What goes on is shown for a while: some of the time before it, a season at least.
      let begun = last?.first ?? first
      end = begun.adding(days: max(90, (begun.dayNumber - first.dayNumber) / 6))
    }
  }

  /// The days on the axis.
  var length: Int { end.dayNumber - first.dayNumber }

  /// Where a day lies on an axis of some width.
  func place(of day: CalendarDate, across width: Int) -> Int {
    (day.dayNumber - first.dayNumber) * width / max(1, length)
  }

  /// Where each stretch starts on an axis: to scale, but a short stretch keeps some room of its own.
  func places(across width: Int, atLeast room: Int) -> [Int] {
    var places: [Int] = []
    for start in starts {
      let scaled = place(of: start, across: width)
      places.append(places.last.map { max($0 + room, scaled) } ?? 0)
    }
    var limit = width
    for index in places.indices.reversed() {
      places[index] = min(places[index], limit - room)
      limit = places[index]
    }
    return places
  }

  /// What to know of a drawing in which short stretches got room.
  func shortRemark(_ language: Language) -> String {
    language == .nl
      ? "Korte stukken zijn breder getekend dan zij duren."
      : "Short stretches are drawn wider than they last."
  }

  /// A mark on the axis, with its words.
  typealias Tick = (day: CalendarDate, label: String)

  /// Years or months to mark on the axis, no more than so many.
  func ticks(atMost most: Int) -> [Tick] {
    for months in [1, 3, 6, 12, 24, 60, 120, 240, 600] {
      let ticks = ticks(every: months)
      if ticks.count <= most { return ticks }
    }
    return []
  }

  private func ticks(every months: Int) -> [Tick] {
    let (year, month, _) = first.components
    var count = year * 12 + month - 1
    var result: [Tick] = []
    while true {
      guard let day = CalendarDate(year: count / 12, month: count % 12 + 1, day: 1), day < end
      else { return result }
      if day >= first, count % months == 0 {
        let label = String(day.description.prefix(months < 12 ? 7 : 4))
        result.append((day, label))
      }
      count += 1
    }
  }
}
