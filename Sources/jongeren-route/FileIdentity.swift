import RoutingCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which file a path or a descriptor stands for, whatever it is called.
struct FileIdentity: Equatable {
  private let device: UInt64
  private let number: UInt64
  /// Its name in a folder as long as there is no file; the numbers are those of the folder then.
  private let name: String

  private init(_ status: stat, _ name: String = "") {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    self.name = name
  }

  /// Nil unless it is an ordinary file or a pipe: writing to a device takes nothing away.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, FileIdentity.matters(status) else { return nil }
    self.init(status)
  }

  /// Nil unless it is an ordinary file or a pipe, or a place where a file can be made.
  init?(path: String) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard FileIdentity.matters(status) else { return nil }
      self.init(status)
      return
    }
    let folder = FileIdentity.folder(of: path)
    guard stat(folder.isEmpty ? "." : folder, &status) == 0 else { return nil }
    self.init(status, String(path.dropFirst(folder.count)))
  }

  private static func matters(_ status: stat) -> Bool {
    [S_IFREG, S_IFIFO].contains(status.st_mode & S_IFMT)
  }

  /// What stands before the name in a path, the last slash included.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Refuses outputs that would take each other's place, or that of the list.
  static func check(_ source: CaseloadFile, _ options: Options) throws(Diagnostic) {
    let output = options.output.map(FileIdentity.init(path:)) ?? FileIdentity(descriptor: 1)
    let rejects = options.rejects.flatMap(FileIdentity.init(path:))
    let outputName =
      options.output == nil ? Text(nl: "de uitvoer", en: "the output") : Text("--output")
    if let output, output == rejects {
      throw clash(outputName, Text("--rejects"))
    }
    guard let list = source.identity else { return }
    let listName = Text(nl: "de lijst", en: "the list")
    if output == list { throw clash(outputName, listName) }
    if rejects == list { throw clash(Text("--rejects"), listName) }
  }

  private static func clash(_ first: Text, _ second: Text) -> Diagnostic {
    Diagnostic(
      .usage,
      Text(
        nl: "\(first.nl) en \(second.nl) zijn hetzelfde bestand",
        en: "\(first.en) and \(second.en) are the same file"),
      help: Text(nl: "geef een ander bestand", en: "give another file"))
  }
}
