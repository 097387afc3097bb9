import RoutingCore
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How far a long run is, on a terminal where nothing else is written, and only after a second.
final class Progress {
  private let isShown: Bool
  private let size: Int?
  private let language: Language
  private let start = Progress.now
  private var last = Progress.now
  private var isVisible = false
  private let bytesRead = Atomic<Int>(0)

  /// - Parameters:
  ///   - size: the size of the input in bytes, when it is known.
  ///   - hasRows: whether rows are written to standard output.
  init(size: Int?, hasRows: Bool, _ language: Language) {
    isShown = Progress.isWanted(on: 2, rows: hasRows ? 1 : nil)
    self.size = size
    self.language = language
  }

  /// Whether it can be shown on a descriptor, without getting mixed with the rows on another.
  static func isWanted(on descriptor: Int32, rows: Int32?) -> Bool {
    isatty(descriptor) == 1 && rows.map { isatty($0) != 1 } ?? true
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Notes that so many bytes more of the input were read.
  func noteBytes(_ count: Int) { bytesRead.add(count, ordering: .relaxed) }

  /// Shows how far it is, five times a second at most.
  func show(_ rows: Int) {
    guard isShown else { return }
    let now = Progress.now
    guard now - start > 1, now - last > 0.2 else { return }
    last = now
    isVisible = true
    let rate = Int(Double(rows) / (now - start))
    var text =
      language == .nl ? "\(rows) rijen, \(rate) per seconde" : "\(rows) rows, \(rate) a second"
    let read = bytesRead.load(ordering: .relaxed)
    if let size, read > 0, size > read {
      let left = Int(Double(size - read) * (now - start) / Double(read)) + 1
      text += language == .nl ? ", nog \(left) s" : ", \(left) s left"
    }
    _ = Output.standardError.write("\r\u{1B}[K" + text)
  }

  /// Takes it away.
  func clear() {
    if isVisible { _ = Output.standardError.write("\r\u{1B}[K") }
  }
}
