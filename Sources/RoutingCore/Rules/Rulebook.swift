/// A document an agreement rests on.
public struct Document: Sendable {
  /// Its short name, as rules cite it.
  public let id: String
  /// Its title.
  public let title: Text
}

/// A folder of rules: the law, the national frame or the agreement of a region.
public struct Agreement: Sendable {
  /// What the folder holds.
  public enum Kind: String, CaseIterable, Sendable {
    /// Statutory definitions, duties and powers: every other folder builds on them.
    case law
    /// What answers where no agreement does.
    case frame
    /// The agreement of a region.
    case agreement
  }

  /// The name of the folder.
  public let id: String
  /// What it holds.
  public let kind: Kind
  /// Its name for people.
  public let name: Text
  /// Which edition of the texts it encodes.
  public let edition: String
  /// The days it answers for.
  public let valid: HalfOpenRange<CalendarDate>
  /// The municipalities that take part.
  public let municipalities: [String]
  /// The documents its rules cite.
  public let documents: [Document]
  /// The contacts its documents publish.
  public let contacts: [Contact]
  /// The party that helps when nobody else is known.
  public let desk: Int?
  /// The files with its tables, in order.
  let tableFiles: [SourceFile]
  /// The file that accounts for its documents.
  let coverageFile: SourceFile?
  /// Where its name stands.
  public let span: SourceSpan
  /// What the law asks of every agreement, as it is written.
  let duties: [JSONNode]
}

/// Facts that cannot be true together.
public struct Impossibility: Sendable {
  /// What is the matter and what to do.
  public let title: Text
  /// The profiles that cannot exist.
  public let match: Match
}

/// What happens to a profile on a day it names: the current school becomes the school left.
public struct Move: Sendable {
  /// The date fact that says when.
  public let date: Int
  /// Facts that take over the value of another.
  public let copies: [(to: Int, from: Int)]
  /// Facts that get a value, by the place of that value among their choices.
  public let states: [(fact: Int, choice: Int)]
  /// Facts nobody knows any more.
  public let forgets: [Int]
}

/// Names a profile must not have, because they speak of a person.
public struct RefusedNames: Sendable {
  /// The names.
  public let names: [String]
  /// Why, and what to do.
  public let reason: Text
}

/// Everything a rule folder declares beside its decision tables.
///
/// A class, so that handing it on does not copy it; it never changes.
public final class Rulebook: Sendable {
  /// The facts a profile can speak of.
  public let vocabulary: Vocabulary
  /// Everybody an answer can name.
  public let parties: PartyList
  /// The Dutch municipalities.
  public let municipalities: MunicipalityList
  /// The law, the national frame and the agreements.
  public let agreements: [Agreement]
  /// Facts that cannot be true together.
  public let impossible: [Impossibility]
  /// How invented youths preferably are.
  let examples: Match?
  /// What becomes of a profile on the days it names.
  public let moves: [Move]
  /// Names that are refused.
  public let refused: [RefusedNames]
  /// The first day of the school year.
  public let schoolYear: YearDay
  /// What charts show, as it is written; nil when nothing says so.
  private let chartFile: SourceFile?
  /// The fingerprint of every file the rulebook was read from, in hexadecimal.
  public let hash: String

  /// The regional agreements.
  public let regions: [Agreement]

  init(
    vocabulary: Vocabulary, parties: PartyList, municipalities: MunicipalityList,
    agreements: [Agreement], impossible: [Impossibility], examples: Match?, moves: [Move],
    refused: [RefusedNames], schoolYear: YearDay, chartFile: SourceFile?, hash: String
  ) {
    self.vocabulary = vocabulary
    self.parties = parties
    self.municipalities = municipalities
    self.agreements = agreements
    self.impossible = impossible
    self.examples = examples
    self.moves = moves
    self.refused = refused
    self.schoolYear = schoolYear
    self.chartFile = chartFile
    self.hash = hash
    regions = agreements.filter { $0.kind == .agreement }
  }

  /// The agreement a municipality belongs to, by its place among the regional ones, or one past the
  /// last for none of them; nil when it is not known.
  func region(of fact: Int, _ profile: Profile) -> Int? {
    if let region = profile.regions[fact] { return region }
    if case .municipality(let place) = profile[fact] { return region(ofMunicipality: place) }
    guard let other = vocabulary.standIn(for: fact), other != fact else { return nil }
    return region(of: other, profile)
  }

  /// The agreement a municipality belongs to, by its place among the regional ones, or one past the
  /// last for none of them.
  func region(ofMunicipality place: Int) -> Int {
    let name = municipalities.names[place]
    return regions.firstIndex { $0.municipalities.contains(name) } ?? regions.count
  }

  /// The place of an agreement that a caller names, among the regional ones, or one past the last for
  /// the frame.
  func place(ofRegion name: String) throws(Diagnostic) -> Int {
    let names = regions.map(\.id) + [frame?.id].compactMap(\.self)
    if let place = names.firstIndex(of: name) { return place }
    throw Diagnostic(
      .unknownName,
      Text(
        nl: "de regio `\(Printable.word(name))` bestaat niet",
        en: "the region `\(Printable.word(name))` does not exist"),
      help: Spelling.help(for: name, among: names))
  }

  /// The agreements to ask about a youth, in order, by their places among the regional ones, up to the
  /// first municipality nobody knows.
  ///
  /// School duties follow the school and municipal duties the home: facts.json says which goes first.
  func asked(by profile: Profile) -> (places: [Int], unknown: Int?) {
    var places: [Int] = []
    if let wanted = profile.wanted {
      if wanted == regions.count { return ([], nil) }
      places.append(wanted)
    }
    for fact in vocabulary.places {
      let isStated = profile[fact] != nil || profile.regions[fact] != nil
      // Whose municipality is not stated is asked for as the one that stands in for it.
      if !isStated, vocabulary.standIn(for: fact) ?? fact != fact { continue }
      guard let region = region(of: fact, profile) else { return (places, fact) }
      if region < regions.count, !places.contains(region) { places.append(region) }
    }
    return (places, nil)
  }

  /// What charts show; nil when the rules do not say.
  ///
  /// An advice has no use for it, so it is read only when asked for.
  public var charts: Charts? {
    // A rulebook is without faults once it is there.
    let faults = FaultCollector(isThorough: false)
    return chartFile.flatMap { ObjectReader(reading: $0, as: .charts, faults: faults) }
      .map { ChartReader(reader: $0, vocabulary: vocabulary, parties: parties).charts() }
  }

  /// The folder with the law.
  public var law: Agreement? { agreements.first { $0.kind == .law } }

  /// What answers where no agreement does.
  public var frame: Agreement? { agreements.first { $0.kind == .frame } }
}

extension Rulebook {
  /// Why a name is refused for what is about a person, and the word it was known by; nil when it is not.
  func refusal(of name: String) -> (word: String, reason: Text)? {
    let folded = Spelling.folded(name)
    for refused in refused {
      let refusedName = refused.names.first { word in
        let key = Spelling.folded(word)
        return folded == key || (key.count > 3 && folded.starts(with: key))
      }
      if let refusedName { return (refusedName, refused.reason) }
    }
    return nil
  }
}
