/// The columns of a caseload, as its first line names them.
public struct CaseloadHeader: Sendable {
  /// What a column holds.
  public enum Column: Sendable {
    /// A fact, by its place in the vocabulary.
    case fact(Int)
    /// The caller's own key.
    case key
    /// Nothing this program looks at.
    case ignored
    /// A column without a name, as a separator at the end of every line makes it: its cells are empty.
    case unnamed
  }

  /// The name of the key column, and the one in English.
  public static let keyNames = ["sleutel", "key"]

  /// What the columns hold, in order.
  public let columns: [Column]
  /// The names of the columns, as written.
  public let names: [String]
  /// The place of the key; nil when there is none.
  public var key: Int? {
    columns.firstIndex {
      if case .key = $0 { return true }
      return false
    }
  }

  /// Reads a header.
  ///
  /// - Parameters:
  ///   - file: the first record, on the line it stands on.
  ///   - separator: what stands between its cells.
  ///   - ignored: names of columns to pass over.
  /// - Throws: columns that are unknown, there twice, or about a person; a text that is no header.
  public init(
    _ file: SourceFile, separator: UInt8, ignoring ignored: [String], for rulebook: Rulebook
  ) throws(Diagnostics) {
    let cells = CellReader.cells(file.bytes, separator)
    let faults = FaultCollector()
    var columns: [Column] = []
    var names: [String] = []
    var unknown: [String] = []
    var seen: [String: Int] = [:]
    var ranges: [Range<Int>] = []
    for cell in cells {
      let name = String(decoding: cell.text, as: UTF8.self)
      let span = SourceSpan(file: file, range: cell.range)
      names.append(name)
      ranges.append(cell.range)
      let column = CaseloadHeader.column(name, span, ignored, rulebook, faults)
      columns.append(column ?? .ignored)
      if column == nil, rulebook.refusal(of: name) == nil { unknown.append(name) }
      let identity: String
      switch column {
      case .fact(let fact): identity = rulebook.vocabulary[fact].name
      case .key: identity = CaseloadHeader.keyNames[0]
      case .ignored, .unnamed, nil: continue
      }
      if let first = seen[identity] {
        let message = Text(
          nl: "de kolom `\(identity)` staat er dubbel", en: "the column `\(identity)` is here twice"
        )
        let note = Diagnostic.Note(
          message: Text(nl: "hier staat zij ook", en: "here it is as well"),
          span: SourceSpan(file: file, range: ranges[first]))
        faults.report(
          Diagnostic(
            .duplicateName, message,
            help: Text(nl: "houd er een over", en: "keep one of them"), at: span, notes: [note]))
      }
      seen[identity] = seen[identity] ?? columns.count - 1
    }
    self.columns = columns
    self.names = names
    let facts = columns.filter {
      if case .fact = $0 { return true }
      return false
    }
    if facts.isEmpty, key == nil || faults.faults.isEmpty {
      if faults.faults.contains(where: { $0.code == .personalData }) { try faults.finish() }
      // This may be no header but a row about somebody: nothing in it is repeated.
      throw CaseloadHeader.silent(
        Text(nl: "de eerste regel noemt geen feiten", en: "the first line names no facts"), file)
    }
    if unknown.count * 2 > names.count
      || unknown.contains(where: { CaseloadHeader.looksLikeValue($0, rulebook) })
    {
      // So may this be, with a word in it that happens to be a fact.
      if faults.faults.contains(where: { $0.code == .personalData }) {
        throw Diagnostics(faults.faults.filter { $0.code == .personalData })
      }
      throw CaseloadHeader.silent(
        Text(
          nl: "de eerste regel lijkt geen kop: de meeste kolommen zijn onbekend of lijken waarden",
          en: "the first line looks like no header: most columns are unknown or look like values"),
        file)
    }
    try faults.finish()
  }

  /// A fault of a first line of which nothing is repeated.
  private static func silent(_ message: Text, _ file: SourceFile) -> Diagnostics {
    Diagnostics([
      Diagnostic(
        .missingKey, message,
        help: Text(
          nl:
            "begin met een kop van feiten: `jongeren-route facts` noemt ze alle; noem andere kolommen "
            + "bij --ignore-columns",
          en:
            "begin with a header of facts: `jongeren-route facts` lists them all; name other columns "
            + "with --ignore-columns"),
        at: SourceSpan(file: file, range: 0..<file.bytes.count))
    ])
  }

  /// Whether a cell holds a date, a number or a municipality rather than the name of a column.
  private static func looksLikeValue(_ name: String, _ rulebook: Rulebook) -> Bool {
    let digits = name.utf8.count { (0x30...0x39).contains($0) }
    let hasLetters = name.unicodeScalars.contains { $0.properties.isAlphabetic }
    return digits > 3 || digits > 0 && !hasLetters
      || (try? rulebook.municipalities.index(of: name)) != nil
      || rulebook.municipalities.isSeveral(name)
  }

