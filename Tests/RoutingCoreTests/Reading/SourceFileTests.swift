import Testing

@testable import RoutingCore

struct SourceFileTests {
  /// The file without the hand, and the offset it pointed at.
  private func place(in marked: String) throws -> (SourceFile, Int) {
    let parts = marked.split(separator: "👉", maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    return (SourceFile(path: "p", text: parts.joined()), parts[0].utf8.count)
  }
}
