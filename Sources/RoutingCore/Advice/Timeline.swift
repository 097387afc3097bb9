/// Who is responsible and who to call over time: stretches of days with the same answers.
public struct Timeline: Sendable {
  /// The reference date: the facts are as they were known on it.
  public let date: CalendarDate
  /// The stretches in order, without a gap between them.
  public let stretches: [Stretch]
  /// What to ask, the best question first; empty when the reference date misses nothing.
  public let missing: [MissingFact]
  /// The fingerprint of the rules, in hexadecimal.
  public let hash: String

  /// Days on which the same parties are responsible and to be called.
  public struct Stretch: Sendable {
    /// The first day.
    public let first: CalendarDate
    /// The last day; nil when nothing that is known ends it.
    public let last: CalendarDate?
    /// The days its beginning lies in, more than one when a date is known only in part.
    public let beginning: DateRange
    /// Why it begins; empty for a first stretch that was there before.
    public let reasons: [Text]
    /// What happens on some day of it, nobody knows which: a date is known only in part.
    public let within: [Text]
    /// Who answers; nil when the facts cannot be true on these days.
    public let answer: Answer?
    /// Other answers that change on its first day or later.
    public internal(set) var shifts: [Shift]
    /// What falls due in it; on the reference date also what has no day and what is late.
    public internal(set) var duties: [Duty]

    /// Whether who is responsible and who to call are both decided.
    public var isDetermined: Bool {
      answer.map { $0.responsible.answer != nil && $0.contact.answer != nil } ?? false
    }

    /// Whether a day lies in it.
    public func contains(_ day: CalendarDate) -> Bool {
      first <= day && last.map { day <= $0 } ?? true
    }
  }

  /// Who answers in a stretch.
  public struct Answer: Sendable {
    /// Who is responsible, with the rules that say so on its first day.
    public let responsible: Verdict
    /// Who to call first, with the rules that say so on its first day.
    public let contact: Verdict
    /// The folder of rules that answers on its first day.
    public let agreement: Agreement
  }

  /// Something to do.
  public struct Duty: Sendable {
    /// What, by whom and before which day.
    public let item: Item
    /// The last day on which it is in time; the day it was looked at when it has none or is late.
    public let day: CalendarDate

    /// Whether the day it was due has come.
    public var isLate: Bool { item.due.map { $0.last <= day } ?? false }
  }

  /// Another answer that changes while who is responsible and who to call stay the same.
  public struct Shift: Sendable {
    /// The day.
    public let day: CalendarDate
    /// What happens on it.
    public let reasons: [Text]
    /// The question.
    public let label: Text
    /// The answer before.
    public let from: Text
    /// The answer from then on.
    public let to: Text
  }

  /// Whether the answers are decided on the reference date; when that lies outside, in the first stretch.
  public var isDetermined: Bool {
    (stretches.first { $0.contains(date) } ?? stretches.first)?.isDetermined ?? false
  }
}