  /// Whether a name is among those to pass over, apart from marks, capitals and accents.
  public static func isIgnored(_ name: String, _ ignored: [String]) -> Bool {
    guard !ignored.isEmpty else { return false }
    let folded = Spelling.folded(name)
    return ignored.contains { $0 == name || !folded.isEmpty && Spelling.isSame(folded, $0) }
  }

  private static func column(
    _ name: String, _ span: SourceSpan, _ ignored: [String], _ rulebook: Rulebook,
    _ faults: FaultCollector
  ) -> Column? {
    if name.isEmpty { return .unnamed }
    // Who passes over a column means it, whatever it would have said.
    if isIgnored(name, ignored), rulebook.refusal(of: name) == nil { return .ignored }
    let folded = Spelling.folded(name)
    if keyNames.contains(where: { Spelling.isSame(folded, $0) }) { return .key }
    let vocabulary = rulebook.vocabulary
    if !folded.isEmpty {
      for (place, fact) in vocabulary.facts.enumerated() where fact.isGiven {
        if ([fact.name] + fact.synonyms).contains(where: { Spelling.isSame(folded, $0) }) {
          return .fact(place)
        }
      }
    }
    if let refusal = rulebook.refusal(of: name) {
      faults.report(
        Diagnostic(
          .personalData,
          Text(
            nl: "de kolom `\(refusal.word)` wordt geweigerd",
            en: "the column `\(refusal.word)` is refused"),
          help: refusal.reason, at: span))
      return nil
    }
    let word = Printable.word(name)
    let near = Spelling.nearest(
      to: name, among: vocabulary.facts.filter(\.isGiven).map(\.name), limit: 3)
    let list = Wording.eitherTicked(near)
    let pass = Text(
      nl: "laat haar weg met --ignore-columns", en: "leave it out with --ignore-columns")
    faults.report(
      Diagnostic(
        .unknownFact,
        Text(nl: "onbekende kolom `\(word)`", en: "unknown column `\(word)`"),
        help: near.isEmpty
          ? pass
          : Text(nl: "bedoelde u \(list.nl)? Of ", en: "did you mean \(list.en)? Or ") + pass,
        at: span))
    return nil
  }

  /// The fault of a cell below no name that is not empty.
  static func unnamed(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownFact,
      Text(
        nl: "een kolom heeft geen naam, maar is niet leeg",
        en: "a column has no name, but is not empty"),
      help: Text(
        nl: "verwijder de kolom, of geef haar een naam", en: "remove the column, or name it"),
      at: span)
  }

  /// The separator that stands most often in a header.
  public static func separator(of header: [UInt8]) -> UInt8 {
    let candidates: [UInt8] = [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09]
    var best = (separator: candidates[0], count: 0)
    for candidate in candidates {
      let count = header.count { $0 == candidate }
      if count > best.count { best = (candidate, count) }
    }
    return best.separator
  }
}

/// Keys that could be citizen service numbers.
public enum CitizenNumbers {
  /// The number of values looked at.
  public static let sample = 100
  /// Fewer values than this tell nothing: one number in eleven passes by chance.
  static let least = 5

  /// Whether so many values pass the test for citizen service numbers, four in five, that it is no chance.
  public static func areShaped(_ values: [[UInt8]]) -> Bool {
    values.count >= least && values.count(where: passes) * 5 >= values.count * 4
  }

  /// Whether a value passes the test: eight or nine digits, weighed nine to two and minus one, make a
  /// multiple of eleven.
  static func passes(_ value: [UInt8]) -> Bool {
    let digits = value.filter { $0 != UInt8(ascii: ".") && $0 != 0x20 }
    guard digits.count == 8 || digits.count == 9,
      digits.allSatisfy({ (0x30...0x39).contains($0) }), digits.contains(where: { $0 != 0x30 })
    else { return false }
    let numbers = (digits.count == 8 ? [0] : []) + digits.map { Int($0) - 0x30 }
    let sum = numbers.enumerated().reduce(0) { sum, digit in
      sum + digit.element * (digit.offset == 8 ? -1 : 9 - digit.offset)
    }
    return sum % 11 == 0
  }
}

/// The cells of one record.
enum CellReader {
  /// A cell with where it stands.
  struct Cell {
    /// What it says, without quotes and without blanks around it.
    let text: [UInt8]
    let range: Range<Int>
  }

  /// The cells of a record; quotes that make no sense are taken as they are.
  static func cells(_ record: [UInt8], _ separator: UInt8) -> [Cell] {
    var cells: [Cell] = []
    var place = 0
    while true {
      let start = place
      var text: [UInt8] = []
      if place < record.count, record[place] == UInt8(ascii: "\"") {
        place += 1
        while place < record.count {
          if record[place] == UInt8(ascii: "\"") {
            place += 1
            guard place < record.count, record[place] == UInt8(ascii: "\"") else { break }
          }
          text.append(record[place])
          place += 1
        }
      }
      while place < record.count, record[place] != separator {
        text.append(record[place])
        place += 1
      }
      while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
      cells.append(
        Cell(text: Array(text.drop { $0 == 0x20 || $0 == 0x09 }), range: start..<place))
      guard place < record.count else { return cells }
      place += 1
    }
  }
}
