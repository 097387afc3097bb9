import RoutingCore

/// A value on its way to JSON text, with its keys in the order they are given.
///
/// Foundation's encoder would cost a process its start-up time and sorts or shuffles the keys.
public enum JSONValue: Sendable {
  /// Nothing known.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Keys with their values.
  case object([(String, JSONValue)])

  /// The value as text: two spaces deep, a line break at the end.
  public var text: String {
    var result = ""
    write(to: &result, indent: 0)
    return result + "\n"
  }

  /// The value on one line.
  public var line: String {
    switch self {
    case .array(let elements): "[" + elements.map(\.line).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { JSONValue.string($0.0).line + ":" + $0.1.line }.joined(separator: ",")
        + "}"
    default: String(text.dropLast())
    }
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .string(let string): JSONValue.write(string, to: &text)
    case .array(let elements):
      JSONValue.list(elements, "[", "]", to: &text, indent) { element, text in
        element.write(to: &text, indent: indent + 2)
      }
    case .object(let members):
      JSONValue.list(members, "{", "}", to: &text, indent) { member, text in
        JSONValue.write(member.0, to: &text)
        text += ": "
        member.1.write(to: &text, indent: indent + 2)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, to text: inout String, _ indent: Int,
    _ write: (Element, inout String) -> Void
  ) {
    guard !elements.isEmpty else {
      text += open + close
      return
    }
    let margin = String(repeating: " ", count: indent)
    text += open
    for (index, element) in elements.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + margin + "  "
      write(element, &text)
    }
    text += "\n" + margin + close
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if Printable.isHidden(scalar), scalar.value < 0x10000 {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
