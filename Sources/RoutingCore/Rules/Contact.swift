/// How somebody can be reached.
public struct Contact: Sendable {
  /// The party it is for: an organisation or a role.
  public let party: Int
  /// The municipality it serves, when it serves one, by its place in the list.
  public let municipality: Int?
  /// The school it serves, when it serves one.
  public let school: String?
  /// Who or what answers.
  public let name: String?
  /// The telephone number.
  public let phone: String?
  /// The e-mail address.
  public let email: String?
  /// The day somebody last checked it.
  public let verified: CalendarDate?
  /// The last day it holds, that day included.
  public let validThrough: CalendarDate?
  /// After how many months a check is too old.
  public let monthsBetweenChecks: Int
  /// Where it was published.
  public let source: String
  /// Where it stands.
  public let span: SourceSpan

  /// What makes it unfit on a day: nothing, or the reason in words.
  func staleness(on date: CalendarDate) -> Text? {
    if let validThrough, date > validThrough {
      return Text(
        nl: "geldig tot en met \(validThrough)", en: "valid through \(validThrough)")
    }
    guard let verified else {
      return Text(nl: "nooit gecontroleerd", en: "never checked")
    }
    if date >= verified.adding(months: monthsBetweenChecks).adding(days: 1) {
      return Text(
        nl: "voor het laatst gecontroleerd op \(verified)", en: "last checked on \(verified)")
    }
    return nil
  }
}
