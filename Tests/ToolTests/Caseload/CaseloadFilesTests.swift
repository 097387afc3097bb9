import Foundation
import Testing

@testable import jongeren_route

/// Files are written whole or not at all, and never over what is being read.
struct CaseloadFilesTests {
  @Test func `progress is shown on a terminal of its own only`() throws {
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    let file = open("/dev/null", O_WRONLY)
    defer {
      close(terminal)
      close(file)
    }
    try #require(isatty(terminal) == 1)
    #expect(Progress.isWanted(on: terminal, rows: nil))
    #expect(Progress.isWanted(on: terminal, rows: file))
    #expect(!Progress.isWanted(on: terminal, rows: terminal))
    #expect(!Progress.isWanted(on: file, rows: nil))
  }
}
