import RoutingCore

extension WorkedCase {
  /// The case as a case file has it.
  var json: JSONValue {
    var members: [(String, JSONValue)] = [("id", .string(id)), ("title", title.json)]
    if let why { members.append(("why", why.json)) }
    members += [
      ("on", .string("\(date)")),
      ("profile", .object(facts.map { ($0.name, .string($0.value)) })),
    ]
    if let agreement { members.append(("agreement", .string(agreement))) }
    if let until { members.append(("until", .string("\(until)"))) }
    members.append(("expect", .object(expectations.map { ($0.table, $0.json) })))
    return .object(members)
  }
}

extension WorkedCase.Expectation {
  /// The answer alone when that is all there is to say.
  fileprivate var json: JSONValue {
    var members: [(String, JSONValue)] = []
    let words = answers.map { JSONValue.string($0) }
    if !words.isEmpty { members.append(("is", words.count == 1 ? words[0] : .array(words))) }
    if !rules.isEmpty { members.append(("by", .array(rules.map { .string($0) }))) }
    if !excluded.isEmpty { members.append(("not", .array(excluded.map { .string($0) }))) }
    if !named.isEmpty {
      members.append(("then", .object(named.map { ($0.rule, .string($0.party)) })))
    }
    if !due.isEmpty {
      members.append(("due", .object(due.map { ($0.rule, .string("\($0.day)")) })))
    }
    return members.count == 1 && words.count == 1 ? words[0] : .object(members)
  }
}

extension Text {
  fileprivate var json: JSONValue { .object([("nl", .string(nl)), ("en", .string(en))]) }
}
