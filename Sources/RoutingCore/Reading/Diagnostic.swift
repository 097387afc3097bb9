/// Something wrong in a file, a profile or on the command line, told so that it can be mended.
public struct Diagnostic: Error, Sendable {
  /// What kind of fault it is: stable, for tools to tell faults apart.
  public enum Code: String, CaseIterable, Sendable {
    /// A file that cannot be opened or read.
    case unreadable
    /// A text that is not JSON or CSV.
    case syntax
    /// The same key twice.
    case duplicateKey = "duplicate-key"
    /// A key that means nothing here.
    case unknownKey = "unknown-key"
    /// A key that has to be there and is not.
    case missingKey = "missing-key"
    /// A text where a list belongs, and the like.
    case wrongType = "wrong-type"
    /// A fact the vocabulary does not have.
    case unknownFact = "unknown-fact"
    /// A value the fact cannot have.
    case unknownValue = "unknown-value"
    /// A date the calendar does not have, or not written as a date.
    case badDate = "bad-date"
    /// Something named that is declared nowhere.
    case unknownName = "unknown-name"
    /// The same name declared twice.
    case duplicateName = "duplicate-name"
    /// More distinct values on one fact than the rules can hold.
    case tooManyValues = "too-many-values"
    /// A table in which no rule answers for somebody.
    case noRule = "no-rule"
    /// Something about a person that the program must not be told.
    case personalData = "personal-data"
    /// Facts that cannot be true together.
    case contradiction
    /// A municipality that does not exist.
    case unknownMunicipality = "unknown-municipality"
    /// A character that moves or hides others.
    case hiddenCharacter = "hidden-character"
    /// A name that is not plain ASCII letters, digits and dashes.
    case badName = "bad-name"
    /// Something read above the table that decides it.
    case tableOrder = "table-order"
    /// A rule that can never be the answer.
    case deadRule = "dead-rule"
    /// Two rules hold for the same youth and answer differently, and nothing says which goes first.
    case unstatedPrecedence = "unstated-precedence"
    /// An agreement that does not answer on the day asked about.
    case notValid = "not-valid"
    /// An answer that leads to nobody who can be reached.
    case deadEnd = "dead-end"
    /// A contact that is unfit, or becomes so before the agreement ends.
    case staleContact = "stale-contact"
    /// An agreement that answers against a duty in law.
    case againstLaw = "against-law"
    /// A worked case that gives another advice than it states.
    case caseDiffers = "case-differs"
    /// An account of the documents that says otherwise than the rules.
    case coverageDiffers = "coverage-differs"
    /// A rule that no worked case depends on.
    case unpinnedRule = "unpinned-rule"
    /// A change of a rule that alters an answer and that no worked case notices.
    case survivingMutant = "surviving-mutant"
    /// A command or option used wrongly.
    case usage
    /// An answer that could not be written.
    case output
  }

  /// How bad a fault is.
  public enum Severity: String, CaseIterable, Sendable, Comparable {
    /// Worth looking at: nothing answers wrongly today.
    case warning
    /// Wrong: the rules cannot be relied on.
    case error

    /// A warning is less than an error.
    public static func < (left: Severity, right: Severity) -> Bool {
      left == .warning && right == .error
    }
  }

  /// Another place that belongs to the fault.
  public struct Note: Sendable {
    /// What is there.
    public let message: Text
    /// Where it is.
    public let span: SourceSpan
  }

  /// The kind of fault.
  public let code: Code
  /// What is wrong: lower case, no full stop.
  public let message: Text
  /// What to do about it.
  public let help: Text?
  /// Where it is, when it is in a file.
  public let span: SourceSpan?
  /// Other places that belong to it.
  public let notes: [Note]
  /// An invented youth who shows it.
  public let example: Youth?
  /// Lines of a rule file that would mend it.
  public let remedy: [String]

  /// How bad it is.
  public var severity: Severity { code.severity }

  /// A fault.
  public init(
    _ code: Code, _ message: Text, help: Text? = nil, at span: SourceSpan? = nil,
    notes: [Note] = [], example: Youth? = nil, remedy: [String] = []
  ) {
    self.code = code
    self.message = message
    self.help = help
    self.span = span
    self.notes = notes
    self.example = example
    self.remedy = remedy
  }

  /// The fault as `file:line:column: error: what is wrong; what to do [code]`, with its notes.
  ///
  /// A fault outside a file stands under the program's own name. What the file says is not shown: a
  /// profile is about a person.
  public func rendered(_ language: Language, program: String) -> String {
    let sentence = message[language] + (help.map { "; " + $0[language] } ?? "")
    var lines = [
      "\(place(of: span) ?? program): \(severity.rawValue): \(sentence) [\(code.rawValue)]"
    ]
    for note in notes {
      lines.append("\(place(of: note.span) ?? program): note: \(note.message[language])")
    }
    return lines.map { Printable.visible($0) + "\n" }.joined()
  }

  private func place(of span: SourceSpan?) -> String? {
    guard let span else { return nil }
    let position = span.position
    return "\(span.file.path):\(position.line):\(position.column)"
  }
}

extension Diagnostic.Code {
  /// How bad a fault of this kind is.
  public var severity: Diagnostic.Severity {
    switch self {
    case .notValid, .staleContact, .unpinnedRule, .survivingMutant: .warning
    default: .error
    }
  }
}

extension Diagnostic {
  /// Help that offers the nearest word, or lists the words when they are few.
  public static func nearest(to word: String, among words: [String]) -> Text? {
    Spelling.help(for: word, among: words)
  }
}

/// Several faults, found in one go.
public struct Diagnostics: Error, Sendable {
  /// The faults, in the order of their places.
  public let all: [Diagnostic]

  /// Several faults, put in the order of file, line and column.
  public init(_ all: [Diagnostic]) {
    self.all = all.sorted { left, right in
      let leftKey = (left.span?.file.path ?? "", left.span?.range.lowerBound ?? 0)
      let rightKey = (right.span?.file.path ?? "", right.span?.range.lowerBound ?? 0)
      return leftKey < rightKey
    }
  }
}
