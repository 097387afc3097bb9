extension PartyList {
  init?(reading reader: ObjectReader) {
    var parties: [Party] = []
    var places: [String: Int] = [:]
    for node in reader.list("parties") {
      let keys = ["id", "partner", "from", "nobody", "label", "find"]
      guard let party = ObjectReader(node, in: reader.file, keys: keys, faults: reader.faults),
        let id = party.requiredString("id"), let label = party.requiredPhrase("label")
      else { continue }
      if places[id] != nil { reader.duplicateName(node, id) }
      let kind: Party.Kind
      if let fact = party.string("from") {
        kind = .reference(fact: fact)
      } else if party.flag("nobody") {
        kind = .nobody
      } else if let partner = party.string("partner") {
        guard let place = places[partner] else {
          party.unknownName(
            party.value("partner") ?? node, nl: "de partij", en: "the party", among: places.keys)
          continue
        }
        kind = .role(partner: place)
      } else {
        kind = .partner
      }
      places[id] = parties.count
      parties.append(Party(id: id, kind: kind, words: label, whereabouts: party.phrase("find")))
    }
    self.init(parties)
  }
}
