/// What is told of one row of a caseload, in one language; filled again for every row.
public final class RowAdvice {
  /// An answer.
  public struct Told: Sendable {
    /// Its name in the rules.
    public let value: String
    /// In words.
    public let words: String
  }

  /// What changes next.
  public struct Next {
    /// The day, or the days it lies in.
    public let day: DateRange
    /// Who is responsible from then on; empty when that does not change.
    public let responsible: [Told]
    /// Who to call from then on; empty when that does not change.
    public let contact: [Told]
    /// What else changes, and to what.
    public let others: [(label: String, to: String)]
  }

  /// Something to do before a day.
  public struct Duty {
    /// The rule that asks it.
    public let rule: String
    /// In words.
    public let title: String
    /// The day, or the days it lies in.
    public let due: DateRange
    /// False when it depends on what is not known.
    public let isCertain: Bool
  }

  /// Whether who is responsible and who to call are both decided.
  public internal(set) var isDetermined = false
  /// The agreement that answers.
  public internal(set) var agreement = ""
  /// Who is responsible; several when that is not decided.
  public internal(set) var responsible: [Told] = []
  /// Who to call; several when that is not decided.
  public internal(set) var contact: [Told] = []
  /// Who to call meanwhile.
  public internal(set) var provisional: Told?
  /// The level that was assessed.
  public internal(set) var level: Told?
  /// The level that is suggested instead.
  public internal(set) var suggestedLevel: Told?
  /// The school's window; several when that is not decided.
  public internal(set) var window: [Told] = []
  /// Who may not let go yet, beside the one responsible.
  public internal(set) var holder: Told?
  /// What changes next; nil when nothing that is known changes.
  public internal(set) var next: Next?
  /// When somebody else becomes responsible; only when that is wanted.
  public internal(set) var transition: DateRange?
  /// What is due, and when.
  public internal(set) var duties: [Duty] = []
  /// The facts that were assumed, those about the private sphere left out.
  public internal(set) var assumed: [String] = []
  /// The facts to ask for, the best first.
  public internal(set) var missing: [String] = []
  /// The rules that decided who is responsible and who to call.
  public internal(set) var rules: [String] = []

  func clear() {
    responsible.removeAll(keepingCapacity: true)
    contact.removeAll(keepingCapacity: true)
    provisional = nil
    level = nil
    suggestedLevel = nil
    window.removeAll(keepingCapacity: true)
    holder = nil
    next = nil
    transition = nil
    duties.removeAll(keepingCapacity: true)
    assumed.removeAll(keepingCapacity: true)
    missing.removeAll(keepingCapacity: true)
    rules.removeAll(keepingCapacity: true)
  }
}
