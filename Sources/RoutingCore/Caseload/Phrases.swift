/// Texts that are written again and again, one behind the other in memory of their own.
public final class Phrases: @unchecked Sendable {
  private let bytes: UnsafeMutablePointer<UInt8>
  private let starts: UnsafeMutablePointer<Int>
  /// How many there are.
  public let count: Int

  /// Keeps texts.
  public init(_ texts: [String]) {
    count = texts.count
    starts = .allocate(capacity: texts.count + 1)
    // Sixteen bytes are copied at a time.
    let capacity = texts.reduce(16) { $0 + $1.utf8.count }
    bytes = .allocate(capacity: capacity)
    bytes.initialize(repeating: 0, count: capacity)
    var used = 0
    for (place, text) in texts.enumerated() {
      starts[place] = used
      for byte in text.utf8 {
        bytes[used] = byte
        used += 1
      }
    }
    starts[texts.count] = used
  }

  deinit {
    bytes.deallocate()
    starts.deallocate()
  }

  /// Adds a text to a sink.
  @inline(__always)
  public func write(_ place: Int, to sink: ByteSink) {
    let start = starts[place]
    sink.appendBlocks(bytes + start, starts[place &+ 1] &- start)
  }
}
