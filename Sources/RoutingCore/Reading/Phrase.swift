/// A phrase in both languages that is taken out of its file only when somebody asks for it.
enum Phrase: Sendable {
  /// Words of the program itself.
  case known(Text)
  /// An object of a file that was found to have both languages: `{"nl": …, "en": …}`.
  case written(JSONNode)

  /// The phrase in both languages.
  var text: Text {
    switch self {
    case .known(let text): text
    case .written(let node): node.text
    }
  }
}

extension JSONNode {
  /// This object as a phrase in both languages; a language that is not there is empty.
  var text: Text {
    Text(nl: value(of: "nl")?.string ?? "", en: value(of: "en")?.string ?? "")
  }
}
