/// What is known of one youth as plain numbers: a profile without memory of its own, filled again for
/// every row of a caseload.
///
/// It belongs to one worker; nothing in it is shared.
package final class Row {
  /// What kind of thing is known of a fact, what takes a closer look last.
  enum State: UInt8 {
    case unknown
    /// A choice, a number or a municipality, by its place.
    case value
    /// The days from `first` up to and including `last`.
    case days
    /// A text; rules do not look at it.
    case text
    /// One of several choices: their bits, the low half in `first` and the high half in `last`.
    case choices
    /// A date that never happened.
    case noDate
  }

  let count: Int
  /// Per fact, what is known of it.
  let states: UnsafeMutablePointer<State>
  /// Per fact, its value or the first day it can be.
  let first: UnsafeMutablePointer<Int32>
  /// Per fact, its value or the last day it can be.
  let last: UnsafeMutablePointer<Int32>
  /// The agreement a caller named for youths whose municipality is not known; -1 for none.
  var region: Int32 = -1

  package init(facts count: Int) {
    self.count = count
    states = .allocate(capacity: count)
    first = .allocate(capacity: count)
    last = .allocate(capacity: count)
    states.initialize(repeating: .unknown, count: count)
    first.initialize(repeating: 0, count: count)
    last.initialize(repeating: 0, count: count)
  }

  deinit {
    states.deallocate()
    first.deallocate()
    last.deallocate()
  }

  /// Forgets everything.
  func clear() { states.update(repeating: .unknown, count: count) }

  /// Makes it the same as another.
  func copy(_ other: Row) {
    states.update(from: other.states, count: count)
    first.update(from: other.first, count: count)
    last.update(from: other.last, count: count)
    region = other.region
  }

  /// States a choice, a number or a municipality.
  @inline(__always)
  func set(_ fact: Int, _ value: Int) {
    states[fact] = .value
    first[fact] = Int32(truncatingIfNeeded: value)
    last[fact] = Int32(truncatingIfNeeded: value)
  }

  /// Takes over what another row knows of a fact.
  @inline(__always)
  func set(_ fact: Int, from other: Row, _ otherFact: Int) {
    states[fact] = other.states[otherFact]
    first[fact] = other.first[otherFact]
    last[fact] = other.last[otherFact]
  }

  /// States a date.
  @inline(__always)
  func set(_ fact: Int, from first: Int, through last: Int) {
    states[fact] = .days
    self.first[fact] = Int32(truncatingIfNeeded: first)
    self.last[fact] = Int32(truncatingIfNeeded: last)
  }

  /// Fills it with what a profile says.
  package func fill(_ profile: Profile, home: Int?) {
    clear()
    region = Int32(home.flatMap { profile.regions[$0] } ?? -1)
    for (fact, known) in profile.stated {
      switch known {
      case .choice(let place), .number(let place), .municipality(let place): set(fact, place)
      case .oneOf(let places):
        states[fact] = .choices
        first[fact] = Int32(truncatingIfNeeded: places)
        last[fact] = Int32(truncatingIfNeeded: places >> 32)
      case .days(let range): set(fact, from: range.first.dayNumber, through: range.last.dayNumber)
      case .noDate: states[fact] = .noDate
      case .text: states[fact] = .text
      }
    }
  }

  /// The bits of the choices it can be.
  func choices(_ fact: Int) -> UInt64 {
    UInt64(UInt32(bitPattern: first[fact])) | UInt64(UInt32(bitPattern: last[fact])) << 32
  }
}
