/// Writes a box as the `when` of a rule that would hold for everybody in it.
struct BoxWriter {
  let setting: Setting
  let whole: Box

  private var vocabulary: Vocabulary { setting.chain.vocabulary }

  /// The constraints, as JSON text on one line; numbers and days may reach further than the box where a
  /// rule cannot say it as finely.
  func when(_ box: Box, reading facts: [Int]) -> String {
    var members: [String] = []
    for fact in facts.sorted() {
      guard let constraint = constraint(fact, box) else { continue }
      members.append("\"\(vocabulary[fact].name)\": \(constraint)")
    }
    return "{" + members.joined(separator: ", ") + "}"
  }

  private func constraint(_ fact: Int, _ box: Box) -> String? {
    let described = vocabulary[fact]
    switch described.derivation {
    case .years(let base):
      return numbers(fact, runs(base, box)) { $0.years(until: setting.date) }
    case .months(let base):
      return numbers(fact, runs(base, box)) { $0.months(until: setting.date) }
    case .reached(let moment):
      let schoolYear = setting.chain.rulebook.schoolYear
      let reached = Set(
        stretches(moment.fact, box).map {
          moment.day(from: $0.first, schoolYear: schoolYear) <= setting.date
        })
      guard reached.count == 1, box.cells[moment.fact] != whole.cells[moment.fact] else {
        return nil
      }
      return reached.contains(true) ? "\"ja\"" : "\"nee\""
    case .referenceDate: return nil
    case nil, .order, .region, .outcome: break
    }
    guard box.cells[fact] & ~Box.notApplicable != whole.cells[fact] & ~Box.notApplicable else {
      return nil
    }
    let values = described.choices.indices
      .filter { box.cells[fact] & Box.cell(ofChoice: $0) != 0 }
      .map { "\"\(described.choices[$0].value)\"" }
    guard !values.isEmpty else { return nil }
    return values.count == 1 ? values[0] : "[" + values.joined(separator: ", ") + "]"
  }

  private func stretches(_ fact: Int, _ box: Box) -> [DateRange] {
    setting.stretches[fact].enumerated()
      .filter { box.cells[fact] & Box.cell(ofChoice: $0.offset) != 0 }.map(\.element)
  }

  /// The stretches with those that follow each other put together.
  private func runs(_ fact: Int, _ box: Box) -> [DateRange] {
    var result: [DateRange] = []
    for stretch in stretches(fact, box) {
      if let last = result.last, last.last.adding(days: 1) == stretch.first {
        result[result.count - 1] = DateRange(first: last.first, last: stretch.last)
      } else {
        result.append(stretch)
      }
    }
    return result
  }

  /// The ranges of numbers, from cut to cut, that these days come to; nil when that is any number.
  private func numbers(
    _ fact: Int, _ runs: [DateRange], _ compute: (CalendarDate) -> Int
  ) -> String? {
    let cuts = setting.cuts.numbers[fact]
    var ranges: [String] = []
    // The youngest come last among the days, and first among the numbers.
    for run in runs.reversed() {
      let numbers = [compute(run.first), compute(run.last)]
      let from = cuts.last { $0 <= numbers.min() ?? 0 }
      let below = cuts.first { $0 > numbers.max() ?? 0 }
      let bounds = [from.map { "\"from\": \($0)" }, below.map { "\"below\": \($0)" }]
        .compactMap(\.self)
      if bounds.isEmpty { return nil }
      let range = "{" + bounds.joined(separator: ", ") + "}"
      if !ranges.contains(range) { ranges.append(range) }
    }
    guard !ranges.isEmpty else { return nil }
    return ranges.count == 1 ? ranges[0] : "[" + ranges.joined(separator: ", ") + "]"
  }
}
