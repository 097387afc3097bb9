/// A chart of what an agreement answers: in each cell, for the youths of its row and its column.
public struct Matrix: Sendable {
  /// The agreement looked at.
  public let agreement: Agreement
  /// The reference date.
  public let date: CalendarDate
  /// The youths of each row.
  public let rows: [Situation]
  /// The youths of each column.
  public let columns: [Situation]
  /// Per row, a cell for each column.
  public let cells: [[Cell]]

  /// What a chart says of some youths.
  public enum Cell: Sendable {
    /// Such a youth cannot exist, or not in this agreement, and why.
    case nobody(Text)
    /// Who is responsible and who to call.
    case answer(Answer)
  }

  /// What the agreements answer for the youths of a cell.
  public struct Answer: Sendable {
    /// Who is responsible: several when that depends on what the cell leaves open.
    public let responsible: Verdict
    /// Who to call first.
    public let contact: Verdict
    /// Which rules answer: those of another folder when the agreement does not hold.
    public let grounds: [Ground]
    /// The rules behind the answers that rest on a reading.
    public let readings: [Rule]
    /// The rules that say what the agreements leave open here.
    public let gaps: [Rule]
    /// An invented youth for each answer that is possible.
    public let examples: [Example]
  }

  /// An invented youth, and what the advice for this youth says.
  public struct Example: Sendable {
    /// The youth.
    public let youth: Youth
    /// Who is responsible for this youth, and who to call; nil for what even this youth leaves open.
    public let responsible: Option?
    /// Who to call first.
    public let contact: Option?
  }
}

extension Matrix.Answer {
  /// Whether two cells say the same of everything.
  public func isSame(as other: Matrix.Answer) -> Bool {
    responsible.isSame(as: other.responsible) && contact.isSame(as: other.contact)
      && grounds.map(\.agreement.id) == other.grounds.map(\.agreement.id)
      && readings.map(\.id) == other.readings.map(\.id) && gaps.map(\.id) == other.gaps.map(\.id)
  }

  /// Whether two cells name the same parties.
  public func namesSame(as other: Matrix.Answer) -> Bool {
    responsible.isSame(as: other.responsible) && contact.isSame(as: other.contact)
  }
}

extension Matrix.Cell {
  /// What it answers; nil when there is nobody.
  public var answer: Matrix.Answer? {
    if case .answer(let answer) = self { return answer }
    return nil
  }

  /// Whether two cells say the same of everything.
  public func isSame(as other: Matrix.Cell) -> Bool {
    switch (self, other) {
    case (.nobody(let left), .nobody(let right)): left == right
    case (.answer(let left), .answer(let right)): left.isSame(as: right)
    default: false
    }
  }
}
