/// Bytes to be written, gathered in memory that grows when it has to.
public final class ByteSink {
  private var start: UnsafeMutablePointer<UInt8>
  /// How many bytes there are.
  public private(set) var count = 0
  private var capacity: Int

  /// An empty sink with room for so many bytes.
  public init(capacity: Int = 1 << 16) {
    self.capacity = max(64, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// What was gathered; good until more is added.
  public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  /// Forgets what was gathered.
  public func clear() { count = 0 }

  /// Takes away what was gathered after a point.
  public func cut(to count: Int) { self.count = min(count, self.count) }

  /// Makes sure that so many bytes more fit.
  @inline(__always)
  public func reserve(_ more: Int) {
    if count &+ more > capacity { grow(more) }
  }

  private func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }

  /// Adds bytes.
  public func append(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    append(base.assumingMemoryBound(to: UInt8.self), bytes.count)
  }

  /// Adds bytes.
  public func append(_ bytes: UnsafePointer<UInt8>, _ more: Int) {
    reserve(more)
    (start + count).update(from: bytes, count: more)
    count &+= more
  }

  /// Adds bytes, sixteen at a time.
  ///
  /// - Requires: sixteen bytes can be read from the last one.
  @inline(__always)
  func appendBlocks(_ bytes: UnsafePointer<UInt8>, _ more: Int) {
    reserve(more &+ 16)
    let (from, to) = (UnsafeRawPointer(bytes), UnsafeMutableRawPointer(start + count))
    var place = 0
    while place < more {
      let block = from.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
      to.storeBytes(of: block, toByteOffset: place, as: SIMD16<UInt8>.self)
      place &+= 16
    }
    count &+= more
  }

  /// Adds one byte.
  public func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count &+= 1
  }

  /// Adds a text.
  public func append(_ text: StaticString) {
    append(text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Adds a text that is not written in the source.
  public func append(text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a day as `2026-11-21`.
  public func append(_ day: CalendarDate) {
    let (year, month, date) = day.components
    reserve(10)
    let place = start + count
    func put(_ number: Int, _ at: Int) {
      place[at] = UInt8(truncatingIfNeeded: 0x30 &+ number / 10)
      place[at + 1] = UInt8(truncatingIfNeeded: 0x30 &+ number % 10)
    }
    put(year / 100, 0)
    put(year % 100, 2)
    place[4] = UInt8(ascii: "-")
    put(month, 5)
    place[7] = UInt8(ascii: "-")
    put(date, 8)
    count &+= 10
  }
}
