import Testing

@testable import RoutingCore
@testable import route_bench

/// The reader of caseload rows, held against the reader of single profiles.
struct RowReaderTests {
  private let rulebook: Rulebook
  private let rules: CompiledRules
  private let date = CalendarDate(year: 2026, month: 11, day: 21) ?? CalendarDate(dayNumber: 0)

  init() throws {
    rulebook = try RulebookLoader.load(try ShippedRules.files())
    rules = try #require(CompiledRules(rulebook))
  }

  /// A line as somebody may write it.
  private func line(_ facts: [(name: String, value: String)], _ random: inout Randomness) -> String
  {
    var members = facts.map { fact -> String in
      let kind = rulebook.vocabulary[rulebook.vocabulary.index(of: fact.name) ?? 0].kind
      var value = "\"\(fact.value)\""
      switch (kind, random.below(4)) {
      case (.yesNo, 0): value = fact.value == "ja" ? "true" : "false"
      case (.number, 0...1): value = fact.value
      case (.choice, 0...1) where Int(fact.value) != nil: value = fact.value
      case (.date, 0): value = "\"\(fact.value.prefix(7))\""
      case (.date, 1):
        let parts = fact.value.split(separator: "-")
        if parts.count == 3 { value = "\"\(parts[2])-\(parts[1])-\(parts[0])\"" }
      case (.municipality, 0): value = "\"\(fact.value.lowercased())\""
      case (_, 3) where random.below(20) == 0: value = "null"
      default: break
      }
      return "\"\(fact.name)\"\(random.below(5) == 0 ? " : " : ":")\(value)"
    }
    if random.below(4) == 0 { members.append("\"leeftijd\": \(16 + random.below(10))") }
    if random.below(3) == 0 { members.shuffle(using: &random) }
    let separator = random.below(2) == 0 ? "," : ", "
    return "{\(members.joined(separator: separator))}" + (random.below(5) == 0 ? " \r" : "")
  }

  /// Somewhere in a line, something else than was there.
  private func damaged(_ line: String, _ random: inout Randomness) -> [UInt8] {
    var bytes = Array(line.utf8)
    let place = random.below(bytes.count)
    let odd: [UInt8] = [
      0x00, 0x09, 0x0D, 0x1F, 0x20, 0x22, 0x2C, 0x2D, 0x2E, 0x30, 0x3A, 0x41, 0x5C, 0x5B, 0x65,
      0x7B,
      0x7D, 0x7F, 0x80, 0xC3, 0xE2, 0xED, 0xFF,
    ]
    switch random.below(5) {
    case 0: bytes[place] = odd[random.below(odd.count)]
    case 1: bytes.insert(odd[random.below(odd.count)], at: place)
    case 2: bytes.remove(at: place)
    case 3: bytes = Array(bytes[..<place])
    default:
      let end = min(bytes.count, place + 1 + random.below(40))
      bytes.insert(contentsOf: bytes[place..<end], at: place)
    }
    return bytes.filter { $0 != 0x0A }
  }

  private func expect(_ reader: RowReader, reads bytes: [UInt8], line: Int) {
    let shown = String(decoding: bytes, as: UTF8.self)
    let padded = bytes + [0x0A] + Array(repeating: UInt8(ascii: "x"), count: 64)
    padded.withUnsafeBufferPointer { buffer in
      guard var place = buffer.baseAddress else { return }
      let start = place
      let outcome = reader.read(&place, line: line)
      #expect(place - start == bytes.count + 1, "\(shown)")
      if case .blank = outcome {
        #expect(bytes.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }, "\(shown)")
        return
      }
      let file = SourceFile(path: "rows", bytes: bytes, line: line)
      do throws(Diagnostics) {
        let profile = try ProfileReader.read(
          file, arguments: [], region: nil, on: date, for: rulebook)
        guard case .row = outcome else {
          Issue.record("refused: \(shown)")
          return
        }
        let expected = Row(facts: rules.facts.count)
        expected.fill(profile, home: rulebook.vocabulary.home)
        for fact in 0..<expected.count {
          let isSame =
            expected.states[fact] == reader.row.states[fact]
            && (![.value, .days, .choices].contains(expected.states[fact])
              || expected.first[fact] == reader.row.first[fact]
                && expected.last[fact] == reader.row.last[fact])
          #expect(isSame, "\(rulebook.vocabulary[fact].name): \(shown)")
        }
      } catch {
        guard case .refused = outcome else {
          Issue.record("accepted: \(shown)")
          return
        }
        #expect(reader.faults.map(\.code) == error.all.map(\.code), "\(shown)")
        let places = reader.faults.map { $0.span?.position.column }
        #expect(places == error.all.map { $0.span?.position.column }, "\(shown)")
        #expect(reader.faults.allSatisfy { $0.span?.position.line ?? line == line }, "\(shown)")
      }
    }
  }

