import Testing

@testable import RoutingCore

/// One fault put into the shipped rules: the proof says so.
struct SeededFaultTests {
  /// A change of a rule file, with what was changed.
  struct Fault: CustomTestStringConvertible, Sendable {
    let path: String
    let text: String
    let testDescription: String
  }

  static let files = (try? ShippedRules.files()) ?? []
  static let cases = (try? ShippedRules.caseFiles()) ?? []

  /// A few of each kind, evenly spread.
  static let faults =
    [removed(), swapped(), shifted(), misspelt()]
    .flatMap { sample($0, 6) }

  @Test(arguments: faults) func `a fault put into the rules is found`(fault: Fault) throws {
    let rules = Self.files.map { file in
      file.path == fault.path ? SourceFile(path: file.path, text: fault.text) : file
    }
    #expect(try isFound(in: rules))
  }

  /// Whether checking these rules finds anything; what is quick to see is looked at first.
  private func isFound(in rules: [SourceFile]) throws -> Bool {
    guard let rulebook = try? RulebookLoader.load(rules) else { return true }
    let worked = try ShippedRules.cases()
    let checks = Checks(of: rulebook, cases: worked)
    if checks.caseFindings().contains(where: { !$0.isEmpty }) { return true }
    let date = try DateRange(parsing: "2026-06-01").first
    return !Validation(rules: rules, cases: Self.cases, on: date, depth: .proof).findings.isEmpty
  }

  @Test func `there is a fault of every kind`() {
    #expect(Self.faults.count == 23)
  }

  // MARK: Faults

  /// Each rule that stands between two others, taken away.
  private static func removed() -> [Fault] {
    places().map { file, _, rule, next in
      var bytes = file.bytes
      bytes.removeSubrange(rule.lowerBound..<next.lowerBound)
      return Fault(
        path: file.path, text: String(decoding: bytes, as: UTF8.self),
        testDescription: "without \(name(of: rule, in: file))")
    }
  }

  /// Two neighbouring rules in each other's place, where the file says which goes first.
  private static func swapped() -> [Fault] {
    places().filter(\.isOrdered).map { file, _, rule, next in
      let between = file.bytes[rule.upperBound..<next.lowerBound]
      var bytes = Array(file.bytes[..<rule.lowerBound])
      bytes += file.bytes[next] + between + file.bytes[rule] + file.bytes[next.upperBound...]
      return Fault(
        path: file.path, text: String(decoding: bytes, as: UTF8.self),
        testDescription: "\(name(of: rule, in: file)) below \(name(of: next, in: file))")
    }
  }

  /// Each age that bounds a rule of the law, one year later; in an agreement other rules often bound
  /// it already, and then nothing changes.
  private static func shifted() -> [Fault] {
    tableFiles().filter { $0.path.hasPrefix("wet/") }.flatMap { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      return text.ranges(of: /"leeftijd": \{[^}]*"(from|below)": \d+/).map { range in
        let bound = text[range]
        let digits = bound.reversed().prefix { $0.isNumber }.reversed()
        let number = (Int(String(digits)) ?? 0) + 1
        let changed = bound.dropLast(digits.count) + "\(number)"
        return Fault(
          path: file.path, text: text.replacingCharacters(range, with: String(changed)),
          testDescription: "\(line(of: range, in: text)) of \(file.path): \(changed)")
      }
    }
  }

  /// Each fact a condition asks for, with a letter left out.
  private static func misspelt() -> [Fault] {
    tableFiles().flatMap { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      return text.ranges(of: /"when": \{\s*"[a-zA-Z]{5,}/).map { range in
        Fault(
          path: file.path,
          text: text.replacingCharacters(range, with: String(text[range].dropLast())),
          testDescription: "\(text[range].dropLast())")
      }
    }
  }

  private static func line(of range: Range<String.Index>, in text: String) -> Int {
    text[..<range.lowerBound].count { $0 == "\n" } + 1
  }

  private static func tableFiles() -> [SourceFile] {
    files.filter { $0.path.contains("/") && !$0.path.hasSuffix("/agreement.json") }
  }

  /// Every rule that has one below it in its table, with the bytes of both.
  private static func places() -> [(
    file: SourceFile, isOrdered: Bool, rule: Range<Int>, next: Range<Int>
  )] {
    tableFiles().flatMap { file in
      let root = try? JSONParser.parse(file)
      return (root?.value(of: "tables")?.elements ?? []).flatMap { table in
        let order = table.value(of: "precedence")?.value(of: "order")?.elements ?? []
        let ordered = Set(order.compactMap(\.string))
        let rules = table.value(of: "rules")?.elements ?? []
        return zip(rules, rules.dropFirst()).map { rule, next in
          let names = [rule, next].compactMap { $0.value(of: "id")?.string }
          return (file, ordered.isSuperset(of: names), rule.range, next.range)
        }
      }
    }
  }

  private static func name(of rule: Range<Int>, in file: SourceFile) -> String {
    let text = String(decoding: file.bytes[rule], as: UTF8.self)
    return text.firstMatch(of: /"id": "([^"]*)"/).map { String($0.1) } ?? ""
  }

  /// So many of them, evenly spread.
  private static func sample(_ faults: [Fault], _ count: Int) -> [Fault] {
    guard faults.count > count else { return faults }
    return (0..<count).map { faults[($0 * 2 + 1) * faults.count / (count * 2)] }
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
