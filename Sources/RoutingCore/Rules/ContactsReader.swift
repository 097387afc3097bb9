/// Reads the contacts an agreement's documents publish.
enum ContactsReader {
  /// After how many months a check is too old when a list does not say.
  static let usualMonthsBetweenChecks = 12

  static func published(
    _ reader: ObjectReader, parties: PartyList, municipalities: MunicipalityList
  ) -> [Contact] {
    reader.objects("contacts").compactMap { entry in
      let municipality = entry.value("municipality").flatMap {
        entry.municipality($0, municipalities)
      }
      guard let party = entry.party("party", parties) else { return nil }
      return Contact(
        party: party, municipality: municipality, school: entry.string("school"),
        name: entry.string("name"), phone: entry.string("phone"), email: entry.string("email"),
        verified: entry.day("verified"), validThrough: entry.day("validThrough"),
        monthsBetweenChecks: entry.integer("monthsBetweenChecks") ?? usualMonthsBetweenChecks,
        source: entry.string("source") ?? "", span: entry.span(entry.node.range))
    }
  }
}
