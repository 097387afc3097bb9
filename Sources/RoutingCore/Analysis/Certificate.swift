/// What was proved of a set of rules, with counts.
public struct Certificate: Sendable {
  /// What was proved of one agreement.
  public struct Part: Sendable {
    /// The folder of rules.
    public let agreement: Agreement
    /// The days for which it was proved.
    public let days: DateRange
    /// How many kinds of days there are among them: on days of one kind the same rules hold for the
    /// same youths.
    public let kindsOfDay: Int
    /// How many classes of youths the rules tell apart, over all kinds of days; nil when there are more
    /// than `mostClasses`.
    public let classes: Int?
    /// How many tables were looked at, those of the law included.
    public let tables: Int
    /// How many rules were looked at, those of the law included.
    public let rules: Int
    /// Every profile has exactly one answer to each question, on each of these days.
    public let isClosed: Bool
    /// Every rule can be the answer for somebody.
    public let isAlive: Bool

    /// Classes are counted up to here: the count is told, the proof does not need it.
    public static let mostClasses = 100_000
  }

  /// How the mutations of the rules fared.
  public struct Mutants: Sendable {
    /// How many were made.
    public let made: Int
    /// How many a worked case notices.
    public let caught: Int
    /// How many were proved to change no answer for anybody.
    public let equivalent: Int
    /// How many neither.
    public var surviving: Int { made - caught - equivalent }
  }

  /// What the agreements leave open, read in a certain way, or allow without demanding it.
  public struct GreyArea: Sendable {
    /// What kind of grey area it is.
    public enum Kind: String, CaseIterable, Sendable {
      /// Left open on purpose or in fact.
      case gap
      /// A reading of a text that is silent or open.
      case reading = "lezing"
      /// A power that is no duty.
      case power = "bevoegdheid"
    }
    /// What kind of grey area it is.
    public let kind: Kind
    /// The folder the rule stands in.
    public let folder: String
    /// The rule.
    public let rule: Rule
  }

  /// What was proved of each agreement.
  public let parts: [Part]
  /// How many rules the files hold.
  public let rules: Int
  /// How many worked cases were run, and how many gave the advice they state.
  public let cases: (run: Int, passed: Int)
  /// How the mutations fared; nil when none were made.
  public let mutants: Mutants?
  /// How many sections and articles the rules cite.
  public let sources: Int
  /// The fingerprint of the rules, in hexadecimal.
  public let hash: String
  /// What to put on the agenda of the next meeting.
  public let greyAreas: [GreyArea]
}
