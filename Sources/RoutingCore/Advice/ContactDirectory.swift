/// Finds how somebody can be reached: published contacts and the office's own list.
struct ContactDirectory {
  let rulebook: Rulebook
  let contacts: [Contact]
  let desk: Int?

  /// The way to reach a party: the most specific contact that can be trusted on a day, else where to
  /// find the person and the desk that helps.
  func route(to party: Int, municipality: Int?, school: String?, on date: CalendarDate)
    -> ContactRoute
  {
    var remarks: [Text] = []
    let partner = rulebook.parties.partner(of: party)
    let fitting = contacts.filter { fits($0, party, partner, municipality, school) }
      .sorted { specificity($0, party) > specificity($1, party) }
    for contact in fitting {
      guard let staleness = contact.staleness(on: date) else {
        return ContactRoute(contact: contact, party: contact.party, find: nil, remarks: remarks)
      }
      let label = rulebook.parties.all[contact.party].label
      remarks.append(
        Text(
          nl: "een contact voor \(label.nl) is niet meer te vertrouwen (\(staleness.nl))",
          en: "a contact for \(label.en) cannot be trusted any more (\(staleness.en))"))
    }
    let find = rulebook.parties.find(party).map { named($0, municipality) }
    guard let desk, rulebook.parties.partner(of: desk) != partner else {
      // The last resort is given even when nobody checked it lately; the remark says so.
      return ContactRoute(contact: fitting.first, party: party, find: find, remarks: remarks)
    }
    let help = route(to: desk, municipality: municipality, school: nil, on: date)
    return ContactRoute(
      contact: help.contact, party: desk, find: find, remarks: remarks + help.remarks)
  }

  /// Where a text gets the name of the municipality.
  static let place = "{woongemeente}"

  /// What a text has between braces, braces and all.
  static func places(in text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { part in
      "{" + (part.firstIndex(of: "}").map { String(part[...$0]) } ?? String(part))
    }
  }

  /// A text with the municipality's name where it says `{woongemeente}`.
  private func named(_ text: Text, _ municipality: Int?) -> Text {
    let place = ContactDirectory.place
    let name = municipality.map { rulebook.municipalities.names[$0] }
    func filled(_ text: String, _ otherwise: String) -> String {
      var result = ""
      var rest = text[...]
      while let start = rest.firstIndex(of: "{") {
        result += rest[..<start]
        rest = rest[start...]
        if rest.hasPrefix(place) {
          result += name ?? otherwise
          rest = rest.dropFirst(place.count)
        } else {
          result.append(rest.removeFirst())
        }
      }
      return result + rest
    }
    return Text(
      nl: filled(text.nl, "de woongemeente"), en: filled(text.en, "the municipality of residence"))
  }

  private func fits(
    _ contact: Contact, _ party: Int, _ partner: Int, _ municipality: Int?, _ school: String?
  ) -> Bool {
    guard contact.party == party || contact.party == partner else { return false }
    if let served = contact.municipality, served != municipality { return false }
    guard let served = contact.school else { return true }
    return school.map { Spelling.folded($0) == Spelling.folded(served) } ?? false
  }

  /// More for a school than for a role, for a role than for a municipality.
  private func specificity(_ contact: Contact, _ party: Int) -> Int {
    (contact.school == nil ? 0 : 4) + (contact.party == party ? 2 : 0)
      + (contact.municipality == nil ? 0 : 1)
  }
}
