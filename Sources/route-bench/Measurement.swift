import RoutingCore

/// Something timed again and again, in turn with others, so that a slow spell hits all alike.
struct Measurement {
  /// What it is.
  let name: String
  /// How many things one run does.
  let count: Int
  /// One run.
  let run: () -> Void
  /// Seconds each run took.
  private(set) var seconds: [Double] = []

  init(_ name: String, count: Int, run: @escaping () -> Void) {
    self.name = name
    self.count = count
    self.run = run
  }

  /// Runs it once and keeps the time.
  mutating func measure() {
    let time = ContinuousClock().measure(run)
    let (whole, parts) = time.components
    seconds.append(Double(whole) + Double(parts) / 1e18)
  }

  /// Forgets the first run, which warms up.
  mutating func forgetFirst() { if !seconds.isEmpty { seconds.removeFirst() } }

  /// The middle of the times.
  var median: Double {
    let sorted = seconds.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  /// What was measured, as a line; how it compares with another one at the end.
  func line(beside first: Measurement) -> String {
    let sorted = seconds.sorted()
    let each = median / Double(max(1, count))
    let ratio = first.median / Double(max(1, first.count)) / each
    func rate(_ seconds: Double) -> String { grouped(Int(Double(count) / max(seconds, 1e-12))) }
    return padded(name, to: 34) + padded(rate(median) + "/s", to: 16)
      + padded("(\(rate(sorted.last ?? 0)) to \(rate(sorted.first ?? 0)))", to: 34)
      + padded(decimal(each * 1e6) + " µs", to: 14) + "× \(decimal(ratio))\n"
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }

  /// A number with three digits that matter, or more.
  private func decimal(_ number: Double) -> String {
    let scale = number >= 100 ? 1.0 : number >= 10 ? 10 : number >= 1 ? 100 : 10_000
    return "\((number * scale).rounded() / scale)"
  }
}
