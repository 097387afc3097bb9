/// What is wrong with the account a folder gives of its documents, against what its rules cite.
struct CoverageFindings {
  let agreement: Agreement
  /// Its own tables.
  let tables: [DecisionTable]
  /// The documents of the law, which every folder may cite.
  let lawDocuments: [String]

  /// A rule, where it belongs in the account, and what it cites.
  private struct Citing {
    let rule: Rule
    let list: List
    let entries: Set<Int>
  }

  /// The lists of an entry: whether a table decides or shows is known from its hit policy.
  private enum List: String, CaseIterable {
    case rules, shown

    init(_ policy: HitPolicy) { self = policy == .first ? .rules : .shown }

    var other: List { self == .rules ? .shown : .rules }
  }

  func findings() -> [Diagnostic] {
    guard let coverage = agreement.coverage else { return [] }
    let places = Dictionary(
      coverage.sections.enumerated().map { ($1.source, $0) },
      uniquingKeysWith: { first, _ in first })
    let citing = tables.flatMap { table in
      table.rules.map { rule in
        Citing(
          rule: rule, list: List(table.hitPolicy),
          entries: Set(rule.sources.compactMap { place(of: $0, places) }))
      }
    }
    let others = Set(otherSources.compactMap { place(of: $0.source, places) })
    let cited = citing.reduce(into: others) { $0.formUnion($1.entries) }
    var findings = repeated(coverage) + unknownDocuments(coverage) + missing(coverage, places)
    // What stands there twice is looked at once.
    for (entry, section) in coverage.sections.enumerated() where places[section.source] == entry {
      findings += lists(section, entry, citing, coverage)
      if !cited.contains(entry) { findings += empty(section, coverage) }
    }
    return findings
  }

  /// The entry a citation falls under: its own section, or the nearest that it is a part of, as
  /// `WEB 9.2.12 lid 2` is of `WEB 9.2.12`.
  private func place(of source: Source, _ places: [Source: Int]) -> Int? {
    var source = source
    while true {
      if let place = places[source] { return place }
      guard let larger = source.larger else { return nil }
      source = larger
    }
  }

  /// What the folder cites beside its rules: for contacts, and for duties in law.
  private var otherSources: [(source: Source, span: SourceSpan)] {
    agreement.contacts.map { (Source($0.source), $0.span) }
      + agreement.duties.flatMap { duty in
        let span = SourceSpan(file: agreement.span.file, range: duty.range)
        let sources = duty.value(of: "source")?.elements ?? []
        return sources.map { (Source($0.string ?? ""), span) }
      }
  }

  // MARK: Sections

  private func repeated(_ coverage: Coverage) -> [Diagnostic] {
    var seen: [Source: SourceSpan] = [:]
    return coverage.sections.compactMap { section in
      let span = coverage.span(of: section, "section")
      guard let first = seen[section.source] else {
        seen[section.source] = span
        return nil
      }
      return .duplicateName(section.source.written, at: span, first: first)
    }
  }

  private func unknownDocuments(_ coverage: Coverage) -> [Diagnostic] {
    let known = agreement.documents.map(\.id) + lawDocuments
    return coverage.sections.compactMap { section in
      let document = section.source.document
      if known.contains(document) { return nil }
      return Diagnostic(
        .unknownName,
        Text(
          nl: "het document `\(document)` bestaat niet",
          en: "the document `\(document)` does not exist"),
        help: Spelling.help(for: document, among: known.sorted()),
        at: coverage.span(of: section, "section"))
    }
  }

  /// Sections of its own documents that are cited and have no entry.
  ///
  /// What an agreement cites of the law is accounted for in the folder of the law.
  private func missing(_ coverage: Coverage, _ places: [Source: Int]) -> [Diagnostic] {
    let own = Set(agreement.documents.map(\.id))
    var seen: Set<Source> = []
    var findings: [Diagnostic] = []
    let cited =
      tables.flatMap(\.rules).flatMap { rule in rule.sources.map { ($0, rule.nameSpan) } }
      + otherSources
    for (source, span) in cited
    where own.contains(source.document) && place(of: source, places) == nil
      && seen.insert(source).inserted
    {
      findings.append(
        Diagnostic(
          .coverageDiffers,
          Text(
            nl: "`\(source.written)` wordt aangehaald en staat hier niet",
            en: "`\(source.written)` is cited and is not here"),
          help: Text(nl: "voeg het toe", en: "add it"), at: coverage.span,
          notes: [
            Diagnostic.Note(message: Text(nl: "hier aangehaald", en: "cited here"), span: span)
          ], remedy: remedy(source)))
    }
    return findings
  }

  /// The entry a section should have.
  private func remedy(_ source: Source) -> [String] {
    let lists = List.allCases.compactMap { list -> String? in
      let names = tables.filter { List($0.hitPolicy) == list }.flatMap(\.rules)
        .filter { $0.sources.contains(source) }.map(\.id)
      return names.isEmpty ? nil : "  " + line(list, names)
    }
    let members = ["  \"section\": \"\(source.written)\"", "  \"title\": \"...\""] + lists
    return ["{"] + members.dropLast().map { $0 + "," } + members.suffix(1) + ["}"]
  }

  private func line(_ list: List, _ names: [String]) -> String {
    "\"\(list.rawValue)\": [" + names.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }

