import RoutingCore

/// Something that asks for attention on a day.
struct CaseTask: Sendable {
  /// What kind of thing.
  enum Kind: String, Sendable, CaseIterable {
    /// Somebody else becomes responsible.
    case passes
    /// A window closes and no takeover is recorded.
    case window
    /// Something is to be done before the day.
    case due
    /// Something had to be done before the day.
    case overdue
  }

  let kind: Kind
  /// The day, or the days it lies in.
  let day: DateRange
  let line: Int
  let key: String
  /// Who has to act, or who becomes responsible, in words.
  let who: String
  /// What happens, in words.
  let what: String
  /// Why, in words.
  let reasons: [String]
  /// The rules that say so.
  let rules: [String]
  /// False when it depends on what is not known.
  let isCertain: Bool

  /// What stretches of days ask for.
  static func all(
    _ stretches: [Timeline.Stretch], _ key: String, _ line: Int, _ job: CaseloadJob
  ) -> [CaseTask] {
    var tasks: [CaseTask] = []
    var before: Timeline.Answer?
    for stretch in stretches {
      if let answer = stretch.answer {
        if let before, !before.responsible.isSame(as: answer.responsible) {
          tasks.append(passing(stretch, before, answer, key, line, job))
        }
        before = answer
      }
      tasks += stretch.duties.compactMap { duty($0, key, line, job) }
    }
    return tasks
  }

  private static func passing(
    _ stretch: Timeline.Stretch, _ before: Timeline.Answer, _ after: Timeline.Answer,
    _ key: String, _ line: Int, _ job: CaseloadJob
  ) -> CaseTask {
    let now = job.words(before.responsible)
    return CaseTask(
      kind: .passes, day: stretch.beginning, line: line, key: key,
      who: job.words(after.responsible),
      what: job.say("wordt verantwoordelijk; nu: \(now)", "becomes responsible; now: \(now)"),
      reasons: stretch.reasons.map { $0[job.language] }.filter { !$0.isEmpty },
      rules: after.responsible.options.compactMap { $0.decisions.first?.rule.id },
      isCertain: after.responsible.answer != nil)
  }

  private static func duty(
    _ duty: Timeline.Duty, _ key: String, _ line: Int, _ job: CaseloadJob
  ) -> CaseTask? {
    guard let due = duty.item.due else { return nil }
    let kind: Kind
    let reason: String
    switch duty.item.rule.due {
    case .whileLasting:
      kind = .window
      reason = job.say(
        "het venster sluit en er is geen overname vastgelegd",
        "the window closes and no takeover is recorded")
    default:
      kind = duty.isLate ? .overdue : .due
      reason = duty.isLate ? job.say("te laat", "overdue") : job.say("te doen voor", "due before")
    }
    return CaseTask(
      kind: kind, day: due, line: line, key: key, who: duty.item.party?[job.language] ?? "",
      what: duty.item.rule.title[job.language], reasons: [reason], rules: [duty.item.rule.id],
      isCertain: duty.item.isCertain)
  }

  /// The order of a worklist: by day, then as the rows came.
  static func isBefore(_ left: CaseTask, _ right: CaseTask) -> Bool {
    (left.day.first, left.day.last, left.line) < (right.day.first, right.day.last, right.line)
  }
}

/// What is counted of a caseload.
struct CaseTally {
  /// Rows per name of who is responsible.
  var responsible: [String: Int] = [:]
  /// Rows of which that cannot be decided yet.
  var open = 0
  /// Rows per level; the empty name for rows without one.
  var levels: [String: Int] = [:]
  /// Rows per month in which somebody else becomes responsible.
  var months: [String: Int] = [:]
  /// Rows per reason of refusal.
  var refused: [String: Int] = [:]

  /// Counts a row.
  mutating func add(_ row: RowAdvice, _ book: AnswerBook) {
    if row.responsible.count == 1 {
      responsible[row.responsible[0].value, default: 0] += 1
    } else {
      open += 1
    }
    levels[(row.level ?? row.suggestedLevel)?.words ?? "", default: 0] += 1
    if let day = row.transition {
      months[String(day.last.description.prefix(7)), default: 0] += 1
    }
  }

  static func += (left: inout CaseTally, right: CaseTally) {
    left.responsible.merge(right.responsible, uniquingKeysWith: +)
    left.open += right.open
    left.levels.merge(right.levels, uniquingKeysWith: +)
    left.months.merge(right.months, uniquingKeysWith: +)
    left.refused.merge(right.refused, uniquingKeysWith: +)
  }
}
