/// Advises on one row of a caseload after the other, straight from its bytes.
///
/// One for every thread; what it says of a row is good until the next one. Rows that bit vectors do not
/// settle alone are given to plain evaluation instead, so that every row is answered or refused.
public final class RowAdvisor {
  /// What became of a line.
  public enum Outcome {
    /// Nothing but blanks.
    case blank
    /// Refused: `faults` tells why.
    case refused
    /// Settled: `answer(of:)`, `visitItems(of:_:)`, then `answers()` and then `visitChanges(from:_:)`
    /// tell the advice.
    case settled
    /// Too little is known to look at all tables: only `answers()` and then `visitChanges(from:_:)` can
    /// be asked, and `whole()`.
    case partly
    /// What is known seems to contradict itself, or agreements are asked in another order than bit
    /// vectors ask them: only `whole()` can be asked.
    case unsettled
  }

  /// One answer.
  public struct Answer {
    /// Its name: that of a party, or a value.
    public let name: Int32
    /// The number of the rule that decided, among all rules.
    public let rule: Int
  }

  /// A table of all agreements that have it, found once.
  public struct Table: Sendable {
    fileprivate let place: Int
  }

  /// The rules it advises by.
  public let rules: CompiledRules
  let reader: RowReader
  let assessor: Assessor
  let advisor: Advisor
  private let path: String
  private let columns: RowReader.Columns
  private let region: WantedRegion?
  /// Whether bit vectors ask agreements about the row in the right order.
  private(set) var isInOrder = true
  /// Why the last line was refused.
  public private(set) var faults: [Diagnostic] = []
  private var line = (bytes: UnsafeBufferPointer<UInt8>(start: nil, count: 0), number: 0)
  /// Per agreement, where the tables stand that answers are asked of.
  private let places: UnsafeMutablePointer<Int>
  /// Per agreement, the number of its first rule.
  private let firstRules: UnsafeMutablePointer<Int>

  /// Per agreement, the numbers of the rules that ask to do something before a day computed from a date.
  let dueRules: [[Int]]
  /// The facts that are dates and are stated as such.
  let dates: [Int]
  static let actions = table(.actions)

  /// - Parameters:
  ///   - path: the name of the input, for faults.
  ///   - region: the agreement that the caller names for all rows.
  ///   - date: the reference date of rows that have none of their own.
  public init(
    _ rules: CompiledRules, path: String, columns: RowReader.Columns = RowReader.Columns(),
    region: WantedRegion? = nil, on date: CalendarDate
  ) {
    self.rules = rules
    self.path = path
    self.columns = columns
    self.region = region
    reader = RowReader(rules, path: path, columns: columns, on: date)
    assessor = Assessor(rules)
    let answering = Answering(rules.rulebook)
    for chain in rules.chains { answering.keep(chain) }
    advisor = Advisor(answering)
    places =
      Program.kept(
        rules.chains.flatMap { chain in TableName.allCases.map { chain.table($0.rawValue) ?? -1 } }
      ).start
    firstRules = Program.kept(rules.firstRules).start
    dueRules = rules.chains.enumerated().map { place, chain in
      guard let table = chain.table(TableName.actions.rawValue) else { return [] }
      let first = chain.tables[..<table].reduce(rules.firstRules[place]) { $0 + $1.rules.count }
      return chain.tables[table].rules.indices.compactMap { rule in
        guard case .moment = chain.tables[table].rules[rule].due else { return nil }
        return first + rule
      }
    }
    let vocabulary = rules.rulebook.vocabulary
    dates = vocabulary.facts.indices.filter {
      vocabulary[$0].kind == .date && vocabulary[$0].means == nil
        && vocabulary[$0].derivation == nil
    }
  }

  deinit {
    places.deallocate()
    firstRules.deallocate()
  }

  /// Advises on the line that starts at a place and moves on to the next one.
  ///
  /// - Requires: a line feed ends every line, the last one too, and 64 bytes past it can be read.
  public func advise(_ place: inout UnsafePointer<UInt8>, line: Int) -> Outcome {
    let start = place
    switch reader.read(&place, line: line) {
    case .blank: return .blank
    case .refused:
      faults = reader.faults
      return .refused
    case .row: break
    }
    self.line = (UnsafeBufferPointer(start: start, count: place - start - 1), line)
    isInOrder =
      region?.state(in: reader.row, rules.facts, regions: rules.regions.count) ?? true
    guard isInOrder else { return .unsettled }
    switch assessor.assess(reader.row, on: reader.date) {
    case .none: return .settled
    case .open: return .partly
    case .contradiction: return .unsettled
    }
  }

