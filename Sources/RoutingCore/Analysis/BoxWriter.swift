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
      return numbers(fact, stretches(base, box)) { $0.years(until: setting.date) }
    case .months(let base):
      return numbers(fact, stretches(base, box)) { $0.months(until: setting.date) }
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

  /// The cut-off range of numbers the days of these stretches come to; nil when that is any number.
  private func numbers(
    _ fact: Int, _ stretches: [DateRange], _ compute: (CalendarDate) -> Int
  ) -> String? {
    guard !stretches.isEmpty else { return nil }
    let values = stretches.flatMap { [compute($0.first), compute($0.last)] }
    let cuts = setting.cuts.numbers[fact]
    let from = cuts.last { $0 <= values.min() ?? 0 }
    let below = cuts.first { $0 > values.max() ?? 0 }
    let bounds = [from.map { "\"from\": \($0)" }, below.map { "\"below\": \($0)" }].compactMap(
      \.self)
    return bounds.isEmpty ? nil : "{" + bounds.joined(separator: ", ") + "}"
  }
}
