/// Reads days that are computed from a date fact: `{"of": "uitschrijfdatum", "years": 1}`.
enum MomentReader {
  static let keys = ["of", "years", "months", "days", "align"]

  /// The moment an object describes, its date fact under `key`.
  static func moment(_ reader: ObjectReader, _ key: String, _ vocabulary: Vocabulary) -> Moment? {
    guard let fact = fact(reader, key, vocabulary) else { return nil }
    var alignment: Moment.Alignment?
    if reader.value("align") != nil { alignment = reader.word("align", Moment.Alignment.self) }
    return Moment(
      fact: fact, years: bounded("years", reader), months: bounded("months", reader),
      days: bounded("days", reader), alignment: alignment)
  }

  /// A whole number within the hundred years that a rule about a life can span.
  private static func bounded(_ key: String, _ reader: ObjectReader) -> Int {
    guard let node = reader.value(key), let number = reader.integer(key) else { return 0 }
    let limit = ["years": 100, "months": 1200][key] ?? 36_600
    if (-limit...limit).contains(number) { return number }
    reader.wrongType(
      node, key,
      wanted: Text(
        nl: "een getal van -\(limit) tot en met \(limit)",
        en: "a number from -\(limit) through \(limit)"))
    return 0
  }

  /// The fact a key names, which has to exist.
  static func fact(_ reader: ObjectReader, _ key: String, _ vocabulary: Vocabulary) -> Int? {
    guard let name = reader.requiredString(key), let node = reader.value(key) else { return nil }
    if let place = vocabulary.index(of: name) { return place }
    reader.unknownName(node, nl: "het feit", en: "the fact", among: vocabulary.facts.map(\.name))
    return nil
  }
}
