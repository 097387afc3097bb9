/// Reads the contacts an agreement's documents publish.
enum ContactsReader {
  /// After how many months a check is too old when a list does not say.
  static let usualMonthsBetweenChecks = 12

  static func published(
    _ reader: ObjectReader, parties: PartyList, municipalities: MunicipalityList
  ) -> [Contact] {
    reader.list("contacts").compactMap { node in
      let keys = [
        "party", "municipality", "school", "name", "phone", "email", "verified", "validThrough",
        "monthsBetweenChecks", "source",
      ]
      guard let entry = ObjectReader(node, in: reader.file, keys: keys, faults: reader.faults),
        let party = entry.party("party", parties), let source = entry.requiredString("source")
      else { return nil }
      var municipality: Int?
      if let name = entry.string("municipality") {
        municipality = try? municipalities.index(of: name)
        if municipality == nil {
          entry.unknownName(
            entry.value("municipality") ?? node, nl: "de gemeente", en: "the municipality",
            among: municipalities.names)
        }
      }
      return Contact(
        party: party, municipality: municipality, school: entry.string("school"),
        name: entry.string("name"), phone: entry.string("phone"), email: entry.string("email"),
        verified: entry.day("verified"), validThrough: entry.day("validThrough"),
        monthsBetweenChecks: months(entry), source: source, span: entry.span(node.range))
    }
  }

  private static func months(_ entry: ObjectReader) -> Int {
    guard let node = entry.value("monthsBetweenChecks"),
      let months = entry.integer("monthsBetweenChecks")
    else { return usualMonthsBetweenChecks }
    if (1...120).contains(months) { return months }
    entry.wrongType(
      node, "monthsBetweenChecks",
      wanted: Text(nl: "een getal van 1 tot en met 120", en: "a number from 1 through 120"))
    return usualMonthsBetweenChecks
  }
}
