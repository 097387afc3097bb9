/// A rule that decided something, and the table it stands in.
public struct Decision: Sendable {
  /// The name of the table.
  public let table: String
  /// The rule.
  public let rule: Rule
}

/// One answer a question can have.
public struct Option: Sendable {
  /// The value, or the name of the party.
  public let value: String
  /// The answer in words.
  public let label: Text
  /// The organisation of the party named, without the role; the answer in words otherwise.
  public let organisation: Text
  /// The party, when the answer names one.
  public let party: Int?
  /// The rules that lead to it; the one that decides comes first.
  public let decisions: [Decision]
  /// The rules of the tables asked on the way, in order.
  public let support: [Decision]
}

/// What a question comes to: one option when enough is known, several otherwise.
public struct Verdict: Sendable {
  /// The name of the table.
  public let table: String
  /// What it decides, in words.
  public let label: Text
  /// The answers that are possible, likeliest rules first.
  public let options: [Option]

  /// The one answer, when there is only one.
  public var answer: Option? { options.count == 1 ? options[0] : nil }
}

/// One rule of those that apply together: somebody involved, something to do, an offer.
public struct Item: Sendable {
  /// The rule.
  public let rule: Rule
  /// Whom it names, in words.
  public let party: Text?
  /// The name of the party.
  public let partyID: String?
  /// The organisation of the party, without the role.
  public let organisation: Text?
  /// When it is due: a day, or a stretch of days when a date is known only in part.
  public let due: DateRange?
  /// False when it depends on what is not known.
  public let isCertain: Bool
}

/// Why somebody else is not responsible.
public struct Rival: Sendable {
  /// Who is not.
  public let party: Text
  /// Why not, in words.
  public let reason: Text
  /// The rule that would have made it responsible.
  public let rule: Rule
}

/// A fact the advice took to have its usual value.
public struct Assumption: Sendable {
  /// The name of the fact.
  public let fact: String
  /// What it is called.
  public let label: Text
  /// The value assumed.
  public let value: String
  /// The value in words.
  public let valueLabel: Text
  /// Whether another value would change who is responsible or who to call.
  public let matters: Bool
}

/// Something that would change the answer.
public struct Alternative: Sendable {
  /// The name of the fact.
  public let fact: String
  /// What it is called.
  public let label: Text
  /// The values that lead to this change, with their words.
  public let values: [(value: String, label: Text)]
  /// Who would be responsible; nil when that does not change.
  public let responsible: Verdict?
  /// Who to call; nil when that does not change.
  public let contact: Verdict?
}

/// A coming day on which the answer changes.
public struct Change: Sendable {
  /// The day, or the days it lies in when a date is known only in part.
  public let day: DateRange
  /// What happens on it.
  public let reasons: [Text]
  /// Who is responsible from then on; nil when that does not change.
  public let responsible: Verdict?
  /// Who to call from then on; nil when that does not change.
  public let contact: Verdict?
  /// Other answers that change: from what to what.
  public let others: [(label: Text, from: Text, to: Text)]
}

/// A fact to ask for.
public struct MissingFact: Sendable {
  /// The name of the fact.
  public let fact: String
  /// How to ask for it.
  public let question: Text
}

/// How the first contact can be reached.
public struct ContactRoute: Sendable {
  /// The contact found, when there is one that can be trusted.
  public let contact: Contact?
  /// Whose contact it is: the party itself, its organisation, or the desk that helps.
  public let party: Int
  /// Where to find the person otherwise.
  public let find: Text?
  /// What was found and cannot be trusted.
  public let remarks: [Text]
}

/// Who brings the youth to whom.
public struct Handover: Sendable {
  /// Each organisation the youth may turn up at that is not the first contact itself.
  public let doors: [Door]
  /// The holder, who may not let go yet; nil when nobody holds on beside the one responsible.
  public let holder: Option?

  /// An organisation at which a youth may turn up.
  public struct Door: Sendable {
    /// The value of the fact that says who is calling.
    public let caller: String
    /// The organisation in words.
    public let label: Text
  }
}

/// Who answers, and by which agreement.
public struct Ground: Sendable {
  /// The folder of rules that answers.
  public let agreement: Agreement
  /// Why an agreement does not answer, when one was considered.
  public let decision: Decision?
  /// Which agreement was considered.
  public let considered: Agreement?
  /// The municipality that brings it, with the words for which one it is; nil where none settles it.
  public var place: (fact: Text, municipality: String)?
}

