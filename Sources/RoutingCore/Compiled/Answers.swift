/// What the tables answer whose changes are told, by names.
public struct Answers: Equatable, Sendable {
  /// Per table the one name; -1 where there is no such table, -2 where several are possible.
  public internal(set) var names = SIMD16<Int32>(repeating: -1)
  /// The names where several are possible, in order; nil where no table has several.
  public internal(set) var several: [Int: [Int32]]?

  /// How many tables there is room for.
  static let count = 16

  /// Whether agreements answer that each may call the same answer something else.
  var isOfSeveral = false

  /// The place of who is responsible among the tables.
  public static let responsible = 0
  /// The place of who to call first among the tables.
  public static let contact = 1

  /// Whether who is responsible and who to call are both decided.
  public var isDetermined: Bool {
    names[Answers.responsible] >= 0 && names[Answers.contact] >= 0
  }

  /// Whether there are tables for both.
  var isComplete: Bool { names[Answers.responsible] != -1 && names[Answers.contact] != -1 }

  /// Whether there is such a table.
  public func has(_ table: Int) -> Bool { names[table] != -1 }

  /// The one name a table answers with; nil where it can answer with several or is not there.
  @inline(__always)
  public func name(of table: Int) -> Int32? { names[table] >= 0 ? names[table] : nil }

  /// The names a table can answer with.
  public func names(of table: Int) -> [Int32] {
    names[table] >= 0 ? [names[table]] : several?[table] ?? []
  }

  /// Whether a table answers otherwise than it did; a table that is not in both does not.
  func differs(_ table: Int, from before: Answers) -> Bool {
    guard names[table] != -1, before.names[table] != -1 else { return false }
    return names[table] != before.names[table]
      || names[table] == -2 && several?[table] != before.several?[table]
  }

  /// Whether any table answers otherwise than it did.
  @inline(__always)
  func differs(from before: Answers) -> Bool {
    // As long words, which are compared at once.
    let (now, then) = (
      unsafeBitCast(names, to: SIMD8<UInt64>.self),
      unsafeBitCast(before.names, to: SIMD8<UInt64>.self)
    )
    let moved = now ^ then
    let half = moved.lowHalf | moved.highHalf
    let quarter = half.lowHalf | half.highHalf
    if quarter[0] | quarter[1] == 0, several == nil, before.several == nil { return false }
    return (0..<16).contains { differs($0, from: before) }
  }

  /// Adds a name to those a table can answer with.
  mutating func add(_ name: Int32, _ table: Int) {
    switch names[table] {
    case -1: names[table] = name
    case name: break
    case -2:
      var known = several?[table] ?? []
      let place = known.firstIndex { $0 >= name } ?? known.count
      if place == known.count || known[place] != name { known.insert(name, at: place) }
      several?[table] = known
    default:
      several = several ?? [:]
      several?[table] = [min(names[table], name), max(names[table], name)]
      names[table] = -2
    }
  }
}
