/// Cuts a fact into the rows or columns of a chart.
struct FactAxis {
  let rulebook: Rulebook
  /// The agreements looked at: an axis is cut where a rule of any of them changes its mind.
  let chains: [Chain]
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
    rulebook.vocabulary.facts.indices.filter { rulebook.vocabulary[$0].canBeAxis }
  }

  /// Where a rule of a table changes its mind.
  private var cuts: Cuts {
    var result = Cuts(facts: rulebook.vocabulary.facts.count)
    for chain in chains {
      var own = Cuts(facts: chain.vocabulary.facts.count)
      for rule in chain.tables.flatMap(\.rules) { own.add(rule.match) }
      result = result.union(own)
    }
    return result
  }

  private func numbers(_ fact: Int, _ described: Fact) -> [Situation] {
    // No number is below zero: none that a profile gives, no age, no time since what has happened.
    // Where no rule of a table changes its mind there is no row.
    let bounds = [0] + cuts.numbers[fact].filter { $0 > 0 }
    return bounds.enumerated().map { place, from in
      let below = place + 1 < bounds.count ? bounds[place + 1] : nil
      return stretch(of: fact, HalfOpenRange(from: from, below: below))
    }
  }

  /// The youths for whom a number lies in a range.
  private func stretch(of fact: Int, _ range: HalfOpenRange<Int>) -> Situation {
    let from = range.from ?? 0
    let words =
      switch range.below {
      case nil: Text(nl: "\(from) of meer", en: "\(from) or more")
      case let below? where below == from + 1: Text("\(from)")
      case let below?: Text(nl: "\(from) tot \(below)", en: "\(from) to \(below)")
      }
    // Of a number that a profile gives, the first of a stretch stands for the others.
    let isGiven = rulebook.vocabulary[fact].derivation == nil
    let known = isGiven ? HalfOpenRange(from: from, below: from + 1) : range
    return Situation(title: words, known: [(fact, .numbers([known]))], stretch: range)
  }

  /// A chart in which rows of numbers that follow each other and answer the same are one.
  func joined(_ matrix: Matrix) -> Matrix {
    var rows: [Situation] = []
    var cells: [[Matrix.Cell]] = []
    for (row, own) in zip(matrix.rows, matrix.cells) {
      if let last = rows.last?.stretch, let stretch = row.stretch, let fact = row.known.first?.fact,
        let before = cells.last, zip(before, own).allSatisfy({ $0.isSame(as: $1) })
      {
        rows[rows.count - 1] = self.stretch(
          of: fact, HalfOpenRange(from: last.from, below: stretch.below))
      } else {
        rows.append(row)
        cells.append(own)
      }
    }
    return Matrix(
      agreement: matrix.agreement, date: matrix.date, rows: rows, columns: matrix.columns,
      cells: cells)
  }

  private func dates(_ fact: Int, _ described: Fact) -> [Situation] {
    guard let chain = chains.first else { return [] }
    let cutter = DateCutter(chain: chain, cuts: chain.cuts.union(cuts), date: date)
    return cutter.stretches(of: .anyDay, fact: fact).map { stretch in
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

extension Fact {
  /// Whether its values can be rows or columns.
  var canBeAxis: Bool {
    guard means == nil, kind != .text else { return false }
    switch derivation {
    case nil, .years, .months, .reached: return true
    case .outcome: return mayBeStated
    case .order, .region, .referenceDate: return false
    }
  }
}
