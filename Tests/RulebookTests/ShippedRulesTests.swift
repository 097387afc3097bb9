import Testing

@testable import RoutingCore

/// What holds for the shipped rules as a whole.
struct ShippedRulesTests {
  private func chains() throws -> [Chain] {
    let rulebook = try RulebookLoader.load(try ShippedRules.files())
    let law = LawTables(of: rulebook)
    return rulebook.agreements.filter { $0.kind != .law }.map {
      Chain($0, after: law, of: rulebook)
    }
  }

  @Test func `every rule that names who is responsible or who to call decides in a worked case`()
    throws
  {
    let rulebook = try RulebookLoader.load(try ShippedRules.files())
    var decided: Set<String> = []
    for worked in try ShippedRules.cases() {
      let advice = try worked.advice(by: rulebook)
      for option in advice.responsible.options + advice.contact.options {
        decided.formUnion(option.decisions.map(\.rule.id))
        decided.formUnion(option.support.map(\.rule.id))
      }
    }
    for chain in try chains() {
      for table in chain.tables
      where ["verantwoordelijk", "basisAanspreekpunt", "aanspreekpunt"].contains(table.name) {
        let idle = table.rules.map(\.id).filter { !decided.contains($0) }
        #expect(idle == [], "\(table.name)")
      }
    }
  }

  @Test func `a rule name is ASCII and means one rule in all folders`() throws {
    var seen: [String: String] = [:]
    for chain in try chains() {
      for rule in chain.tables.flatMap(\.rules) {
        #expect(rule.id.utf8.allSatisfy { $0 < 0x80 })
        let path = rule.span.file.path
        #expect(seen[rule.id] ?? path == path, "\(rule.id)")
        seen[rule.id] = path
      }
    }
  }

  @Test func `every party an answer can name leads to somebody to reach`() throws {
    for chain in try chains() {
      let parties = chain.rulebook.parties
      for (place, table) in chain.tables.enumerated() where table.hitPolicy == .first {
        for rule in table.rules {
          guard let party = chain.party(answeredBy: rule, of: place) else { continue }
          if case .reference = parties.all[party].kind { continue }
          #expect(parties.find(party) != nil || chain.agreement.desk != nil, "\(rule.id)")
        }
      }
      #expect(chain.agreement.desk != nil)
    }
  }

  @Test func `every table that answers ends with a rule for everybody`() throws {
    for chain in try chains() {
      for table in chain.tables where table.hitPolicy == .first {
        #expect(table.rules.last?.match.facts.isEmpty == true, "\(table.name)")
      }
    }
  }

  @Test func `no phone number and no mailbox but the published one is in the rules`() throws {
    for file in try ShippedRules.files() {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let words = text.split { " \",{}[]()\n".contains($0) }
      let addresses = words.filter { $0.contains("@") }
      #expect(
        addresses.allSatisfy { $0 == "jongerenaanpak@noordoostbrabantwerkt.nl" }, "\(file.path)")
      let numbers = words.filter { $0.count >= 9 && $0.allSatisfy(\.isNumber) }
      #expect(numbers.isEmpty, "\(file.path)")
    }
  }
}
