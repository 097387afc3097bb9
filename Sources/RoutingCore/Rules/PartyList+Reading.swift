extension PartyList {
  init(reading reader: ObjectReader) {
    var parties: [Party] = []
    var places: [String: Int] = [:]
    for party in reader.named("parties", by: "id", of: .parties) {
      guard let id = party.name("id") else { continue }
      let kind: Party.Kind
      if let fact = party.string("from") {
        kind = .reference(fact: fact)
      } else if party.flag("nobody") {
        kind = .nobody
      } else if let partner = party.string("partner"), let node = party.value("partner") {
        if places[partner] == nil, !reader.faults.unsure.contains(.parties) {
          party.unknownName(node, nl: "de partij", en: "the party", among: places.keys)
        }
        kind = places[partner].map { .role(partner: $0) } ?? .partner
      } else {
        kind = .partner
      }
      if reader.faults.isThorough { PartyList.checkPlaces(in: party) }
      places[id] = parties.count
      let label = party.phrase("label") ?? .known(Text(id))
      parties.append(Party(id: id, kind: kind, words: label, whereabouts: party.phrase("find")))
    }
    self.init(parties)
  }

  /// What stands between braces in `find` is filled in, and that can only be the municipality.
  private static func checkPlaces(in party: ObjectReader) {
    guard let find = party.object("find") else { return }
    for language in Language.allCases {
      guard let node = find.value(language.rawValue), let text = node.string else { continue }
      for place in ContactDirectory.places(in: text) where place != ContactDirectory.place {
        find.unknownName(
          place, node.range, nl: "de invulplek", en: "the blank",
          among: [ContactDirectory.place])
      }
    }
  }
}
