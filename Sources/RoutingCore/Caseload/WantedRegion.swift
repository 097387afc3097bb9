/// The agreement that the caller names for all rows.
public struct WantedRegion: Sendable {
  /// The name of its folder of rules.
  let name: String
  /// Whether a municipality of residence that a row states goes before it.
  let isDefault: Bool
  private let place: Int
  private let home: Int?

  /// - Parameters:
  ///   - name: the name of a folder of rules.
  ///   - isDefault: whether a municipality of residence that a row states goes before it.
  /// - Throws: that there is no such agreement.
  public init(_ name: String, isDefault: Bool, for rulebook: Rulebook) throws(Diagnostic) {
    self.name = name
    self.isDefault = isDefault
    place = try rulebook.place(ofRegion: name)
    home = rulebook.vocabulary.home
  }

  /// States it in a row; false when bit vectors would ask an agreement before it.
  ///
  /// They ask in the order of the municipalities: that of a school goes before the home.
  func state(in row: Row, _ facts: FactCells, regions count: Int) -> Bool {
    row.region = Int32(place)
    if isDefault { return true }
    if let home { row.states[home] = .unknown }
    for order in 0..<facts.municipalityCount {
      let fact = facts.municipalities[order]
      guard row.states[fact] == .value else { continue }
      let region = facts.region(of: fact, row)
      if region != place, region != count { return false }
    }
    return true
  }
}
