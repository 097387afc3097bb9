import Foundation
import Testing
@testable import RoutingCore
struct Scratch {
  @Test func scratch() throws {
    let rulebook = try RulebookLoader.load(try ShippedRules.files())
    let law = try LawTables(of: rulebook)
    for agreement in rulebook.agreements where agreement.kind != .law {
      let chain = try Chain(agreement, after: law, of: rulebook)
      let from = agreement.valid.from ?? CalendarDate(year: 2017, month: 1, day: 1)!
      let to = (agreement.valid.below ?? CalendarDate(year: 2038, month: 1, day: 1)!).adding(days: -1)
      let kinds = DayKinds(chain, days: DateRange(first: from, last: to), cuts: chain.cuts)
      let t2 = ContinuousClock.now
      var dead: [String] = []
      var slow: [(Duration, String)] = []
      let spaces: [(ProfileSpace, Search)] = kinds.firsts.map { let s = ProfileSpace(Setting(chain, Profile(), on: $0)); return (s, Search(s)) }
      for (t, table) in chain.tables.enumerated() {
        for (r, rule) in table.rules.enumerated() {
          let t3 = ContinuousClock.now
          var alive = false
          for (space, search) in spaces {
            var box = space.whole
            if let scope = chain.table("werkingsgebied"), t > scope { box.cells[chain.tables[scope].outcome] = Box.cell(ofChoice: 0) }
            let earlier = table.hitPolicy == .first ? Array(space.setting.rules[t][..<r].joined()) : []
            for alt in space.setting.rules[t][r] {
              guard let b = box.intersection(alt) else { continue }
              if search.first(in: b, avoiding: earlier, accept: { Witness(space: space).youth(in: $0) }) != nil { alive = true; break }
            }
            if alive { break }
          }
          if !alive { dead.append(rule.id) }
          slow.append((ContinuousClock.now - t3, rule.id))
        }
      }
      print(agreement.id, "dead", dead, ContinuousClock.now - t2)
      slow.sort { $0.0 > $1.0 }
      print("slow", slow.prefix(12), slow[slow.count / 2], slow.map(\.0).reduce(.zero, +))
    }
  }
}
