/// Finding the word somebody meant.
enum Spelling {
  /// The words nearest to a misspelt one, best first: at most `limit`, none that are far off.
  static func nearest(to word: String, among words: some Sequence<String>, limit: Int = 1)
    -> [String]
  {
    let wanted = folded(word)
    guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
    let tolerance = min(4, max(1, wanted.count / 3))
    // In a short word another first letter makes another word: mavo is not havo.
    let isShort = wanted.count <= 4
    var found: [(distance: Int, word: String)] = []
    for candidate in words {
      let other = folded(candidate)
      // A word that is part of the other one is near however much longer the other is.
      let isPart =
        min(other.count, wanted.count) > 2
        && (other.starts(with: wanted) || wanted.starts(with: other)
          || other.suffix(wanted.count).elementsEqual(wanted))
      guard isPart || abs(other.count - wanted.count) <= tolerance, !other.isEmpty else { continue }
      if isShort, !isPart, other.first != wanted.first { continue }
      let distance = distance(wanted, other)
      if isPart || distance <= tolerance { found.append((distance, candidate)) }
    }
    found.sort { ($0.distance, $0.word) < ($1.distance, $1.word) }
    return found.prefix(limit).map(\.word)
  }

  /// A sentence that offers the nearest words, or lists the words when they are few.
  static func help(for word: String, among words: [String]) -> Text? {
    var near = nearest(to: word, among: words, limit: 4)
    // One slip of the finger: the others are only like it.
    if let first = near.first, distance(folded(word), folded(first)) <= 1 { near = [first] }
    if !near.isEmpty {
      let list = Wording.eitherTicked(near)
      return Text(nl: "bedoelde u \(list.nl)?", en: "did you mean \(list.en)?")
    }
    guard !words.isEmpty, words.count <= 16 else { return nil }
    let list = Wording.eitherTicked(words)
    return Text(nl: "kies \(list.nl)", en: "choose \(list.en)")
  }

  /// The letters and digits of a word, lower case, without marks and accents.
  static func folded(_ word: String) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in word.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": result.append(UInt8(scalar.value))
      default: if let plain = plainLetters[scalar] { result.append(plain) }
      }
    }
    return result
  }

  /// Whether a word has these letters and digits, apart from marks, capitals and accents.
  static func isSame(_ folded: [UInt8], _ word: String) -> Bool {
    var place = 0
    for byte in word.utf8 {
      var letter = byte
      switch byte {
      case 0x41...0x5A: letter = byte + 0x20
      case 0x61...0x7A, 0x30...0x39: break
      case 0x80...: return Spelling.folded(word) == folded
      default: continue
      }
      guard place < folded.count, folded[place] == letter else { return false }
      place += 1
    }
    return place == folded.count
  }

  private static let plainLetters: [Unicode.Scalar: UInt8] = {
    var letters: [Unicode.Scalar: UInt8] = [:]
    for (plain, marked) in [("a", "áàâäãå"), ("e", "éèêë"), ("i", "íìîï"), ("o", "óòôöõ")]
      + [("u", "úùûü"), ("y", "ýÿ"), ("c", "ç"), ("n", "ñ")]
    {
      for scalar in marked.unicodeScalars { letters[scalar] = plain.utf8.first }
    }
    return letters
  }()

  /// Insertions, removals, changes and swaps of neighbours that turn one word into the other.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var older: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(previous[column + 1] + 1, current[column] + 1)
        best = min(best, previous[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          best = min(best, older[column - 1] + 1)
        }
        current.append(best)
      }
      (older, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
