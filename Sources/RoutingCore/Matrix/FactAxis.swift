/// Cuts a fact into the rows or columns of a chart.
struct FactAxis {
  let rulebook: Rulebook
  let chain: Chain
  let date: CalendarDate

  /// A situation for each value, or for each stretch in which no rule changes its mind.
  ///
  /// - Throws: a fault when the fact is no axis, such as a name or what a table decides.
  func situations(along name: String) throws(Diagnostic) -> [Situation] {
    let vocabulary = rulebook.vocabulary
    guard let fact = vocabulary.index(of: name) else {
      throw Diagnostic(
        .unknownFact,
        Text(
          nl: "onbekend feit `\(Printable.word(name))`",
          en: "unknown fact `\(Printable.word(name))`"),
        help: Spelling.help(for: name, among: axes.map { vocabulary[$0].name }))
    }
    let described = vocabulary[fact]
    guard axes.contains(fact) else {
      throw Diagnostic(
        .wrongType,
        Text(
          nl: "`\(name)` kan geen rij of kolom zijn", en: "`\(name)` cannot be a row or column"),
        help: Text(
          nl: "neem een feit met waarden, een getal of een leeftijd",
          en: "take a fact with values, a number or an age"))
    }
    switch described.kind {
    case .municipality: return regions(fact)
    case .number: return numbers(fact, described)
    case .date: return dates(fact, described)
    default:
      return described.choices.enumerated().map { place, choice in
        Situation(title: choice.label, known: [(fact, .values(1 << UInt64(place)))])
      }
    }
  }

  /// A fact lies along one side of a chart, and is not known there already.
  func check(_ names: [String], beside known: Profile) throws(Diagnostic) {
    let vocabulary = rulebook.vocabulary
    if names.count > 1, names[0] == names[1] {
      throw Diagnostic(
        .duplicateKey,
        Text(
          nl: "de rijen en de kolommen zijn twee keer hetzelfde",
          en: "the rows and the columns are the same"),
        help: Text(nl: "kies twee feiten", en: "choose two facts"))
    }
    for name in names {
      guard let fact = vocabulary.index(of: name) else { continue }
      let bases = vocabulary.bases(of: fact)
      guard let stated = ([fact] + bases).first(where: { known[$0] != nil }) else { continue }
      let other = vocabulary[stated].name
      throw Diagnostic(
        .contradiction,
        Text(nl: "`\(name)` ligt al vast", en: "`\(name)` is fixed already"),
        help: Text(nl: "laat `\(other)=...` weg", en: "leave `\(other)=...` out"))
    }
  }

  /// The facts that can be rows or columns.
  private var axes: [Int] {
    rulebook.vocabulary.facts.indices.filter { fact in
      let described = rulebook.vocabulary[fact]
      guard described.means == nil, described.kind != .text else { return false }
      switch described.derivation {
      case nil, .years, .months, .reached: return true
      case .outcome: return described.mayBeStated
      case .order, .region, .referenceDate: return false
      }
    }
  }

  private func numbers(_ fact: Int, _ described: Fact) -> [Situation] {
    // Of a number that a profile gives, the first of a stretch stands for the others.
    let isGiven = described.derivation == nil
    // No number is below zero: none that a profile gives, no age, no time since what has happened.
    let cuts = chain.cuts.numbers[fact].filter { $0 > 0 }
    var result: [Situation] = []
    for (place, from) in ([0] + cuts).enumerated() {
      let below = place < cuts.count ? cuts[place] : nil
      let words: Text
      switch below {
      case nil: words = Text(nl: "\(from) of meer", en: "\(from) or more")
      case let below? where below == from + 1: words = Text("\(from)")
      case let below?: words = Text(nl: "\(from) tot \(below)", en: "\(from) to \(below)")
      }
      let range = HalfOpenRange(from: from, below: isGiven ? from + 1 : below)
      result.append(Situation(title: words, known: [(fact, .numbers([range]))]))
    }
    return result
  }

  private func dates(_ fact: Int, _ described: Fact) -> [Situation] {
    let setting = Setting(chain, Profile(), on: date)
    return setting.stretches[fact].map { stretch in
      let words: Text
      if stretch.first == DateRange.anyDay.first {
        words = Text(nl: "tot en met \(stretch.last)", en: "through \(stretch.last)")
      } else if stretch.last == DateRange.anyDay.last {
        words = Text(nl: "vanaf \(stretch.first)", en: "from \(stretch.first)")
      } else if stretch.isExact {
        words = Text("\(stretch.first)")
      } else {
        words = Text(
          nl: "\(stretch.first) tot en met \(stretch.last)",
          en: "\(stretch.first) through \(stretch.last)")
      }
      let range = HalfOpenRange(from: stretch.first, below: stretch.last.adding(days: 1))
      return Situation(title: words, known: [(fact, .days([range]))])
    }
  }

  /// A municipality by the agreement it belongs to.
  private func regions(_ fact: Int) -> [Situation] {
    let names = rulebook.regions.map(\.name) + [Text(nl: "geen afspraken", en: "no agreement")]
    return names.enumerated().map { place, name in
      Situation(title: name, regions: [(fact, place)])
    }
  }
}
