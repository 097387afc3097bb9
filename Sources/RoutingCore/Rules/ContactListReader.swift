/// Reads an office's own contact list from CSV.
///
/// Columns, in any order and in either language: partner, role, municipality, school, name, phone,
/// e-mail, verified on, valid until. A line `# verify-months: 6` says how long a check lasts; without
/// it a check lasts a year.
public struct ContactListReader {
  private let file: SourceFile
  private let rulebook: Rulebook
  private let faults = FaultCollector()

  /// The columns of a contact list, with the headers they go by.
  private enum Column: CaseIterable {
    case partner, role, municipality, school, name, phone, email, verified, validThrough

    var headers: [String] {
      switch self {
      case .partner: ["partner", "organisatie", "organisation"]
      case .role: ["rol", "role"]
      case .municipality: ["gemeente", "municipality", "woongemeente"]
      case .school: ["school", "schoolnaam"]
      case .name: ["naam", "name"]
      case .phone: ["telefoon", "phone", "telefoonnummer"]
      case .email: ["e-mail", "email", "mail"]
      case .verified: ["gecontroleerd op", "verified on", "verified", "gecontroleerd"]
      case .validThrough: ["geldig tot en met", "valid until", "geldig tot", "valid through"]
      }
    }
  }

  /// The contacts of a file.
  public static func read(_ file: SourceFile, for rulebook: Rulebook) throws(Diagnostics)
    -> [Contact]
  {
    let reader = ContactListReader(file: file, rulebook: rulebook)
    let table: CSVTable
    do {
      table = try CSVTable(file)
    } catch {
      throw Diagnostics([error])
    }
    let contacts = reader.contacts(table)
    try reader.faults.finish()
    return contacts
  }

  private func contacts(_ table: CSVTable) -> [Contact] {
    var months = ContactsReader.usualMonthsBetweenChecks
    var columns: [Column?]?
    var contacts: [Contact] = []
    for row in table.rows where !faults.isFull {
      if let first = row.first, first.text.hasPrefix("#") {
        months = monthsStated(first) ?? months
      } else if columns == nil, row[0].text.lowercased().hasPrefix("sep=") {
        // What a spreadsheet writes for itself; the separator shows from the header.
        continue
      } else if let columns {
        if let contact = contact(row, columns, months) { contacts.append(contact) }
      } else {
        columns = header(row)
      }
    }
    if columns == nil || (contacts.isEmpty && faults.faults.isEmpty) {
      report(
        .syntax, 0..<0, nl: "de contactenlijst is leeg", en: "the contact list is empty",
        help: Text(
          nl:
            "begin met de regel partner;rol;gemeente;school;naam;telefoon;e-mail;gecontroleerd op;geldig tot en met",
          en:
            "start with the line partner;role;municipality;school;name;phone;e-mail;verified on;valid until"
        ))
    }
    return contacts
  }

  private func header(_ row: [CSVTable.Cell]) -> [Column?] {
    var columns: [Column?] = []
    for cell in row {
      let column = column(cell)
      if let column, columns.contains(column) {
        let word = Printable.word(cell.text)
        report(
          .duplicateKey, cell.range, nl: "de kolom `\(word)` staat er dubbel",
          en: "the column `\(word)` is there twice",
          help: Text(nl: "houd er een over", en: "keep one of them"))
      }
      columns.append(column)
    }
    return columns
  }

  private func monthsStated(_ cell: CSVTable.Cell) -> Int? {
    let parts = cell.text.split(separator: ":", maxSplits: 1)
    let key = Spelling.folded(String(parts.first ?? ""))
    guard key == Array("verifymonths".utf8) || key == Array("controlemaanden".utf8),
      parts.count == 2
    else {
      report(
        .unknownKey, cell.range, nl: "deze regel met # zegt niets over de lijst",
        en: "this line with # says nothing about the list",
        help: Text(
          nl: "schrijf `# controle-maanden: 6`, of haal de regel weg",
          en: "write `# verify-months: 6`, or remove the line"))
      return nil
    }
    let digits = (parts.last ?? "").filter { $0 != " " }
    guard let months = Int(digits), (1...120).contains(months) else {
      report(
        .wrongType, cell.range, nl: "de controletermijn is geen aantal maanden",
        en: "the time between checks is not a number of months",
        help: Text(nl: "schrijf `# controle-maanden: 6`", en: "write `# verify-months: 6`"))
      return nil
    }
    return months
  }

