/// Knows where long words may break in a narrow column.
///
/// Browsers break Dutch words by a dictionary, when they have one.
struct WordBreaks {
  private var pieces: [String: [Int]] = [:]

  /// - Parameter words: words with dashes where they may break: `leerplicht-ambtenaar`.
  init(_ words: [String]) {
    for word in words {
      let parts = word.split(separator: "-")
      pieces[parts.joined().lowercased()] = parts.map(\.count)
    }
  }

  /// A text as words and what stands between them, each in the pieces it may break into.
  func pieces(of text: String) -> [[String]] {
    var result: [[String]] = []
    var rest = text[...]
    while let first = rest.first {
      let run = rest.prefix { $0.isLetter == first.isLetter }
      rest = rest.dropFirst(run.count)
      guard let lengths = pieces[run.lowercased()] else {
        result.append([String(run)])
        continue
      }
      var word = run
      result.append(
        lengths.map { length in
          defer { word = word.dropFirst(length) }
          return String(word.prefix(length))
        })
    }
    return result
  }
}