/// An agreement of a municipality that does not hold for this youth, and why.
public struct Declined: Sendable {
  /// The agreement.
  public let agreement: Agreement
  /// Which municipality brings it, in words.
  public let fact: Text
  /// The name of that municipality.
  public let municipality: String
  /// The rule that leaves the youth out.
  public let decision: Decision
}

/// What an agreement answers that holds for a youth as well: that of the home beside that of the school.
public struct SecondOpinion: Sendable {
  /// The agreement, or the national frame.
  public let agreement: Agreement
  /// Which municipality brings it, in words.
  public let fact: Text
  /// The name of that municipality.
  public let municipality: String
  /// Who is responsible by it.
  public let responsible: Verdict
  /// Who to call first by it.
  public let contact: Verdict
}

/// Everything the agreements say about one youth on one day.
public struct Advice: Sendable {
  /// The reference date.
  public let date: CalendarDate
  /// Which rules answer; several when that depends on what is not known.
  public let grounds: [Ground]
  /// Who is responsible now.
  public let responsible: Verdict
  /// Until which day, when that day is known.
  public let until: DateRange?
  /// Who to call first.
  public let contact: Verdict
  /// Who to call meanwhile, when the first contact cannot be decided.
  public let provisional: Option?
  /// What other agreements answer that hold as well.
  public let also: [SecondOpinion]
  /// Agreements of a municipality of the youth that do not hold, beside one that does.
  public let declined: [Declined]
  /// How to reach the first contact.
  public let route: ContactRoute
  /// The first contact for each question the caller may have.
  public let contactByQuestion: [(value: String, label: Text, contact: Verdict)]
  /// The other tables with hit policy `first`, by name.
  public let verdicts: [Verdict]
  /// The tables with hit policy `collect`, by name.
  public let items: [(table: String, label: Text, items: [Item])]
  /// Who brings the youth to whom.
  public let handover: Handover
  /// Why others are not responsible.
  public let rivals: [Rival]
  /// What was assumed.
  public let assumptions: [Assumption]
  /// What would change the answer.
  public let alternatives: [Alternative]
  /// What changes when.
  public let changes: [Change]
  /// What to ask, the best question first; empty when nothing is missing.
  public let missing: [MissingFact]
  /// The caller, as the profile states it.
  public let caller: Option
  /// The level of guidance, as the profile states it.
  public let level: Option?
  /// What is known, in words: facts the profile stated.
  public let stated: [(fact: String, label: Text, value: Text, isSensitive: Bool)]
  /// Titles of the documents cited.
  public let documents: [Document]
  /// The fingerprint of the rules, in hexadecimal.
  public let hash: String

  /// Whether who is responsible and who to call are both decided.
  public var isDetermined: Bool { responsible.answer != nil && contact.answer != nil }

  /// The verdict of a table, when its agreement has that table.
  public func verdict(_ table: TableName) -> Verdict? {
    verdicts.first { $0.table == table.rawValue }
  }

  /// The items of a table; empty when its agreement has no such table.
  public func items(_ table: TableName) -> [Item] {
    items.first { $0.table == table.rawValue }?.items ?? []
  }
}

/// The tables an advice is made of, by the names rule files give them.
public enum TableName: String, CaseIterable, Sendable {
  /// Whether an agreement holds for this youth.
  case scope = "werkingsgebied"
  /// Who is responsible.
  case responsible = "verantwoordelijk"
  /// Who to call first.
  case contact = "aanspreekpunt"
  /// Who to call meanwhile.
  case provisional = "voorlopigAanspreekpunt"
  /// Who may not let go yet.
  case holder = "houder"
  /// Whether to consult the school first.
  case consult = "raadplegen"
  /// The level that the obstacles suggest.
  case suggestedLevel = "niveauVoorstel"
  /// The school's window after leaving.
  case window = "venster"
  /// The mode of guidance after leaving.
  case aftercare = "nazorg"
  /// The agreement's target group of the doorstroompunt.
  case doorstroompunt = "doorstroompunt"
  /// The statutory target group of the doorstroompunt.
  case doorstroompuntByLaw = "doorstroompuntWet"
  /// Compulsory education.
  case compulsory = "leerplicht"
  /// Whose consent is needed.
  case consent = "toestemmingVan"
  /// Who else is involved.
  case involved = "betrokken"
  /// What to do.
  case actions = "acties"
  /// What is on offer.
  case offers = "aanbod"
  /// The escalation ladder.
  case escalation = "escalatie"
  /// Prohibitions and limits.
  case limits = "grenzen"
  /// Declared gaps.
  case gaps = "grijzeGebieden"
  /// How to hand over.
  case handover = "overdrachtsregels"
  /// What the law itself gives.
  case law = "wettelijk"
}
