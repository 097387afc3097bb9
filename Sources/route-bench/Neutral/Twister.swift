#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The Mersenne Twister with the draws of Python's `random`, so that both make the same youths.
///
/// Algorithm: Matsumoto and Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform
/// pseudo-random number generator", with `init_by_array` for the seed.
struct Twister {
  private var state = [UInt32](repeating: 0, count: 624)
  private var place = 624

  init(seed: UInt32) {
    fill(19_650_218)
    var first = 1
    for _ in 0..<624 {
      let mixed = (state[first - 1] ^ (state[first - 1] >> 30)) &* 1_664_525
      state[first] = (state[first] ^ mixed) &+ seed
      first = next(first)
    }
    for _ in 0..<623 {
      let mixed = (state[first - 1] ^ (state[first - 1] >> 30)) &* 1_566_083_941
      state[first] = (state[first] ^ mixed) &- UInt32(first)
      first = next(first)
    }
    state[0] = 0x8000_0000
  }

  private mutating func fill(_ seed: UInt32) {
    state[0] = seed
    for place in 1..<624 {
      state[place] =
        1_812_433_253 &* (state[place - 1] ^ (state[place - 1] >> 30)) &+ UInt32(place)
    }
  }

  private mutating func next(_ place: Int) -> Int {
    guard place + 1 >= 624 else { return place + 1 }
    state[0] = state[623]
    return 1
  }

  private mutating func word() -> UInt32 {
    if place == 624 { turn() }
    var word = state[place]
    place += 1
    word ^= word >> 11
    word ^= word << 7 & 0x9D2C_5680
    word ^= word << 15 & 0xEFC6_0000
    return word ^ (word >> 18)
  }

  private mutating func turn() {
    for place in 0..<624 {
      let mixed = state[place] & 0x8000_0000 | state[(place + 1) % 624] & 0x7FFF_FFFF
      state[place] =
        state[(place + 397) % 624] ^ (mixed >> 1) ^ (mixed & 1 == 0 ? 0 : 0x9908_B0DF)
    }
    place = 0
  }

  /// A number from 0 up to 1.
  mutating func unit() -> Double {
    let high = Double(word() >> 5)
    let low = Double(word() >> 6)
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }

  /// A number from 0 up to a bound.
  mutating func below(_ bound: Int) -> Int {
    let bits = UInt32(Int.bitWidth - bound.leadingZeroBitCount)
    while true {
      let drawn = Int(word() >> (32 - bits))
      if drawn < bound { return drawn }
    }
  }

  /// Whether something happens that does so with this chance.
  mutating func happens(_ chance: Double) -> Bool { unit() < chance }

  /// A place, drawn by weight.
  mutating func weighted(_ weights: [Int]) -> Int {
    let drawn = unit() * Double(weights.reduce(0, +))
    var sum = 0
    for (place, weight) in weights.dropLast().enumerated() {
      sum += weight
      if drawn < Double(sum) { return place }
    }
    return weights.count - 1
  }

  /// A waiting time with this mean.
  mutating func exponential(mean: Double) -> Double { -log(1 - unit()) / (1 / mean) }
}