  @Test func `rows are read as single profiles are`() {
    let reader = RowReader(rules, path: "rows", on: date)
    var random = Randomness(seed: 3)
    var youths = InventedYouths(rulebook, on: date, seed: 3, silence: 20)
    for number in 1...2000 {
      expect(reader, reads: Array(line(youths.next(), &random).utf8), line: number)
    }
    #expect(reader.slowRows < 600)
  }

  @Test func `damaged rows are refused as single profiles are, at the same place`() {
    let reader = RowReader(rules, path: "rows", on: date)
    var random = Randomness(seed: 4)
    var youths = InventedYouths(rulebook, on: date, seed: 4, silence: 60)
    for number in 1...4000 {
      expect(reader, reads: damaged(line(youths.next(), &random), &random), line: number)
    }
  }

  @Test(
    arguments: [
      "", " ", "{", "{}", "[]", "null", "{\"bsn\":1}",
      "{\"woongemeente\":\"Oss\",\"woongemeente\":\"Oss\"}",
      "{\"woongemeente\":\"oss\"}", "{\"woongemeente\":\"Den Bosch\"}", "{\"woongemeente\":828}",
      "{\"woongemeente\":\"Os\\u0073\"}", "{\"woongemeente\" : \"S\u{FA}dwest-Frysl\u{E2}n\"}",
      "{\"geboortedatum\":\"2007-02-30\"}", "{\"geboortedatum\":\"30-02-2007\"}",
      "{\"geboortedatum\":\"14-03-07\"}", "{\"geboortedatum\":20070314}", "{\"leeftijd\":\"17\"}",
      "{\"leeftijd\":017}", "{\"leeftijd\":17.0}", "{\"leeftijd\":-1}", "{\"leeftijd\":151}",
      "{\"leeftijd\":17,\"geboortedatum\":\"1990-01-01\"}", "{\"niveau\":2}", "{\"niveau\":9}",
      "{\"doelgroepregister\":true}", "{\"huidigeSchool\":true}", "{\"ww\":\"yes\"}",
      "{\"laatsteSchooldag\":\"2026-01-31\"}", "{\"jobcoachStartdatum\":\"geen\"}",
      "{\"geboortedatum\":\"geen\"}", "{\"schoolnaam\":\"\"}", "{\"schoolnaam\":\"a@b\"}",
      "{\"schoolnaam\":\"12345\"}", "{\"vraag\":[]}", "{\"vraag\":{\"a\":1}}", "{\"vraag\":null}",
      "\u{FEFF}{\"ww\":true}", "{\"ww\":true}x", "{\"ww\":true,}",
      "{\"ww\":true \"bijstand\":true}",
    ])
  func `a row is judged as a profile is`(text: String) {
    expect(RowReader(rules, path: "rows", on: date), reads: Array(text.utf8), line: 12)
  }

  @Test func `a key is handed back as written, and a row may have its own date`() throws {
    let columns = RowReader.Columns(key: "id", date: "peildatum")
    let reader = RowReader(rules, path: "rows", columns: columns, on: date)
    func read(_ text: String) -> String? {
      let bytes = Array(text.utf8) + [0x0A] + Array(repeating: 0, count: 64)
      return bytes.withUnsafeBufferPointer { buffer in
        guard var place = buffer.baseAddress, case .row = reader.read(&place, line: 1) else {
          return nil
        }
        return String(decoding: reader.key, as: UTF8.self) + " \(reader.date)"
      }
    }
    #expect(read("{\"id\":\"a 1\",\"ww\":true}") == "\"a 1\" 2026-11-21")
    #expect(read("{\"id\":17,\"peildatum\":\"2026-01-02\"}") == "17 2026-01-02")
    #expect(read("{\"id\":\"a\\u0031\",\"peildatum\":\"02-01-2026\"}") == "\"a\\u0031\" 2026-01-02")
    #expect(read("{\"peildatum\":\"2026-01\"}") == nil)
    #expect(reader.faults.first?.code == .badDate)
    #expect(read("{\"id\":{\"a\":1}}") == nil)
    #expect(reader.faults.first?.code == .wrongType)
    #expect(read("{\"id\":1,\"id\":2}") == nil)
    #expect(reader.faults.first?.code == .duplicateKey)
    #expect(read("{\"ww\":true}") == " 2026-11-21")
  }
}
