#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes to a file descriptor and says honestly whether it worked.
///
/// `print` loses everything on a full disk and reports success.
struct Output {
  /// How writing ended.
  enum Outcome: Equatable {
    /// Everything was written.
    case written
    /// The reader went away; nobody is waiting for the rest.
    case closed
    /// It could not be written, with the system's error number.
    case failed(Int32)
  }

  let descriptor: Int32

  static let standardOutput = Output(descriptor: 1)
  static let standardError = Output(descriptor: 2)

  /// Makes sure that the first three descriptors are taken and that a closed pipe is no signal.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      // Read-only: writing to it fails and is reported.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Writes a whole text.
  func write(_ text: String) -> Outcome {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes bytes, all of them.
  func write(_ bytes: UnsafeRawBufferPointer) -> Outcome {
    var written = 0
    while written < bytes.count {
      let count = systemWrite(
        descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      if count > 0 {
        written += count
      } else if count < 0, errno == EPIPE {
        return .closed
      } else if count < 0, errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if count < 0, errno != EINTR {
        return .failed(errno)
      }
    }
    return .written
  }

  private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, start, count)
    #else
      Darwin.write(descriptor, start, count)
    #endif
  }
}
