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
      let both = arena.setting.rules[table][place].flatMap { own in
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