  /// A section that no rule cites, of which nothing else is said.
  private func empty(_ section: Coverage.Section, _ coverage: Coverage) -> [Diagnostic] {
    if !section.network.isEmpty || section.left != nil { return [] }
    return [
      Diagnostic(
        .coverageDiffers,
        Text(
          nl: "van `\(section.source.written)` staat hier niet waar het is gebleven",
          en: "this does not say what became of `\(section.source.written)`"),
        help: Text(
          nl: "zeg bij `left` waarom het eruit is gelaten, of haal het in een regel aan",
          en: "say at `left` why it was left out, or cite it in a rule"),
        at: coverage.span(of: section, "section"))
    ]
  }

  // MARK: Lists

  /// What the lists of an entry have too much, in the wrong place or too little.
  private func lists(
    _ section: Coverage.Section, _ entry: Int, _ citing: [Citing], _ coverage: Coverage
  ) -> [Diagnostic] {
    let wanted = citing.filter { $0.entries.contains(entry) }
    let known = Dictionary(
      citing.map { ($0.rule.id, $0) }, uniquingKeysWith: { first, _ in first })
    var findings: [Diagnostic] = []
    var seen: [String: SourceSpan] = [:]
    for list in List.allCases {
      for node in section.node.value(of: list.rawValue)?.elements ?? [] {
        guard let name = node.string else { continue }
        let span = SourceSpan(file: coverage.file, range: node.range)
        if let first = seen[name] {
          findings.append(.duplicateName(name, at: span, first: first))
          continue
        }
        seen[name] = span
        guard let rule = known[name] else {
          findings.append(unknown(name, at: span, among: known.keys))
          // The rule that was meant is not said to be missing as well.
          if let meant = Spelling.nearest(to: name, among: known.keys).first {
            seen[meant] = seen[meant] ?? span
          }
          continue
        }
        if !rule.entries.contains(entry) {
          findings.append(uncited(rule, section, at: span))
        } else if rule.list != list {
          findings.append(misplaced(rule, at: span))
        }
      }
    }
    for list in List.allCases {
      let names = wanted.filter { $0.list == list }.map(\.rule.id)
      let missing = names.filter { seen[$0] == nil }
      if missing.isEmpty { continue }
      let ticked = missing.map { "`\($0)`" }
      findings.append(
        Diagnostic(
          .coverageDiffers,
          Text(
            nl: "bij `\(list.rawValue)` van `\(section.source.written)` ontbreekt "
              + Wording.all(ticked, .nl),
            en: "`\(list.rawValue)` of `\(section.source.written)` lacks "
              + Wording.all(ticked, .en)),
          help: Text(
            nl: "noem elke regel die dit deel aanhaalt", en: "name every rule that cites it"),
          at: coverage.span(of: section, list.rawValue), remedy: [line(list, names)]))
    }
    return findings
  }

  private func unknown(_ name: String, at span: SourceSpan, among names: some Sequence<String>)
    -> Diagnostic
  {
    Diagnostic(
      .unknownName,
      Text(
        nl: "de regel `\(name)` bestaat niet in deze map",
        en: "the rule `\(name)` does not exist in this folder"),
      help: Spelling.help(for: name, among: names.sorted())
        ?? Text(nl: "haal de naam weg", en: "remove the name"), at: span)
  }

  private func uncited(_ citing: Citing, _ section: Coverage.Section, at span: SourceSpan)
    -> Diagnostic
  {
    let source = section.source.written
    return Diagnostic(
      .coverageDiffers,
      Text(
        nl: "`\(citing.rule.id)` haalt `\(source)` niet aan",
        en: "`\(citing.rule.id)` does not cite `\(source)`"),
      help: Text(
        nl: "haal de naam hier weg, of zet `\(source)` bij `source` van de regel",
        en: "remove the name here, or put `\(source)` at `source` of the rule"),
      at: span,
      notes: [
        Diagnostic.Note(
          message: Text(nl: "de regel", en: "the rule"), span: citing.rule.nameSpan)
      ])
  }

  private func misplaced(_ citing: Citing, at span: SourceSpan) -> Diagnostic {
    let (here, there) = (citing.list.other.rawValue, citing.list.rawValue)
    return Diagnostic(
      .coverageDiffers,
      Text(
        nl: "`\(citing.rule.id)` hoort bij `\(there)`, niet bij `\(here)`",
        en: "`\(citing.rule.id)` belongs in `\(there)`, not in `\(here)`"),
      help: citing.list == .rules
        ? Text(
          nl: "zijn tabel heeft `first` en beslist: zet de naam bij `rules`",
          en: "its table has `first` and decides: move the name to `rules`")
        : Text(
          nl: "zijn tabel heeft `collect` en toont: zet de naam bij `shown`",
          en: "its table has `collect` and shows: move the name to `shown`"),
      at: span)
  }
}

extension Coverage {
  /// The start of the file.
  fileprivate var span: SourceSpan { SourceSpan(file: file, range: 0..<0) }

  /// Where a key of an entry stands, or the entry when it is not there.
  fileprivate func span(of section: Section, _ key: String) -> SourceSpan {
    let node = section.node.value(of: key) ?? section.node.value(of: "section") ?? section.node
    return SourceSpan(file: file, range: node.range)
  }
}
