/// Finds characters that move or hide others in the keys and texts of a file.
enum HiddenCharacters {
  /// Reports them where they stand.
  static func report(in node: JSONNode, of file: SourceFile, to faults: FaultCollector) {
    // Without an escape or a letter beyond ASCII there is no such character in a text.
    let isPlain = file.bytes.allSatisfy { $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    if isPlain { return }
    search(node, file, faults)
  }

  private static func search(_ node: JSONNode, _ file: SourceFile, _ faults: FaultCollector) {
    if node.isObject {
      node.forEachMember { key, value in
        judge(key, file, faults)
        search(value, file, faults)
      }
    } else if node.isArray {
      for element in node.elements { search(element, file, faults) }
    } else {
      judge(node, file, faults)
    }
  }

  private static func judge(_ node: JSONNode, _ file: SourceFile, _ faults: FaultCollector) {
    guard let text = node.string else { return }
    let scalars = text.unicodeScalars
    guard let place = scalars.firstIndex(where: Printable.isHidden), !faults.isFull else { return }
    var range = node.range
    // A text without escapes stands in the file as it is: then the character itself is underlined.
    if text.utf8.count == range.count - 2 {
      let start = range.lowerBound + 1 + text.utf8.distance(from: text.startIndex, to: place)
      range = start..<(start + scalars[place].utf8.count)
    }
    let digits = String(scalars[place].value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let message = Text(
      nl: "hier staat een onzichtbaar teken, \(code)", en: "here is a hidden character, \(code)")
    let help = Text(nl: "haal het weg", en: "remove it")
    faults.report(
      Diagnostic(
        .hiddenCharacter, message, help: help, at: SourceSpan(file: file, range: range)))
  }
}
