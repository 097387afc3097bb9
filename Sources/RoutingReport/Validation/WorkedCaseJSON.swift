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
  /// The answer alone when it is one and any rule may give it.
  fileprivate var json: JSONValue {
    let answer: JSONValue =
      answers.count == 1 ? .string(answers[0]) : .array(answers.map { .string($0) })
    if answers.count == 1, rules.isEmpty { return answer }
    var members = [("is", answer)]
    if !rules.isEmpty { members.append(("by", .array(rules.map { .string($0) }))) }
    return .object(members)
  }
}

extension Text {
  fileprivate var json: JSONValue { .object([("nl", .string(nl)), ("en", .string(en))]) }
}
