#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Turns chunks of an input into chunks of an output; one for every thread.
public protocol ChunkWorker: AnyObject {
  /// Adds to the output what some lines come to.
  func work(on chunk: Chunk, into output: ByteSink)
}

/// Runs an input of lines through workers on several threads, in constant memory.
///
/// What comes out is the same, byte for byte, however many threads there are: answers wait until all
/// before them are written, while whoever found them goes on with the next chunk.
public final class Pipeline: @unchecked Sendable {
  /// How a run ended.
  public enum Ending: Sendable {
    /// Everything was read and written.
    case finished
    /// The input could not be read.
    case readingFailed
    /// The output could not be written.
    case writingFailed
  }

  private let source: ChunkSource
  private let write: (UnsafeRawBufferPointer) -> Bool
  private let reading = Monitor()
  private let writing = Monitor()
  private var chunks = 0
  private var written = 0
  private var hasFailed = false
  /// Answers that wait for their turn, by the number of their chunk, and memory for further ones.
  private var waiting: [Int: ByteSink] = [:]
  private var spare: [ByteSink] = []
  private var isWriting = false
  /// More chunks than this never wait.
  private var mostWaiting = 0

  /// - Parameters:
  ///   - read: reads some bytes into memory: how many, 0 at the end, less when that failed.
  ///   - write: writes bytes; false when that failed.
  public init(
    reading read: @escaping (UnsafeMutableRawBufferPointer) -> Int,
    writing write: @escaping (UnsafeRawBufferPointer) -> Bool
  ) {
    source = ChunkSource(read)
    self.write = write
  }

  /// Runs everything through workers, each on a thread of its own; one works on the thread that calls.
  public func run(_ workers: [any ChunkWorker]) -> Ending {
    mostWaiting = 2 * workers.count
    var threads: [pthread_t] = []
    for worker in workers.dropFirst() {
      if let thread = Pipeline.thread(PipelineTask(self, worker)) { threads.append(thread) }
    }
    if let first = workers.first { loop(first) }
    for thread in threads { pthread_join(thread, nil) }
    if source.hasFailed { return .readingFailed }
    return hasFailed ? .writingFailed : .finished
  }

  private static func thread(_ task: PipelineTask) -> pthread_t? {
    let context = Unmanaged.passRetained(task).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
      let result = pthread_create(
        &thread, nil,
        { context in
          PipelineTask.run(context)
          return nil
        }, context)
    #else
      var thread = pthread_t()
      let result = pthread_create(
        &thread, nil,
        { context in
          if let context { PipelineTask.run(context) }
          return nil
        }, context)
    #endif
    if result == 0 { return thread }
    // The other threads do the work.
    Unmanaged<PipelineTask>.fromOpaque(context).release()
    return nil
  }

  fileprivate func loop(_ worker: any ChunkWorker) {
    let memory = ChunkMemory()
    var output = ByteSink(capacity: ChunkMemory.size)
    while true {
      reading.lock()
      let number = chunks
      let chunk = hasFailed ? nil : source.next(into: memory)
      if chunk != nil { chunks += 1 }
      reading.unlock()
      guard let chunk else { return }
      output.clear()
      worker.work(on: chunk, into: output)
      output = hand(over: output, number)
    }
  }

  /// Takes over the answers to a chunk, writes what can be written, and gives memory for other answers.
  private func hand(over output: ByteSink, _ number: Int) -> ByteSink {
    writing.lock()
    defer { writing.unlock() }
    // Whoever is next never waits, so that the others do not wait for ever.
    while number != written, waiting.count >= mostWaiting { writing.wait() }
    waiting[number] = output
    while !isWriting, let next = waiting.removeValue(forKey: written) {
      isWriting = true
      writing.unlock()
      let isWritten = hasFailed || next.count == 0 || write(next.bytes)
      writing.lock()
      if !isWritten { hasFailed = true }
      spare.append(next)
      isWriting = false
      written += 1
      writing.wakeAll()
    }
    return spare.popLast() ?? ByteSink(capacity: ChunkMemory.size)
  }
}

/// What a thread is given to do.
private final class PipelineTask {
  private let pipeline: Pipeline
  private let worker: any ChunkWorker

  init(_ pipeline: Pipeline, _ worker: any ChunkWorker) {
    self.pipeline = pipeline
    self.worker = worker
  }

  /// Does it, and lets go of it.
  static func run(_ context: UnsafeMutableRawPointer) {
    let task = Unmanaged<PipelineTask>.fromOpaque(context).takeRetainedValue()
    task.pipeline.loop(task.worker)
  }
}

/// A lock with a bell.
private final class Monitor {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let bell = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    mutex.initialize(to: pthread_mutex_t())
    bell.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(bell, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(bell)
    mutex.deallocate()
    bell.deallocate()
  }

  func lock() { pthread_mutex_lock(mutex) }
  func unlock() { pthread_mutex_unlock(mutex) }
  func wait() { pthread_cond_wait(bell, mutex) }
  func wakeAll() { pthread_cond_broadcast(bell) }
}
