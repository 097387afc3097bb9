/// Reads rows of a caseload, one JSON object on a line, straight into plain numbers.
///
/// What it understands it takes over at once, in the order in which keys came last time. Whatever is out
/// of the ordinary, escapes and faults among it, goes to the ordinary reader, which has the last word:
/// so both accept the same rows, and a fault is told at its place.
public final class RowReader {
  /// What a line turned out to be.
  public enum Outcome {
    /// A row.
    case row
    /// Nothing but blanks.
    case blank
    /// No row: `faults` tells why.
    case refused
  }

  /// The names a row may use beside those of facts.
  public struct Columns: Sendable {
    /// The caller's own key, which is handed back as it is.
    public var key: String?
    /// The reference date of this row.
    public var date: String?
    /// Names to pass over.
    public var ignored: [String]

    /// No names beside those of facts.
    public init(key: String? = nil, date: String? = nil, ignored: [String] = []) {
      self.key = key
      self.date = date
      self.ignored = ignored
    }

    /// Those that are read.
    var names: [String] { [key, date].compactMap(\.self) }
  }

  let rulebook: Rulebook
  private let rules: CompiledRules
  let path: String
  let columns: Columns
  let defaultDate: CalendarDate
  let forms: RowForms
  /// What is known of the row read last.
  package let row: Row
  /// Its reference date.
  public internal(set) var date: CalendarDate
  /// Its key as it was written, quotes included; empty when it has none.
  public internal(set) var key = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Why the line read last was refused.
  public internal(set) var faults: [Diagnostic] = []
  /// Per key, those that followed it last, the latest first.
  let followers: UnsafeMutablePointer<Int>
  static let followerCount = 4
  /// Municipalities by the words people use for them, as far as they were met.
  var municipalities: [String: Int] = [:]
  /// An age that waits for the reference date.
  var age: (fact: Int, years: Int)?
  /// How many rows the ordinary reader had to read.
  public internal(set) var slowRows = 0

  /// - Parameters:
  ///   - path: the name of the input, for faults.
  ///   - date: the reference date of rows that have none of their own.
  public init(
    _ rules: CompiledRules, path: String, columns: Columns = Columns(), on date: CalendarDate
  ) {
    self.rules = rules
    self.path = path
    self.columns = columns
    rulebook = rules.rulebook
    forms = RowForms(rules.rulebook, columns)
    row = Row(facts: rules.facts.count)
    self.date = date
    defaultDate = date
    let most = RowReader.followerCount
    followers = .allocate(capacity: most * (forms.count + 1))
    // Until rows tell, names follow each other as facts do.
    for place in 0..<most * (forms.count + 1) {
      let next = place / most + place % most
      followers[place] = next < forms.count ? next : 0
    }
  }

  deinit { followers.deallocate() }

  /// Reads the line that starts at a place and moves on to the next one.
  ///
  /// - Parameters:
  ///   - place: the start of the line.
  ///   - line: its number, for faults.
  /// - Requires: a line feed ends every line, the last one too, and 64 bytes past it can be read.
  public func read(_ place: inout UnsafePointer<UInt8>, line: Int) -> Outcome {
    let start = place
    if let end = quick(start) {
      place = end
      return .row
    }
    var end = start
    while end.pointee != 0x0A { end += 1 }
    place = end + 1
    return slow(UnsafeBufferPointer(start: start, count: end - start), line)
  }
}
