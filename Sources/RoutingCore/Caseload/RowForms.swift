/// The names a row may use and how their values are written, laid out for comparing bytes.
final class RowForms: @unchecked Sendable {
  /// How a value is written.
  enum Kind: UInt8 {
    case choice, number, day, municipality, name, age
    /// The caller's own key.
    case key
    /// The reference date.
    case date
    /// A fact the quick reader leaves to the ordinary one.
    case other
  }

  /// One name.
  struct Form {
    var kind: Kind
    /// Whether the date may be stated as never having happened.
    var allowsNoDate: Bool
    /// The fact its value is about.
    var fact: Int32
    /// The table with the words of its values.
    var words: Int32
    /// The choices `true` and `false` stand for; -1 where they stand for none.
    var yes: Int32
    var no: Int32
    /// Days between what is stated and what is meant.
    var days: Int32
  }

  let count: Int
  let forms: UnsafeMutablePointer<Form>
  /// The names, by their bytes.
  let names: WordTable
  /// Per fact with choices, its values.
  let values: UnsafeMutablePointer<WordTable>
  private let valueCount: Int
  /// The official names of municipalities.
  let municipalities: WordTable
  /// Per name, `"name":` in eight words.
  private let written: UnsafeMutablePointer<UInt64>
  /// Per name, how long that is and what counts of its last word.
  private let ends: UnsafeMutablePointer<(length: Int, mask: UInt64)>

  private static let words = 8

  init(_ rulebook: Rulebook, _ columns: RowReader.Columns) {
    var forms: [Form] = []
    var names: [String] = []
    var values: [WordTable] = []
    for (fact, described) in rulebook.vocabulary.facts.enumerated() where described.isGiven {
      if described.name == columns.key || described.name == columns.date { continue }
      if CaseloadHeader.isIgnored(described.name, columns.ignored) { continue }
      var form = Form(
        kind: .other, allowsNoDate: described.allowsNoDate, fact: Int32(fact), words: 0, yes: -1,
        no: -1, days: 0)
      if case .years(let base) = described.derivation {
        (form.kind, form.fact) = (.age, Int32(base))
      } else {
        switch described.kind {
        case .yesNo, .choice:
          form.kind = .choice
          form.words = Int32(values.count)
          form.yes = Int32(described.choiceIndex("ja") ?? -1)
          form.no = Int32(described.choiceIndex("nee") ?? -1)
          values.append(WordTable(described.choices.enumerated().map { ($1.value, $0) }))
        case .number: form.kind = .number
        case .municipality: form.kind = .municipality
        case .text: form.kind = .name
        case .date:
          form.kind = .day
          form.fact = Int32(described.means?.fact ?? fact)
          form.days = Int32(described.means?.days ?? 0)
          // Never having happened is said of the fact itself.
          if described.means != nil, described.allowsNoDate { form.kind = .other }
        }
      }
      forms.append(form)
      names.append(described.name)
    }
    for (name, kind) in [(columns.key, Kind.key), (columns.date, Kind.date)] {
      guard let name else { continue }
      names.append(name)
      forms.append(
        Form(kind: kind, allowsNoDate: false, fact: -1, words: 0, yes: -1, no: -1, days: 0))
    }
    count = forms.count
    self.forms = .allocate(capacity: forms.count + 1)
    self.forms.initialize(from: forms, count: forms.count)
    self.names = WordTable(names.enumerated().map { ($1, $0) })
    self.values = Program.kept(values).start
    valueCount = values.count
    municipalities = WordTable(rulebook.municipalities.names.enumerated().map { ($1, $0) })
    written = .allocate(capacity: (forms.count + 1) * RowForms.words)
    written.initialize(repeating: 0, count: (forms.count + 1) * RowForms.words)
    ends = .allocate(capacity: forms.count + 1)
    // A name that is too long is looked for in the table of names.
    ends.initialize(repeating: (0, .max), count: forms.count + 1)
    for (place, name) in names.enumerated() {
      let bytes = Array("\"\(name)\":".utf8)
      guard bytes.count < RowForms.words * 8 else { continue }
      ends[place] = (bytes.count, (1 << UInt64(bytes.count % 8 * 8)) - 1)
      for (index, byte) in bytes.enumerated() {
        written[place * RowForms.words + index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
      }
    }
  }

  deinit {
    for place in 0..<valueCount { values[place].deallocate() }
    values.deallocate()
    names.deallocate()
    municipalities.deallocate()
    forms.deallocate()
    written.deallocate()
    ends.deallocate()
  }

  /// How many bytes a name takes, with its quotes and its colon.
  @inline(__always)
  func length(_ form: Int) -> Int { ends[form].length }

  /// Whether a name stands here, with its quotes and its colon.
  ///
  /// - Requires: 64 bytes can be read from here, its own or others.
  @inline(__always)
  func starts(_ place: UnsafePointer<UInt8>, with form: Int) -> Bool {
    let bytes = UnsafeRawPointer(place)
    let wanted = written + form &* RowForms.words
    let end = ends + form
    let last = end.pointee.length >> 3
    var word = 0
    while word < last {
      if bytes.loadUnaligned(fromByteOffset: word &* 8, as: UInt64.self).littleEndian
        != wanted[word]
      {
        return false
      }
      word &+= 1
    }
    return bytes.loadUnaligned(fromByteOffset: word &* 8, as: UInt64.self).littleEndian
      & end.pointee.mask == wanted[word]
  }
}
