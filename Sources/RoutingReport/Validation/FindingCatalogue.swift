public import RoutingCore

/// Every kind of finding that checking rules can come to: what it is, how it looks, what to do.
public struct FindingCatalogue {
  /// One kind of finding.
  public struct Entry: Sendable {
    /// Its code.
    public let code: Diagnostic.Code
    /// What is wrong.
    public let definition: Text
    /// How it looks in a rule file.
    public let example: Text
    /// What to do about it.
    public let remedy: Text
  }

  /// The kinds, faults of form first.
  public static let entries = Diagnostic.Code.allCases.compactMap(entry)

  /// The catalogue as a page of help.
  public static func page(_ language: Language) -> Page {
    let example = language == .nl ? "bijvoorbeeld: " : "for example: "
    var page = Page()
    page.paragraph(
      language == .nl
        ? "Wat `jongeren-route validate` kan vinden. Een waarschuwing is erbij gezegd; de rest is fout."
        : "What `jongeren-route validate` can find. A warning is marked; the others are errors.")
    page.entries(
      entries.map { entry in
        let mark = language == .nl ? "(waarschuwing) " : "(warning) "
        let isWarning = entry.code.severity == .warning
        return Page.Entry(
          label: entry.code.rawValue,
          lines: [
            (isWarning ? mark : "") + entry.definition[language],
            example + entry.example[language], entry.remedy[language],
          ])
      })
    return page
  }
}

extension FindingCatalogue {
  /// What a code means in rules; nil for faults of other commands.
  private static func entry(_ code: Diagnostic.Code) -> Entry? {
    switch code {
    case .personalData, .contradiction, .usage, .output: nil
    case .unreadable, .syntax, .duplicateKey, .unknownKey, .missingKey, .wrongType, .unknownFact,
      .unknownValue, .badDate, .unknownName, .duplicateName, .tooManyValues, .unknownMunicipality,
      .hiddenCharacter, .badName, .tableOrder:
      form(code)
    case .noRule, .deadRule, .unstatedPrecedence, .notValid, .deadEnd, .staleContact, .againstLaw,
      .caseDiffers, .coverageDiffers, .unpinnedRule, .survivingMutant:
      proof(code)
    }
  }
}
