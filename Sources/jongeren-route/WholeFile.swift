import RoutingCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is written whole or not at all: until it is kept, it stands beside its place under
/// another name.
final class WholeFile {
  /// What it was asked for as.
  let asked: String
  private let path: String
  /// Its name until it is kept; nil when it is no ordinary file, and written as it is.
  private let temporary: String?
  /// Where to write.
  let output: Output

  init(_ path: String) throws(Diagnostic) {
    asked = path
    var status = stat()
    let isThere = stat(path, &status) == 0
    guard isThere || errno == ENOENT else { throw WholeFile.fault(path, Files.reason(errno)) }
    if !isThere, lstat(path, &status) == 0 {
      throw WholeFile.fault(
        path,
        Text(
          nl: "is een link naar een bestand dat er niet is",
          en: "is a link to a file that is not there"))
    }
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      if status.st_mode & S_IFMT == S_IFDIR {
        throw WholeFile.fault(path, Text(nl: "is een map", en: "is a folder"))
      }
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw WholeFile.fault(path, Files.reason(errno)) }
      self.path = path
      temporary = nil
      output = Output(descriptor: descriptor)
      return
    }
    // A link stays a link: what it leads to is replaced.
    let place = isThere ? WholeFile.resolved(path) : path
    let file = try UnfinishedFiles.make(for: place)
    if isThere { fchmod(file.descriptor, status.st_mode & 0o777) }
    self.path = place
    temporary = file.name
    output = Output(descriptor: file.descriptor)
  }

  /// Makes sure that everything is on the disk.
  func finish() throws(Diagnostic) {
    guard temporary == nil || fsync(output.descriptor) == 0 else {
      throw WholeFile.fault(path, Files.reason(errno))
    }
    guard close(output.descriptor) == 0 else { throw WholeFile.fault(path, Files.reason(errno)) }
  }

  /// Puts finished files in their places.
  static func keep(_ files: [WholeFile]) throws(Diagnostic) {
    try UnfinishedFiles.keep(
      files.compactMap { file in file.temporary.map { (name: $0, place: file.path) } })
  }

  /// Takes away what was written.
  func discard() {
    if let temporary { UnfinishedFiles.discard(temporary) }
  }

  /// Whether discarding it takes away all that was written.
  var isOrdinary: Bool { temporary != nil }

  private static func resolved(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  static func fault(_ path: String, _ reason: Text) -> Diagnostic {
    let isAnswer = path == "-"
    return Diagnostic(
      .output,
      Text(
        nl: "\(isAnswer ? "het antwoord" : "`\(path)`") kan niet worden geschreven: \(reason.nl)",
        en: "\(isAnswer ? "the answer" : "`\(path)`") cannot be written: \(reason.en)"),
      help: Text(
        nl: "maak ruimte of kies een andere bestemming",
        en: "make room or choose another destination"))
  }
}
