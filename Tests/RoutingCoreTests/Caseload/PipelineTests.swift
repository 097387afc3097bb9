import Testing

@testable import RoutingCore

/// What goes through a pipeline comes out whole and in order.
struct PipelineTests {
  /// Writes every line again with its number before it.
  private final class Numbering: ChunkWorker {
    func work(on chunk: Chunk, into output: ByteSink) {
      chunk.visitLines { place, line in
        var end = place
        while end.pointee != 0x0A { end += 1 }
        output.append(text: "\(line) ")
        output.append(place, end - place + 1)
        place = end + 1
      }
    }
  }

  /// Runs a text through numbering workers; it is read in pieces of random sizes.
  private func numbered(_ text: [UInt8], threads: Int, seed: UInt64) -> [UInt8] {
    var random = Seeded(seed: seed)
    var place = 0
    var result: [UInt8] = []
    let pipeline = Pipeline(
      reading: { memory in
        let count = min(memory.count, 1 + random.below(100_000), text.count - place)
        text.withUnsafeBytes {
          memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[place..<(place + count)]))
        }
        place += count
        return count
      },
      writing: {
        result += $0
        return true
      })
    let ending = pipeline.run((0..<threads).map { _ in Numbering() })
    #expect(ending == .finished)
    return result
  }

  @Test(arguments: [1, 2, 5]) func `every line comes out once, with its number`(threads: Int) {
    var random = Seeded(seed: 9)
    var text: [UInt8] = []
    var expected: [UInt8] = []
    for line in 1...20_000 {
      // Some lines are longer than a chunk, some empty.
      let length = line == 7000 ? 700_000 : random.below(80)
      let bytes = [UInt8](repeating: UInt8(0x41 + line % 26), count: length) + [0x0A]
      text += bytes
      expected += Array("\(line) ".utf8) + bytes
    }
    #expect(numbered(text, threads: threads, seed: 1) == expected)
    // The last line may lack its end.
    #expect(numbered(text.dropLast(), threads: threads, seed: 2) == expected)
    #expect(numbered([], threads: threads, seed: 3) == [])
  }

  @Test func `what cannot be read or written is told`() {
    let unread = Pipeline(reading: { _ in -1 }, writing: { _ in true })
    #expect(unread.run([Numbering()]) == .readingFailed)
    var isRead = false
    let unwritten = Pipeline(
      reading: { memory in
        if isRead { return 0 }
        isRead = true
        memory.copyBytes(from: [0x41, 0x0A])
        return 2
      }, writing: { _ in false })
    #expect(unwritten.run([Numbering()]) == .writingFailed)
  }
}
