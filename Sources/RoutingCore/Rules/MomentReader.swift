/// Reads days that are computed from a date fact: `{"of": "uitschrijfdatum", "years": 1}`.
enum MomentReader {
  /// The moment an object describes, from a date fact.
  static func moment(_ reader: ObjectReader, of fact: Int) -> Moment {
    Moment(
      fact: fact, years: reader.integer("years") ?? 0, months: reader.integer("months") ?? 0,
      days: reader.integer("days") ?? 0, alignment: reader.word("align", Moment.Alignment.self))
  }
}
