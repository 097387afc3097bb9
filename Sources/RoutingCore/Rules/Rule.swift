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

  /// Reads `nob 3`: up to the first space the document, after it the section.
  init(_ written: String) {
    let space = written.utf8.firstIndex(of: UInt8(ascii: " ")) ?? written.utf8.endIndex
    document = String(written[..<space])
    let isEnd = space == written.utf8.endIndex
    section = isEnd ? "" : String(written[written.utf8.index(after: space)...])
  }

  /// As rules write it.
  var written: String { section.isEmpty ? document : "\(document) \(section)" }

  /// What it is a part of: `WEB 9.2.12 lid` for `WEB 9.2.12 lid 2`; nil when nothing is left.
  var larger: Source? {
    section.lastIndex(of: " ").map { Source("\(document) \(section[..<$0])") }
  }
}

/// One rule: for whom it holds and what it answers.
///
/// A class, so that naming a rule does not copy it; it never changes. What only people read is taken out
/// of its file when they ask for it: an advice shows few of the rules.
public final class Rule: Sendable {
  /// A phrase that names it, unique and ASCII.
  public let id: String
  /// For whom.
  public let match: Match
  /// The answer, by its place among the values of the table; nil when the title is all it says.
  public let answer: Int?
  /// When it is due.
  public let due: Due?
  private let node: JSONNode
  private let file: SourceFile

  init(id: String, match: Match, answer: Int?, due: Due?, node: JSONNode, file: SourceFile) {
    self.id = id
    self.match = match
    self.answer = answer
    self.due = due
    self.node = node
    self.file = file
  }
}

extension Rule {
  /// What it says.
  public var title: Text { phrase("title") ?? Text("") }

  /// Where it comes from.
  public var sources: [Source] {
    node.value(of: "source")?.elements.map { Source($0.string ?? "") } ?? []
  }

  /// What makes it binding.
  public var basis: Basis {
    node.value(of: "basis")?.string.flatMap { Basis(rawValue: $0) } ?? .praktijk
  }

  /// The reading it rests on, where the text is open.
  public var reading: Reading? {
    guard let reading = node.value(of: "lezing") else { return nil }
    return Reading(
      chosen: reading.value(of: "chosen")?.text ?? Text(""),
      alternative: reading.value(of: "alternative")?.text ?? Text(""))
  }

  /// The gap it declares.
  public var gap: DeclaredGap? {
    guard let gap = node.value(of: "gap") else { return nil }
    return DeclaredGap(
      reason: gap.value(of: "reason")?.text ?? Text(""),
      decides: gap.value(of: "decides")?.text ?? Text(""),
      meanwhile: gap.value(of: "meanwhile")?.text ?? Text(""))
  }

  /// What has to be in place first.
  public var requires: Text? { phrase("requires") }

  /// Where it stands.
  public var span: SourceSpan { SourceSpan(file: file, range: node.range) }

  /// Where its name stands.
  var nameSpan: SourceSpan {
    SourceSpan(file: file, range: node.value(of: "id")?.range ?? node.range)
  }

  private func phrase(_ key: String) -> Text? { node.value(of: key)?.text }
}

extension Rule {
  /// The day it sets, computed from what a profile states; nil when it sets none that way.
  func day(for profile: Profile, schoolYear: YearDay) -> DateRange? {
    guard case .moment(let moment) = due, case .days(let range) = profile[moment.fact] else {
      return nil
    }
    return DateRange(
      first: moment.day(from: range.first, schoolYear: schoolYear),
      last: moment.day(from: range.last, schoolYear: schoolYear))
  }
}
