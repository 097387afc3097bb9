/// A text with its name: where a rule, a profile or a contact list was read from.
///
/// A class, so that handing it on does not copy it; it never changes.
public final class SourceFile: Sendable {
  /// The path as people know it.
  public let path: String
  /// The bytes, as read.
  public let bytes: [UInt8]
  /// The number of the line it is, when it was taken out of a longer text.
  public let line: Int?

  /// A text with its name.
  ///
  /// - Parameter line: the number of the line it is, when it was taken out of a longer text.
  public init(path: String, bytes: [UInt8], line: Int? = nil) {
    self.path = path
    self.bytes = bytes
    self.line = line
  }

  /// A text with its name.
  public convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Line and column of a byte offset, both from 1, or from the line it is; columns count Unicode scalars.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    var line = self.line ?? 1
    var column = 1
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var place = start
    while place < min(offset, bytes.count) {
      let byte = bytes[place]
      let isLoneReturn =
        self.line == nil && byte == 0x0D && (place + 1 == bytes.count || bytes[place + 1] != 0x0A)
      if byte == 0x0A || isLoneReturn {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      place += 1
    }
    return (line, column)
  }
}

/// A stretch of a text: where something stands.
public struct SourceSpan: Sendable {
  /// The text it stands in.
  public let file: SourceFile
  /// The bytes it covers.
  public let range: Range<Int>

  /// A stretch of a text.
  public init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
  }

  /// Line and column of its start, both from 1.
  public var position: (line: Int, column: Int) { file.position(at: range.lowerBound) }
}