  /// The whole advice on the row, by plain evaluation; nil when the row is refused: `faults` tells why.
  public func whole() -> Advice? {
    do throws(Diagnostics) {
      return try advisor.advice(for: try profile(), on: reader.date)
    } catch {
      faults = error.all
      return nil
    }
  }

  /// Plain evaluation of the row; nil when it is refused: `faults` tells why.
  func inquiry() -> RowInquiry? {
    do throws(Diagnostics) {
      return try RowInquiry(advisor, profile(), on: reader.date)
    } catch {
      faults = error.all
      return nil
    }
  }

  /// What plain evaluation answers on a later day; nil when the row cannot be about that day.
  func plainAnswers(on day: CalendarDate) -> Outlook.Answers? {
    guard let profile = try? profile() else { return nil }
    let outlook = Outlook(answering: advisor.answering, profile: profile, date: reader.date)
    return try? outlook.answers(on: day)
  }

  /// Refuses the row.
  func refuse(_ faults: [Diagnostic]) { self.faults = faults }

  /// Goes back to the row as it was before its changes were looked for.
  func assessAgain() { _ = assessor.assess(reader.row, on: reader.date) }

  /// The row as a profile.
  func profile() throws(Diagnostics) -> Profile {
    let file = SourceFile(path: path, bytes: Array(line.bytes), line: line.number)
    return try ProfileReader.read(
      file, arguments: [], region: region?.name, regionIsDefault: region?.isDefault ?? false,
      on: reader.date, for: rules.rulebook, besides: columns.names, ignoring: columns.ignored,
      isQuoting: false)
  }

  // MARK: What is settled

  /// The key of the row as it was written; empty when it has none.
  public var key: UnsafeRawBufferPointer { reader.key }

  /// The reference date of the row.
  public var date: CalendarDate { reader.date }

  /// The agreement that answers.
  public var agreement: Agreement { assessor.current.compiled.chain.agreement }

  /// What a table with hit policy `first` answers; nil when there is no such table, or when its answer
  /// depends on what is not known.
  public func answer(of table: Table) -> Answer? {
    let standing = assessor.current
    guard let place = place(of: table), standing.rules[place] >= 0,
      let name = standing.answer(of: place)
    else { return nil }
    return Answer(name: name, rule: number(of: Int(standing.rules[place]), place, standing))
  }

  /// The number of a rule among all rules.
  @inline(__always)
  private func number(of rule: Int, _ table: Int, _ standing: Standing) -> Int {
    firstRules[assessor.place] &+ standing.compiled.answerStarts[table] &+ rule
  }

  /// Visits the numbers of the rules of a table with hit policy `collect` that hold or, when that depends on what is
  /// not known, may hold.
  public func visitItems(of table: Table, _ visit: (_ rule: Int, _ isCertain: Bool) -> Void) {
    let standing = assessor.current
    guard let place = place(of: table) else { return }
    standing.visitHits(of: place) { rule, isCertain in
      visit(number(of: rule, place, standing), isCertain)
    }
  }

  /// Visits the facts whose usual value was assumed.
  public func visitAssumptions(_ visit: (_ fact: Int) -> Void) {
    for fact in 0..<rules.facts.count where assessor.sight.isAssumed(fact, reader.row) {
      visit(fact)
    }
  }

  /// What the tables answer whose changes are told, also where several answers are possible; afterwards
  /// only the changes can be asked of this row.
  ///
  /// - Returns: nil when only `whole()` tells.
  public func answers() -> Answers? { isInOrder ? assessor.answers(of: reader.row) : nil }

  /// Visits the coming changes in order until told to stop.
  ///
  /// - Parameter answers: what `answers()` gave.
  /// - Returns: false when only `whole()` tells: what was visited does not count then.
  public func visitChanges(from answers: Answers, _ visit: (RowChange) -> Bool) -> Bool {
    assessor.visitChanges(of: reader.row, from: answers, visit)
  }

  @inline(__always)
  private func place(of table: Table) -> Int? {
    let place = places[assessor.place &* RowAdvisor.tableCount &+ table.place]
    return place < 0 ? nil : place
  }

  private static let tableCount = TableName.allCases.count

  /// The table with a name.
  public static func table(_ name: TableName) -> Table {
    Table(place: TableName.allCases.firstIndex(of: name) ?? 0)
  }
}
