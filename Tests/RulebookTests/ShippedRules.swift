import Foundation
import RoutingCore

/// The rules of this repository, read from their folder.
enum ShippedRules {
  /// The folder `rules/`.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "rules")

  /// Every rule file below a folder, worked cases left out.
  static func files(in folder: URL = folder) throws -> [SourceFile] {
    try paths(in: folder).filter { !$0.contains("cases/") }.map { try file($0, in: folder) }
  }

  /// Every file with worked cases.
  static func caseFiles() throws -> [SourceFile] {
    try paths(in: folder).filter { $0.contains("cases/") && !$0.contains("profiles/") }.map {
      try file($0, in: folder)
    }
  }

  /// Every worked case of the repository.
  static func cases() throws -> [WorkedCase] {
    try caseFiles().flatMap { try WorkedCase.read($0) }
  }

  private static func paths(in folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
  }

  private static func file(_ path: String, in folder: URL) throws -> SourceFile {
    SourceFile(path: path, bytes: Array(try Data(contentsOf: folder.appending(path: path))))
  }
}

extension WorkedCase {
  /// The advice the rules give for this case.
  func advice(by rulebook: Rulebook) throws -> Advice {
    let profile = try ProfileReader.read(
      nil, arguments: facts.map { "\($0.name)=\($0.value)" }, region: nil, on: date, for: rulebook)
    return try Advisor(rulebook).advice(for: profile, on: date)
  }
}
