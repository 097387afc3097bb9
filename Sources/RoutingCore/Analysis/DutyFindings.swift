/// A duty in law, as far as the tables of an agreement can fall short of it.
struct Duty {
  let id: String
  let title: Text
  /// For whom the law asks something.
  let match: Match
  /// The answers that a table may give them, by the place of table and answer.
  let allowed: [(table: Int, answers: Set<Int>)]
  let span: SourceSpan

  /// Reads the duties of the law for one chain; tables the chain does not have are left out.
  static func read(for chain: Chain, faults: FaultCollector) -> [Duty] {
    guard let law = chain.rulebook.law else { return [] }
    let file = law.span.file
    let matches = MatchReader(file: file, faults: faults, vocabulary: chain.vocabulary)
    return law.duties.compactMap { node in
      guard let when = node.value(of: "when"), let must = node.value(of: "must") else {
        return nil
      }
      var allowed: [(table: Int, answers: Set<Int>)] = []
      must.forEachMember { key, values in
        guard let table = key.string.flatMap(chain.table) else { return }
        let choices = chain.vocabulary[chain.tables[table].outcome].choices
        let names = values.elements.compactMap(\.string)
        allowed.append((table, Set(choices.indices.filter { names.contains(choices[$0].value) })))
      }
      let id = node.value(of: "id")
      return Duty(
        id: id?.string ?? "", title: node.value(of: "title")?.text ?? Text(""),
        match: matches.match(when), allowed: allowed,
        span: SourceSpan(file: file, range: id?.range ?? node.range))
    }
  }
}

extension Duty {
  /// Tables and answers that the duties name and no agreement has, and documents the law does not list.
  static func unknownNames(in chains: [Chain]) -> [Diagnostic] {
    guard let law = chains.first?.rulebook.law else { return [] }
    let tables = chains.flatMap(\.tables).filter { $0.hitPolicy == .first }.map(\.name)
    var findings: [Diagnostic] = []
    func report(_ node: JSONNode, _ nl: String, _ en: String, among names: [String]) {
      let word = Printable.word(node.string ?? "")
      findings.append(
        Diagnostic(
          .unknownName,
          Text(nl: "\(nl) `\(word)` bestaat nergens", en: "\(en) `\(word)` exists nowhere"),
          help: Spelling.help(for: node.string ?? "", among: names) ?? ObjectReader.formHelp,
          at: SourceSpan(file: law.span.file, range: node.range)))
    }
    for source in law.duties.flatMap({ $0.value(of: "source")?.elements ?? [] }) {
      let documents = law.documents.map(\.id)
      if documents.contains(Source(source.string ?? "").document) { continue }
      report(source, "het document van", "the document of", among: documents)
    }
    for must in law.duties.compactMap({ $0.value(of: "must") }) {
      must.forEachMember { key, values in
        let name = key.string ?? ""
        guard tables.contains(name) else {
          report(key, "de tabel", "the table", among: Set(tables).sorted())
          return
        }
        let known = chains.flatMap { chain in
          chain.table(name).map { chain.vocabulary[chain.tables[$0].outcome].choices } ?? []
        }.map(\.value)
        for value in values.elements where !known.contains(value.string ?? "") {
          report(value, "het antwoord", "the answer", among: Set(known).sorted())
        }
      }
    }
    return findings
  }
}

/// Where an agreement answers against a duty in law instead of filling it in.
struct DutyFindings {
  let proof: ChainProof
  let duties: [Duty]

  private var chain: Chain { proof.chain }

  /// A finding for each rule that gives somebody less than the law asks.
  func findings() -> [Diagnostic] {
    duties.flatMap { duty in
      duty.allowed.flatMap { table, answers in
        chain.tables[table].rules.indices.compactMap { rule in
          finding(duty, table, rule, answers)
        }
      }
    }
  }

  private func finding(_ duty: Duty, _ table: Int, _ place: Int, _ answers: Set<Int>)
    -> Diagnostic?
  {
    let described = chain.tables[table]
    let rule = described.rules[place]
    guard let answer = rule.answer, !answers.contains(answer) else { return nil }
    let value = chain.vocabulary[described.outcome].choices[answer].value
    for arena in proof.arenas {
      let asked = arena.setting.bounds(duty.match)
      let both = arena.setting.rules(of: table)[place].flatMap { own in
        asked.compactMap { Box.common(own, $0) }
      }
      let earlier = proof.earlier(than: place, of: table, in: arena)
      guard let found = proof.youth(in: both, of: table, avoiding: earlier, in: arena) else {
        continue
      }
      return Diagnostic(
        .againstLaw,
        Text(
          nl: "`\(rule.id)` antwoordt `\(value)` waar de wet meer vraagt: \(duty.title.nl)",
          en: "`\(rule.id)` answers `\(value)` where the law asks for more: \(duty.title.en)"),
        help: Text(
          nl: "een afspraak mag verder gaan dan de wet, niet minder ver: verbeter de regel",
          en: "an agreement may go further than the law, not less far: mend the rule"),
        at: rule.nameSpan,
        notes: [
          Diagnostic.Note(
            message: Text(nl: "de plicht `\(duty.id)`", en: "the duty `\(duty.id)`"),
            span: duty.span)
        ], example: found.youth)
    }
    return nil
  }
}
