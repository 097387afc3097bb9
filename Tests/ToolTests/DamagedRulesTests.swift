import Foundation
import RoutingCore
import RoutingReport
import Testing

/// Rule files damaged at random: whatever is in them, checking them ends and says so in plain words.
struct DamagedRulesTests {
  private static let folder = FindingFixtureTests.folder.appending(path: "base/rules")

  private static func files() throws -> [SourceFile] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted().map { path in
        SourceFile(
          path: path, bytes: Array(try Data(contentsOf: folder.appending(path: path))))
      }
  }

  @Test(arguments: 0..<4) func `damage is told in plain words`(part: Int) throws {
    var random = Randomness(seed: UInt64(part) + 1)
    // A frame for one year is looked at in less time.
    let files = try Self.files().map { file in
      guard file.path == "landelijk/agreement.json" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      let year = "\"valid\": {\"from\": \"2026-01-01\", \"below\": \"2027-01-01\"},"
      return SourceFile(
        path: file.path,
        text: text.replacing("\"desk\"", with: year + "\"desk\"", maxReplacements: 1))
    }
    let date = try DateRange(parsing: "2026-06-01").first
    var found = 0
    for _ in 0..<500 {
      let damaged = Int.random(in: 0..<files.count, using: &random)
      let all = files.enumerated().map { place, file in
        place == damaged
          ? SourceFile(path: file.path, bytes: random.damaged(file.bytes)) : file
      }
      let validation = Validation(
        rules: all.filter { !$0.path.contains("cases/") },
        cases: all.filter { $0.path.contains("cases/") }, on: date, depth: .proof)
      if !validation.findings.isEmpty { found += 1 }
      for language in [Language.nl, .en] {
        let text = ValidationReport(validation, folder: nil, language).text
        for word in ["Optional(", "RoutingCore.", "Swift.", "Array<"] {
          #expect(!text.contains(word), "\(String(decoding: all[damaged].bytes, as: UTF8.self))")
        }
      }
    }
    #expect(found > 250)
  }
}

extension Randomness {
  /// A text with one or two things wrong.
  fileprivate mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...2, using: &self) where bytes.count > 8 { damage(&bytes) }
    return bytes
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0..<bytes.count, using: &self)
    switch Int.random(in: 0..<8, using: &self) {
    case 0: bytes.remove(at: place)
    case 1: bytes.insert(UInt8.random(in: 0...255, using: &self), at: place)
    case 2: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &self)
    case 3: bytes.removeSubrange(token(around: place, in: bytes))
    case 4:
      let word = bytes[token(around: place, in: bytes)]
      bytes.insert(contentsOf: word, at: Int.random(in: 0...bytes.count, using: &self))
    case 5:
      let other = token(around: Int.random(in: 0..<bytes.count, using: &self), in: bytes)
      let own = token(around: place, in: bytes)
      guard own.upperBound <= other.lowerBound else { return }
      let words = (bytes[own], bytes[other])
      bytes.replaceSubrange(other, with: words.0)
      bytes.replaceSubrange(own, with: words.1)
    case 6:
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      let line = Int.random(in: 0..<lines.count, using: &self)
      lines.insert(lines[line], at: line)
      bytes = Array(lines.joined(separator: [0x0A]))
    default:
      // Most of a file is more like a real accident than a few bytes of it.
      bytes.removeLast(Int.random(in: 1...min(200, bytes.count - 1), using: &self))
    }
  }

  /// The stretch of letters, digits and dashes around a place; the byte itself where there are none.
  private func token(around place: Int, in bytes: [UInt8]) -> Range<Int> {
    func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x22: true
      default: false
      }
    }
    guard isWord(bytes[place]) else { return place..<place + 1 }
    let first = bytes[..<place].lastIndex { !isWord($0) }.map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex { !isWord($0) } ?? bytes.count
    return first..<end
  }
}
