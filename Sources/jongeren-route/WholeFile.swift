import RoutingCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is written whole or not at all: until it is kept, it stands beside its place under
/// another name.
final class WholeFile {
  private let path: String
  /// Its name until it is kept; nil when it is no ordinary file, and written as it is.
  private let temporary: String?
  /// Where to write.
  let output: Output

  init(_ path: String) throws(Diagnostic) {
    var status = stat()
    let isThere = stat(path, &status) == 0
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
    let name = "\(place).\(getpid()).tmp"
    let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw WholeFile.fault(path, Files.reason(errno)) }
    if isThere { fchmod(descriptor, status.st_mode & 0o777) }
    self.path = place
    temporary = name
    output = Output(descriptor: descriptor)
  }

  /// Makes sure that everything is on the disk.
  func finish() throws(Diagnostic) {
    guard temporary == nil || fsync(output.descriptor) == 0 else {
      throw WholeFile.fault(path, Files.reason(errno))
    }
    guard close(output.descriptor) == 0 else { throw WholeFile.fault(path, Files.reason(errno)) }
  }

  /// Puts a finished file in its place.
  func keep() throws(Diagnostic) {
    guard let temporary else { return }
    guard rename(temporary, path) == 0 else {
      throw WholeFile.fault(path, Files.reason(errno))
    }
  }

  /// Takes away what was written.
  func discard() {
    if let temporary { unlink(temporary) }
  }

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

/// Keeps interruptions waiting while there are files that are not whole.
struct Interruption {
  private var signals = sigset_t()

  /// Keeps them waiting from now on, in this thread and those it makes.
  init() {
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Whether one is waiting.
  static var isWaiting: Bool {
    var pending = sigset_t()
    sigemptyset(&pending)
    sigpending(&pending)
    return [SIGINT, SIGTERM, SIGHUP].contains { sigismember(&pending, $0) == 1 }
  }

  /// Lets the one that waits end the program.
  mutating func release() { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
}
