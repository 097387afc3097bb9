/// Turns the bytes of a text into UTF-8, block by block.
///
/// As long as only ASCII was met the encoding is open; the first other byte settles it.
public struct TextDecoder {
  /// How a text is encoded.
  public enum Encoding: String, Sendable {
    /// Nothing but ASCII so far.
    case ascii = "ASCII"
    case utf8 = "UTF-8"
    case utf16Little = "UTF-16LE"
    case utf16Big = "UTF-16BE"
    case windows1252 = "Windows-1252"
  }

  private let read: LineSource.Read
  private var memory: [UInt8]
  /// Bytes at the end of a block that wait for what follows.
  private var carried: [UInt8] = []
  /// A first half of a character in UTF-16.
  private var highSurrogate: UInt32?
  private var isStarted = false
  private var isEnded = false
  /// How it is encoded, as far as is known by now.
  public private(set) var encoding = Encoding.ascii
  /// Whether reading failed.
  public private(set) var hasFailed = false
  /// How many bytes were read.
  public private(set) var bytesRead = 0

  /// - Parameter read: gives the bytes of the text.
  public init(_ read: @escaping LineSource.Read) {
    self.read = read
    memory = []
  }

  /// The next bytes as UTF-8; none at the end.
  mutating func next(_ size: Int) -> [UInt8] {
    while !isEnded {
      var block = fetch(size)
      if !isStarted {
        // A byte-order mark takes three bytes at most.
        while block.count < 3, !isEnded { block += fetch(size) }
        isStarted = true
        start(&block)
      }
      let result = decoded(block)
      if !result.isEmpty { return result }
    }
    return []
  }

  /// Some more bytes, after those carried over.
  private mutating func fetch(_ size: Int) -> [UInt8] {
    if memory.count < size { memory = Array(repeating: 0, count: size) }
    let read = read
    let count = memory.withUnsafeMutableBytes { read($0) }
    if count <= 0 {
      isEnded = true
      hasFailed = count < 0
      defer { carried = [] }
      return carried
    }
    bytesRead += count
    if carried.isEmpty { return Array(memory[..<count]) }
    defer { carried = [] }
    return carried + memory[..<count]
  }

  private mutating func start(_ block: inout [UInt8]) {
    if block.starts(with: [0xEF, 0xBB, 0xBF]) {
      encoding = .utf8
      block.removeFirst(3)
    } else if block.starts(with: [0xFF, 0xFE]) {
      encoding = .utf16Little
      block.removeFirst(2)
    } else if block.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16Big
      block.removeFirst(2)
    }
  }

  private mutating func decoded(_ block: [UInt8]) -> [UInt8] {
    switch encoding {
    case .utf8: return block
    case .utf16Little, .utf16Big: return wide(block)
    case .windows1252: return TextDecoder.windows(block)
    case .ascii: break
    }
    guard let first = TextDecoder.firstBeyondASCII(block) else { return block }
    let rest = block[first...].prefix(4)
    if rest.count < 4, !isEnded {
      carried = Array(block[first...])
      return Array(block[..<first])
    }
    encoding = TextDecoder.startsWithCharacter(rest) ? .utf8 : .windows1252
    return decoded(block)
  }

  /// The first byte that is not ASCII; eight are looked at at once.
  private static func firstBeyondASCII(_ block: [UInt8]) -> Int? {
    block.withUnsafeBytes { bytes in
      var place = 0
      while place + 8 <= bytes.count,
        bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        place += 8
      }
      return bytes[place...].firstIndex { $0 >= 0x80 }
    }
  }

  /// Whether bytes begin with a character of several bytes in UTF-8.
  private static func startsWithCharacter(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let lead = bytes.first, lead >= 0xC2, lead < 0xF5 else { return false }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return bytes.count >= length
      && String(validating: bytes.prefix(length), as: UTF8.self) != nil
  }

  /// What the bytes 0x80 up to and including 0x9F are in Windows-1252.
  private static let marks: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  private static func windows(_ block: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(block.count + block.count / 8)
    for byte in block {
      if byte < 0x80 {
        result.append(byte)
      } else {
        append(byte < 0xA0 ? UInt32(marks[Int(byte) - 0x80]) : UInt32(byte), to: &result)
      }
    }
    return result
  }

  private mutating func wide(_ block: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(block.count)
    var place = 0
    while place + 1 < block.count {
      let (low, high) =
        encoding == .utf16Little
        ? (block[place], block[place + 1]) : (block[place + 1], block[place])
      place += 2
      let unit = UInt32(high) << 8 | UInt32(low)
      if let first = highSurrogate {
        highSurrogate = nil
        if 0xDC00..<0xE000 ~= unit {
          TextDecoder.append(
            0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00), to: &result)
          continue
        }
        TextDecoder.append(0xFFFD, to: &result)
      }
      switch unit {
      case 0xD800..<0xDC00: highSurrogate = unit
      case 0xDC00..<0xE000: TextDecoder.append(0xFFFD, to: &result)
      default: TextDecoder.append(unit, to: &result)
      }
    }
    if place < block.count {
      if isEnded {
        TextDecoder.append(0xFFFD, to: &result)
      } else {
        carried = [block[place]]
      }
    }
    if isEnded, highSurrogate != nil { TextDecoder.append(0xFFFD, to: &result) }
    return result
  }

  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if let scalar = Unicode.Scalar(scalar) {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }
}
