/// A fingerprint of bytes: FNV-1a with 64 bits.
///
/// It tells editions apart; it does not withstand forgery. SHA-256 would cost as much time as reading
/// the rules does.
public struct ContentHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The fingerprint of nothing yet.
  public init() {}

  /// Adds bytes.
  public mutating func update(_ bytes: [UInt8]) {
    var state = state
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    self.state = state
  }

  /// The fingerprint in sixteen hexadecimal digits.
  public var digits: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