  private func column(_ cell: CSVTable.Cell) -> Column? {
    let wanted = Spelling.folded(cell.text)
    if wanted.isEmpty { return nil }
    for column in Column.allCases
    where column.headers.contains(where: { Spelling.folded($0) == wanted }) {
      return column
    }
    let word = Printable.word(cell.text)
    report(
      .unknownKey, cell.range, nl: "onbekende kolom `\(word)`", en: "unknown column `\(word)`",
      help: Spelling.help(for: cell.text, among: Column.allCases.map { $0.headers[0] }))
    return nil
  }

  private func contact(_ row: [CSVTable.Cell], _ columns: [Column?], _ months: Int) -> Contact? {
    guard row.count <= columns.count || row[columns.count...].allSatisfy({ $0.text.isEmpty }) else {
      report(
        .syntax, row[columns.count].range, nl: "deze regel heeft meer cellen dan er kolommen zijn",
        en: "this line has more cells than there are columns",
        help: Text(
          nl: "zet tekst met een puntkomma tussen aanhalingstekens",
          en: "put text with a separator in quotation marks"))
      return nil
    }
    func cell(_ column: Column) -> CSVTable.Cell? {
      guard let place = columns.firstIndex(of: column), place < row.count,
        !row[place].text.isEmpty
      else { return nil }
      return row[place]
    }
    guard let named = cell(.role) ?? cell(.partner), let party = party(named) else {
      if cell(.role) == nil, cell(.partner) == nil {
        report(
          .missingKey, row[0].range, nl: "deze regel noemt geen partner en geen rol",
          en: "this line names no partner and no role",
          help: Text(nl: "vul een van beide in", en: "fill in one of them"))
      }
      return nil
    }
    if let partner = cell(.partner), let place = self.party(partner),
      rulebook.parties.partner(of: party) != rulebook.parties.partner(of: place)
    {
      report(
        .contradiction, named.range, nl: "deze rol hoort niet bij de partner op deze regel",
        en: "this role does not belong to the partner on this line",
        help: Text(
          nl: "laat de partner weg, of kies een andere rol",
          en: "leave the partner out, or choose another role"))
    }
    var municipality: Int?
    if let cell = cell(.municipality) {
      do throws(Diagnostic) {
        municipality = try rulebook.municipalities.index(of: cell.text)
      } catch {
        report(error.code, cell.range, nl: error.message.nl, en: error.message.en, help: error.help)
      }
    }
    return Contact(
      party: party, municipality: municipality, school: cell(.school)?.text,
      name: cell(.name)?.text, phone: cell(.phone)?.text, email: cell(.email)?.text,
      verified: cell(.verified).flatMap { day($0) },
      validThrough: cell(.validThrough).flatMap { day($0) }, monthsBetweenChecks: months,
      source: file.path, span: SourceSpan(file: file, range: row[0].range))
  }

  private func party(_ cell: CSVTable.Cell) -> Int? {
    let parties = rulebook.parties
    if let place = parties.index(of: cell.text) {
      guard case .reference = parties.all[place].kind else { return place }
    }
    let wanted = Spelling.folded(cell.text)
    let named = parties.all.indices.first { place in
      if case .reference = parties.all[place].kind { return false }
      let party = parties.all[place]
      return [party.id, party.label.nl, party.label.en].contains { Spelling.folded($0) == wanted }
    }
    if let named { return named }
    let word = Printable.word(cell.text)
    report(
      .unknownName, cell.range, nl: "de partner of rol `\(word)` bestaat niet",
      en: "the partner or role `\(word)` does not exist",
      help: Spelling.help(for: cell.text, among: parties.all.map(\.id))
        ?? Text(
          nl: "kies een naam uit rules/parties.json", en: "choose a name of rules/parties.json"))
    return nil
  }

  private func day(_ cell: CSVTable.Cell) -> CalendarDate? {
    if let range = try? DateRange(parsing: cell.text), range.isExact { return range.first }
    report(
      .badDate, cell.range, nl: "geen datum", en: "not a date",
      help: Text(nl: "schrijf 2026-01-31 of 31-01-2026", en: "write 2026-01-31 or 31-01-2026"))
    return nil
  }

  private func report(
    _ code: Diagnostic.Code, _ range: Range<Int>, nl: String, en: String, help: Text? = nil
  ) {
    faults.report(
      Diagnostic(
        code, Text(nl: nl, en: en), help: help, at: SourceSpan(file: file, range: range)))
  }
}
