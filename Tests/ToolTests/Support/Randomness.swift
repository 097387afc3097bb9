/// Numbers that look random and are the same in every run: SplitMix64.
struct Randomness: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A short text of pieces that mean something to a shell, to JSON or to GitHub.
  mutating func hostileText() -> String {
    let pieces = [
      "%", "%0A", "\r", "\n", "\r\n", ":", "::", ",", "=", "\"", "'", "`", "$", "$(id)", "\\", " ",
      "\t",
      "##[", "##[error]", "::error::", "::stop-commands::x", "]", ";", "\u{202E}", "\u{200B}",
      "\u{301}",
      "\u{0}", "\u{1B}[31m", "\u{A0}", "\u{2028}", "é", "a", "nob-vsv", "#", "|", "*", "{", "}",
      "😀",
    ]
    let count = Int.random(in: 0...8, using: &self)
    return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &self)] }.joined()
  }
}
