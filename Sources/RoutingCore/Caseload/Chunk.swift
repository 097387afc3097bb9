/// Some whole lines of an input.
public struct Chunk {
  /// Its bytes, the last one a line feed; 64 more can be read after it.
  public let start: UnsafePointer<UInt8>
  /// How many there are.
  public let count: Int
  /// The number of its first line.
  public let firstLine: Int

  /// Visits its lines: the visitor moves on from the start of a line to the start of the next.
  @inline(__always)
  public func visitLines(_ visit: (_ place: inout UnsafePointer<UInt8>, _ line: Int) -> Void) {
    var place = start
    var line = firstLine
    while place < start + count {
      visit(&place, line)
      line += 1
    }
  }
}

/// Cuts an input into chunks of whole lines.
final class ChunkSource {
  /// Reads some bytes into memory: how many, 0 at the end, less when that failed.
  typealias Read = (UnsafeMutableRawBufferPointer) -> Int

  private let read: Read
  /// Bytes after the last whole line.
  private var rest: [UInt8] = []
  private var line = 1
  private var isAtEnd = false
  /// Whether reading failed.
  private(set) var hasFailed = false

  init(_ read: @escaping Read) { self.read = read }

  /// Fills memory with the next lines; nil when there are none left.
  func next(into memory: ChunkMemory) -> Chunk? {
    var used = rest.count
    memory.reserve(used + ChunkMemory.size)
    rest.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { memory.start.copyMemory(from: base, byteCount: used) }
    }
    rest.removeAll(keepingCapacity: true)
    while true {
      if isAtEnd { return last(memory, used) }
      memory.reserve(used + ChunkMemory.size / 4)
      let room = memory.capacity - used
      let count = read(
        UnsafeMutableRawBufferPointer(start: memory.start + used, count: room))
      if count <= 0 {
        isAtEnd = true
        hasFailed = count < 0
        continue
      }
      // What was there before has no end of line.
      let end = memory.end(from: used, to: used + count)
      used += count
      guard let end else { continue }
      rest.append(contentsOf: UnsafeRawBufferPointer(start: memory.start + end, count: used - end))
      return chunk(memory, end)
    }
  }

  /// What is left when the input is read, with the line feed that may be missing.
  private func last(_ memory: ChunkMemory, _ used: Int) -> Chunk? {
    guard used > 0 else { return nil }
    memory.start.storeBytes(of: 0x0A, toByteOffset: used, as: UInt8.self)
    return chunk(memory, used + 1)
  }

  private func chunk(_ memory: ChunkMemory, _ count: Int) -> Chunk {
    let bytes = memory.start.assumingMemoryBound(to: UInt8.self)
    let chunk = Chunk(start: bytes, count: count, firstLine: line)
    line += memory.lines(count)
    return chunk
  }
}

/// Memory for a chunk, with room to read past its end.
final class ChunkMemory {
  /// How many bytes are read at a time.
  static let size = 1 << 18
  /// How many bytes can be read past the end.
  private static let margin = 128

  private(set) var start: UnsafeMutableRawPointer
  private(set) var capacity: Int

  init() {
    capacity = ChunkMemory.size
    start = ChunkMemory.memory(capacity)
  }

  deinit { start.deallocate() }

  private static func memory(_ capacity: Int) -> UnsafeMutableRawPointer {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: capacity + margin, alignment: 16)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: capacity + margin)
    return memory
  }

  /// Makes room for so many bytes, the first of which stay.
  func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = ChunkMemory.memory(max(wanted, capacity * 2))
    larger.copyMemory(from: start, byteCount: capacity)
    start.deallocate()
    start = larger
    capacity = max(wanted, capacity * 2)
  }

  /// Past the last line feed between two places.
  func end(from first: Int, to last: Int) -> Int? {
    var place = last
    while place > first {
      if start.load(fromByteOffset: place - 1, as: UInt8.self) == 0x0A { return place }
      place -= 1
    }
    return nil
  }

  /// How many line feeds the first bytes hold.
  ///
  /// Sixteen at a time: one by one, counting takes longer than reading.
  func lines(_ count: Int) -> Int {
    var result = 0
    var place = 0
    let feeds = SIMD16<UInt8>(repeating: 0x0A)
    while place + 16 <= count {
      var sums = SIMD16<UInt8>.zero
      let stop = min(count - 16, place + 16 * 254)
      while place <= stop {
        let bytes = start.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
        sums.replace(with: sums &+ 1, where: bytes .== feeds)
        place += 16
      }
      for lane in 0..<16 { result += Int(sums[lane]) }
    }
    while place < count {
      if start.load(fromByteOffset: place, as: UInt8.self) == 0x0A { result += 1 }
      place += 1
    }
    return result
  }
}
