import RoutingCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads files, and nothing but ordinary files of a bearable size.
enum Files {
  /// The most a file may hold: 16 MiB.
  static let sizeLimit = 16 * 1024 * 1024

  /// Reads a file, or standard input when the path is `-`.
  static func read(_ path: String) throws(Diagnostic) -> SourceFile {
    if path == "-" { return SourceFile(path: "-", bytes: try bytes(of: 0, path)) }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(path, reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw unreadable(path, reason(errno))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw Diagnostic(
        .unreadable, Text(nl: "`\(path)` is een map", en: "`\(path)` is a folder"),
        help: Text(nl: "geef een bestand", en: "give a file"))
    default:
      throw Diagnostic(
        .unreadable,
        Text(nl: "`\(path)` is geen gewoon bestand", en: "`\(path)` is no ordinary file"),
        help: Text(
          nl: "geef een bestand, of - voor de standaardinvoer",
          en: "give a file, or - for standard input"))
    }
    return SourceFile(path: path, bytes: try bytes(of: descriptor, path))
  }

  private static func bytes(of descriptor: Int32, _ path: String) throws(Diagnostic) -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(path, reason(errno))
      }
      result.append(contentsOf: buffer[..<count])
      if result.count > sizeLimit {
        throw tooLarge(path)
      }
    }
    return result
  }

  /// The rule files below a folder, worked cases left out: they prove the rules and decide nothing.
  static func rules(in folder: String) throws(Diagnostic) -> [SourceFile] {
    try texts(in: folder) { folders in !folders.contains("cases") }
  }

  /// The worked cases beside the rules below a folder; the profiles among them are none.
  static func cases(in folder: String) throws(Diagnostic) -> [SourceFile] {
    try texts(in: folder) { folders in folders.contains("cases") && folders.last != "profiles" }
  }

  /// The JSON files below a folder, where the folders they stand in are as wanted.
  private static func texts(in folder: String, where isWanted: ([Substring]) -> Bool)
    throws(Diagnostic) -> [SourceFile]
  {
    var files: [SourceFile] = []
    var pending = [""]
    var size = 0
    while let path = pending.popLast() {
      let isRead = isWanted(path.split(separator: "/"))
      for name in try names(in: path.isEmpty ? folder : "\(folder)/\(path)") {
        let child = path.isEmpty ? name : "\(path)/\(name)"
        if name.hasSuffix(".json") {
          guard isRead else { continue }
          files.append(SourceFile(path: child, bytes: try read("\(folder)/\(child)").bytes))
          size += files.last?.bytes.count ?? 0
          if size > sizeLimit { throw tooLarge(folder) }
        } else if isFolder("\(folder)/\(child)") {
          pending.append(child)
        }
      }
    }
    return files
  }

  private static func names(in folder: String) throws(Diagnostic) -> [String] {
    guard let stream = opendir(folder) else {
      throw unreadable(folder, reason(errno))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    // A link could lead back to where it stands: folders are followed, links to folders are not.
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func tooLarge(_ path: String) -> Diagnostic {
    Diagnostic(
      .unreadable, Text(nl: "`\(path)` is te groot", en: "`\(path)` is too large"),
      help: Text(nl: "hooguit 16 MiB", en: "16 MiB at most"))
  }

  /// What the system says went wrong, in both languages for the usual causes.
  static func reason(_ code: Int32) -> Text {
    switch code {
    case ENOENT: Text(nl: "bestaat niet", en: "does not exist")
    case EACCES, EPERM: Text(nl: "geen toegang", en: "no permission")
    case ENOSPC: Text(nl: "de schijf is vol", en: "the disk is full")
    case EBADF: Text(nl: "de uitvoer is gesloten", en: "the output is closed")
    case EFBIG: Text(nl: "het bestand wordt te groot", en: "the file becomes too large")
    case ENOTDIR: Text(nl: "is geen map", en: "is no folder")
    case EEXIST: Text(nl: "bestaat al", en: "exists already")
    case EISDIR: Text(nl: "is een map", en: "is a folder")
    case ENAMETOOLONG: Text(nl: "de naam is te lang", en: "the name is too long")
    case EROFS:
      Text(nl: "hier kan alleen worden gelezen", en: "this place can only be read")
    case EIO: Text(nl: "het apparaat hapert", en: "the device fails")
    case ELOOP: Text(nl: "een link die naar zichzelf verwijst", en: "a link that leads to itself")
    default: Text(String(cString: strerror(code)))
    }
  }

  private static func unreadable(_ path: String, _ reason: Text) -> Diagnostic {
    Diagnostic(
      .unreadable,
      Text(
        nl: "`\(path)` kan niet worden gelezen: \(reason.nl)",
        en: "`\(path)` cannot be read: \(reason.en)"),
      help: Text(nl: "kijk de naam en de rechten na", en: "check the name and the permissions"))
  }
}
