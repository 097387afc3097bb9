/// The ordinary way: whatever the quick way leaves, and every fault.
extension RowReader {
  func slow(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) -> Outcome {
    faults = []
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return .blank }
    slowRows += 1
    let file = SourceFile(path: path, bytes: Array(line), line: number)
    do throws(Diagnostics) {
      date = defaultDate
      key = UnsafeRawBufferPointer(start: nil, count: 0)
      try readColumns(of: file, line)
      let profile = try ProfileReader.read(
        file, arguments: [], region: nil, on: date, for: rulebook, besides: columns.names,
        ignoring: columns.ignored,
        isQuoting: false)
      row.fill(profile, home: rulebook.vocabulary.home)
      return .row
    } catch {
      faults = error.all
      return .refused
    }
  }

  /// Finds the key and the date of a row among its members.
  private func readColumns(of file: SourceFile, _ line: UnsafeBufferPointer<UInt8>)
    throws(Diagnostics)
  {
    // The profile reader tells what is wrong with a text that is no object.
    guard columns.key != nil || columns.date != nil, let node = try? JSONParser.parse(file),
      node.isObject
    else { return }
    if let name = columns.key, let value = node.value(of: name) {
      if value.isObject || value.isArray {
        throw Diagnostics([ObjectReader.notSingle(value, name, in: file)])
      }
      key = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(line)[value.range])
    }
    if let name = columns.date, let value = node.value(of: name) {
      guard let day = value.day else {
        let message = Text(
          nl: "`\(name)` is geen exacte datum", en: "`\(name)` is not an exact date")
        let help = Text(nl: "schrijf 2026-01-31", en: "write 2026-01-31")
        let span = SourceSpan(file: file, range: value.range)
        throw Diagnostics([Diagnostic(.badDate, message, help: help, at: span)])
      }
      date = day
    }
  }
}
