import RoutingCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files, as the system knows them.
enum Descriptor {
  /// A file that could not be opened or read.
  struct Unreadable: Error, CustomStringConvertible {
    let path: String
    var description: String { "cannot read \(path)" }
  }

  /// Opens a file for reading; standard input for `-`.
  static func open(_ path: String) throws(Unreadable) -> Int32 {
    if path == "-" { return 0 }
    #if canImport(Glibc)
      let descriptor = Glibc.open(path, O_RDONLY)
    #else
      let descriptor = Darwin.open(path, O_RDONLY)
    #endif
    if descriptor < 0 { throw Unreadable(path: path) }
    return descriptor
  }

  /// Reads some bytes: how many, 0 at the end, less when that failed.
  static func read(_ descriptor: Int32, _ memory: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, memory.baseAddress, memory.count)
      #else
        let count = Darwin.read(descriptor, memory.baseAddress, memory.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// Writes bytes; false when that failed.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      #if canImport(Glibc)
        let count = Glibc.write(
          descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      #else
        let count = Darwin.write(
          descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      #endif
      if count < 0, errno == EINTR { continue }
      if count < 0 { return false }
      written += count
    }
    return true
  }

  /// Writes a text; false when that failed.
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  /// All bytes of a file.
  static func bytes(of path: String) throws(Unreadable) -> [UInt8] {
    let descriptor = try open(path)
    defer { close(descriptor) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0) }
      if count < 0 { throw Unreadable(path: path) }
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }

  /// The rule files below a folder, worked cases left out.
  static func rules(in folder: String) throws(Unreadable) -> [SourceFile] {
    var files: [SourceFile] = []
    for name in try names(in: folder) {
      if name.hasSuffix(".json") {
        files.append(SourceFile(path: name, bytes: try bytes(of: "\(folder)/\(name)")))
      } else if let children = try? names(in: "\(folder)/\(name)") {
        for child in children where child.hasSuffix(".json") {
          let path = "\(name)/\(child)"
          files.append(SourceFile(path: path, bytes: try bytes(of: "\(folder)/\(path)")))
        }
      }
    }
    return files
  }

  private static func names(in folder: String) throws(Unreadable) -> [String] {
    guard let stream = opendir(folder) else { throw Unreadable(path: folder) }
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
}
