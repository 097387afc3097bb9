/// Why a rule holds: what makes it binding.
public enum Basis: String, CaseIterable, Sendable {
  /// A duty in law.
  case wet
  /// A power in law: somebody may, nobody must.
  case bevoegdheid
  /// An agreement of the region.
  case afspraak
  /// A working method, a tip or a convenant without force: it informs and never outranks.
  case praktijk
}

/// A reading chosen where the text is silent or open, with the other one.
public struct Reading: Sendable {
  /// How the rule reads the text.
  public let chosen: Text
  /// How it could be read as well.
  public let alternative: Text
}

/// A place the agreements leave open, on purpose or in fact.
public struct DeclaredGap: Sendable {
  /// What is left open.
  public let reason: Text
  /// Who decides.
  public let decides: Text
  /// What to do meanwhile.
  public let meanwhile: Text
}

/// When something is due.
public enum Due: Sendable {
  /// On a day computed from a date.
  case moment(Moment)
  /// Before what a table answers now stops being the answer, such as an open window.
  case whileLasting(Int)
}

/// Where a rule comes from: a document and the section or article in it.
public struct Source: Hashable, Sendable {
  /// The short name of the document.
  public let document: String
  /// The section or article.
  public let section: String
}

/// One rule: for whom it holds and what it answers.
///
/// A class, so that naming a rule does not copy it; it never changes.
public final class Rule: Sendable {
  /// A phrase that names it, unique and ASCII.
  public let id: String
  /// What it says.
  public let title: Text
  /// For whom.
  public let match: Match
  /// The answer, by its place among the values of the table; nil when the title is all it says.
  public let answer: Int?
  /// Where it comes from.
  public let sources: [Source]
  /// What makes it binding.
  public let basis: Basis
  /// The reading it rests on, where the text is open.
  public let reading: Reading?
  /// The gap it declares.
  public let gap: DeclaredGap?
  /// What has to be in place first.
  public let requires: Text?
  /// When it is due.
  public let due: Due?
  /// Where it stands.
  public let span: SourceSpan

  init(
    id: String, title: Text, match: Match, answer: Int?, sources: [Source], basis: Basis,
    reading: Reading?, gap: DeclaredGap?, requires: Text?, due: Due?, span: SourceSpan
  ) {
    self.id = id
    self.title = title
    self.match = match
    self.answer = answer
    self.sources = sources
    self.basis = basis
    self.reading = reading
    self.gap = gap
    self.requires = requires
    self.due = due
    self.span = span
  }
}

/// What happens when several rules hold.
public enum HitPolicy: String, CaseIterable, Sendable {
  /// The first one answers.
  case first
  /// All of them answer.
  case collect
}

/// A question, a hit policy and rules in order.
public struct DecisionTable: Sendable {
  /// Its name; under it later tables read what it answered.
  public let name: String
  /// What it decides, in words.
  public let label: Text
  /// What happens when several rules hold.
  public let hitPolicy: HitPolicy
  /// The fact that holds its outcome, by its place in the vocabulary.
  public let outcome: Int
  /// Its rules, in order.
  public let rules: [Rule]
}
