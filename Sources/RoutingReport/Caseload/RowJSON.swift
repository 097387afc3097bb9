import RoutingCore

/// Rows for programs: names of the rules, no words.
final class RowJSON: RowForm {
  private let job: CaseloadJob
  private let isList: Bool

  init(_ job: CaseloadJob, isList: Bool) {
    self.job = job
    self.isList = isList
  }

  var opening: String {
    guard isList else { return "" }
    return "{\n  \"schema\": \"jongeren-route/caseload/1\",\n  \"date\": \"\(job.date)\",\n"
      + "  \"rules\": \"\(job.rules.rulebook.hash)\",\n  \"rows\": [\n"
  }

  var separator: String { isList ? ",\n" : "" }

  func closing(_ counts: CaseloadCounts) -> String {
    guard isList else { return "" }
    return "\n  ],\n  \"counts\": {\"rows\": \(counts.rows), \"answered\": \(counts.answered), "
      + "\"undetermined\": \(counts.undetermined), \"refused\": \(counts.refused)}\n}\n"
  }

  func write(
    _ row: RowAdvice, _ key: UnsafeRawBufferPointer, _ line: Int, to sink: ByteSink
  ) {
    begin(sink)
    sink.append("{\"line\":")
    sink.append(text: String(line))
    if !key.isEmpty {
      sink.append(",\"key\":\"")
      sink.append(key)
      sink.append(UInt8(ascii: "\""))
    }
    sink.append(row.isDetermined ? ",\"status\":\"determined\"" : ",\"status\":\"undetermined\"")
    text(",\"agreement\":", row.agreement, sink)
    names(",\"responsible\":", row.responsible, sink)
    names(",\"firstContact\":", row.contact, sink)
    if let provisional = row.provisional {
      text(",\"provisionalContact\":", provisional.value, sink)
    }
    option(",\"level\":", row.level, sink)
    option(",\"suggestedLevel\":", row.suggestedLevel, sink)
    names(",\"window\":", row.window, sink)
    option(",\"holder\":", row.holder, sink)
    sink.append(",\"next\":")
    if let next = row.next {
      day("{\"day\":", next.day, sink)
      names(",\"responsible\":", next.responsible, sink)
      names(",\"firstContact\":", next.contact, sink)
      texts(",\"others\":", next.others.map { "\($0.label): \($0.to)" }, sink)
      sink.append(UInt8(ascii: "}"))
    } else {
      sink.append("null")
    }
    sink.append(",\"duties\":[")
    for (place, duty) in row.duties.enumerated() {
      if place > 0 { sink.append(UInt8(ascii: ",")) }
      text("{\"rule\":", duty.rule, sink)
      day(",\"due\":", duty.due, sink)
      sink.append(duty.isCertain ? ",\"certain\":true}" : ",\"certain\":false}")
    }
    sink.append(UInt8(ascii: "]"))
    texts(",\"assumed\":", row.assumed, sink)
    texts(",\"missing\":", row.missing, sink)
    texts(",\"rules\":", row.rules, sink)
    end(sink)
  }

  func write(_ refusal: Refusal, to sink: ByteSink) {
    begin(sink)
    sink.append(text: "{\"line\":\(refusal.line)")
    if !refusal.key.isEmpty { text(",\"key\":", refusal.key, sink) }
    sink.append(",\"status\":\"refused\"")
    if let column = refusal.column { sink.append(text: ",\"column\":\(column)") }
    text(",\"code\":", refusal.code.rawValue, sink)
    text(",\"reason\":", refusal.reason, sink)
    end(sink)
  }

  private func begin(_ sink: ByteSink) {
    if isList { sink.append(",\n") }
  }

  private func end(_ sink: ByteSink) {
    sink.append(UInt8(ascii: "}"))
    if !isList { sink.append(UInt8(ascii: "\n")) }
  }

  private func text(_ name: StaticString, _ text: String, _ sink: ByteSink) {
    sink.append(name)
    string(text, sink)
  }

  private func option(_ name: StaticString, _ told: RowAdvice.Told?, _ sink: ByteSink) {
    sink.append(name)
    if let told { string(told.value, sink) } else { sink.append("null") }
  }

  private func names(_ name: StaticString, _ told: [RowAdvice.Told], _ sink: ByteSink) {
    sink.append(name)
    sink.append(UInt8(ascii: "["))
    for (place, told) in told.enumerated() {
      if place > 0 { sink.append(UInt8(ascii: ",")) }
      string(told.value, sink)
    }
    sink.append(UInt8(ascii: "]"))
  }

  private func texts(_ name: StaticString, _ texts: [String], _ sink: ByteSink) {
    sink.append(name)
    sink.append(UInt8(ascii: "["))
    for (place, text) in texts.enumerated() {
      if place > 0 { sink.append(UInt8(ascii: ",")) }
      string(text, sink)
    }
    sink.append(UInt8(ascii: "]"))
  }

  private func day(_ name: StaticString, _ range: DateRange, _ sink: ByteSink) {
    sink.append(name)
    if range.isExact {
      sink.append(UInt8(ascii: "\""))
      sink.append(range.first)
      sink.append(UInt8(ascii: "\""))
      return
    }
    sink.append("{\"from\":\"")
    sink.append(range.first)
    sink.append("\",\"through\":\"")
    sink.append(range.last)
    sink.append("\"}")
  }

  private func string(_ text: String, _ sink: ByteSink) {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    }
    if isPlain {
      sink.append(UInt8(ascii: "\""))
      sink.append(text: text)
      sink.append(UInt8(ascii: "\""))
    } else {
      let written = JSONValue.string(text).text
      sink.append(text: String(written.dropLast()))
    }
  }
}
