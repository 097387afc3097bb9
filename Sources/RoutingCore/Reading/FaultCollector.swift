/// Faults found while reading, kept until everything has been seen.
final class FaultCollector {
  /// Something that could not be read whole: a name missing from it may be in what was not read.
  enum Unsure: Hashable {
    case parties, municipalities, folders, documents, facts
    /// The values of this fact.
    case values(String)
  }

  /// Whether faults are looked for where nothing else depends on it; not in files known to have none.
  let isThorough: Bool
  private(set) var faults: [Diagnostic] = []
  /// What could not be read whole: nothing is said to be missing from it.
  var unsure: Set<Unsure> = []

  /// Whether enough was found: more faults than this help nobody, and looking for them takes time.
  var isFull: Bool { faults.count >= 200 }

  init(isThorough: Bool = true) {
    self.isThorough = isThorough
  }

  /// Keeps a fault, unless the same kind of fault was found at the same place.
  func report(_ fault: Diagnostic) {
    guard let span = fault.span else { return faults.append(fault) }
    let isKnown = faults.contains { known in
      guard let place = known.span, known.code == fault.code else { return false }
      // Several keys can be missing at one place.
      return place.range == span.range && place.file === span.file
        && (fault.code != .missingKey || known.message == fault.message)
    }
    if !isKnown { faults.append(fault) }
  }

  /// Throws what was found, if anything was.
  func finish() throws(Diagnostics) {
    if !faults.isEmpty { throw Diagnostics(faults) }
  }
}
