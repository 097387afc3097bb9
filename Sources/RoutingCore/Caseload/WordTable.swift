/// Words found by their bytes: the first eight and the length tell nearly all of them apart.
///
/// Its memory is let go of by whoever keeps it: counting references takes longer than a look.
struct WordTable {
  private struct Entry {
    var start: UInt64
    var count: Int32
    var place: Int32
    /// Where the bytes after the first eight stand.
    var rest: Int32
  }

  private let entries: UnsafeMutablePointer<Entry>
  private let mask: UInt64
  private let rest: UnsafeMutablePointer<UInt8>

  /// - Parameter words: each with the place it stands for; none twice.
  init(_ words: [(word: String, place: Int)]) {
    var size = 16
    while size < words.count * 4 { size *= 2 }
    mask = UInt64(size - 1)
    entries = .allocate(capacity: size)
    entries.initialize(
      repeating: Entry(start: 0, count: -1, place: -1, rest: 0), count: size)
    let capacity = words.reduce(8) { $0 + $1.word.utf8.count }
    rest = .allocate(capacity: capacity)
    rest.initialize(repeating: 0, count: capacity)
    var used = 0
    for (word, place) in words {
      let bytes = Array(word.utf8)
      var start: UInt64 = 0
      for (index, byte) in bytes.prefix(8).enumerated() {
        start |= UInt64(byte) << UInt64(8 * index)
      }
      var slot = WordTable.slot(start, bytes.count) & mask
      while entries[Int(slot)].count >= 0 { slot = (slot + 1) & mask }
      entries[Int(slot)] = Entry(
        start: start, count: Int32(bytes.count), place: Int32(place), rest: Int32(used))
      for byte in bytes.dropFirst(8) {
        rest[used] = byte
        used += 1
      }
    }
  }

  /// Lets go of its memory.
  func deallocate() {
    entries.deallocate()
    rest.deallocate()
  }

  @inline(__always)
  private static func word(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self).littleEndian
  }

  @inline(__always)
  private static func slot(_ start: UInt64, _ count: Int) -> UInt64 {
    ((start &+ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15) >> 40
  }

  /// The place of a word; -1 when it is not there.
  ///
  /// - Requires: eight bytes past its end can be read.
  @inline(__always)
  func place(of bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var start = WordTable.word(bytes)
    if count < 8 { start &= (1 << UInt64(truncatingIfNeeded: 8 &* count)) &- 1 }
    var slot = WordTable.slot(start, count) & mask
    while true {
      let entry = entries + Int(slot)
      if entry.pointee.count < 0 { return -1 }
      if entry.pointee.start == start, Int(entry.pointee.count) == count,
        count <= 8 || isSame(bytes + 8, rest + Int(entry.pointee.rest), count &- 8)
      {
        return Int(entry.pointee.place)
      }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(__always)
  private func isSame(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int)
    -> Bool
  {
    var place = 0
    while place < count {
      let differing = WordTable.word(left + place) ^ WordTable.word(right + place)
      // Bytes past the end do not count.
      let past = UInt64(truncatingIfNeeded: max(0, place &+ 8 &- count) &* 8)
      if differing << past != 0 { return false }
      place &+= 8
    }
    return true
  }
}
