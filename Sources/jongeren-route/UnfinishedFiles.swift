import RoutingCore
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files that are not whole yet, and that no interruption leaves behind.
///
/// A thread of its own waits for interruptions, so that one is obeyed at once, whatever the others
/// wait for. All that happens to names happens one after the other: an interruption finds a file
/// either listed here or in its place.
enum UnfinishedFiles {
  private static let names = Mutex<[String]>([])
  /// As many names are tried before giving up.
  private static let mostTries = 1000

  /// Makes an empty file under a name of its own, to take a place in the same folder.
  static func make(for place: String) throws(Diagnostic) -> (name: String, descriptor: Int32) {
    let folder = FileIdentity.folder(of: place)
    return try names.withLock { names throws(Diagnostic) in
      // Another run may have left its file behind under the same number.
      for attempt in 0..<mostTries {
        let name = "\(folder)\(JongerenRoute.name).\(getpid()).\(attempt).tmp"
        let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor >= 0 {
          names.append(name)
          return (name, descriptor)
        }
        if errno != EEXIST { throw WholeFile.fault(place, Files.reason(errno)) }
      }
      throw WholeFile.fault(place, Files.reason(EEXIST))
    }
  }

  /// Takes one away.
  static func discard(_ name: String) {
    names.withLock { names in
      guard let place = names.firstIndex(of: name) else { return }
      names.remove(at: place)
      unlink(name)
    }
  }

  /// Puts finished files in their places, all of them before an interruption is obeyed.
  static func keep(_ files: [(name: String, place: String)]) throws(Diagnostic) {
    try names.withLock { names throws(Diagnostic) in
      for file in files {
        guard rename(file.name, file.place) == 0 else {
          throw WholeFile.fault(file.place, Files.reason(errno))
        }
        names.removeAll { $0 == file.name }
      }
    }
  }

  /// From now on interruptions take away what is not whole before they end the program.
  ///
  /// To be called before there are other threads: they pass over interruptions as this one does.
  /// The first process of a container, which no signal ends by itself, can be interrupted as well.
  static func guardAgainstInterruption() {
    let signals = UnsafeMutablePointer<sigset_t>.allocate(capacity: 1)
    sigemptyset(signals)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      let before = signal(number, SIG_DFL)
      // Who started the program may want it to go on (`nohup`).
      if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      } else {
        sigaddset(signals, number)
      }
    }
    pthread_sigmask(SIG_BLOCK, signals, nil)
    #if canImport(Darwin)
      var thread: pthread_t?
      let result = pthread_create(
        &thread, nil, { context in UnfinishedFiles.awaitInterruption(context) }, signals)
    #else
      var thread = pthread_t()
      let result = pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          UnfinishedFiles.awaitInterruption(context)
        }, signals)
    #endif
    // Rather a file left behind than a program that cannot be stopped.
    if result != 0 { pthread_sigmask(SIG_UNBLOCK, signals, nil) }
  }

  private static func awaitInterruption(_ context: UnsafeMutableRawPointer) -> Never {
    let signals = context.assumingMemoryBound(to: sigset_t.self)
    var number: Int32 = 0
    while sigwait(signals, &number) != 0 {}
    names.withLock { names -> Void in
      for name in names { unlink(name) }
      signal(number, SIG_DFL)
      pthread_sigmask(SIG_UNBLOCK, signals, nil)
      raise(number)
      // What the signal did not end.
      _exit(128 + number)
    }
    _exit(128 + number)
  }
}
