import Foundation

/// What a run of the command left behind.
struct Finished {
  let output: Data
  let error: String
  let code: Int32

  /// Standard output as lines, without the last line feed.
  var lines: [String] {
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Standard output.
  var text: String { String(decoding: output, as: UTF8.self) }
}

/// The built command, run as a process of its own.
enum Command {
  /// The binary beside the test bundle.
  static let url = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent(
    "parapet")

  /// Runs `parapet` with `arguments` and waits for its end.
  ///
  /// The test rules judge unless `rules` is nil; nothing else of the test's environment reaches the process.
  static func run(
    _ arguments: String..., input: Data = Data(), rules: URL? = Sandbox.rules, environment: [String: String] = [:], in folder: URL? = nil
  ) throws -> Finished {
    try run(arguments, input: input, rules: rules, environment: environment, in: folder)
  }

  /// The same, with the arguments in a list.
  static func run(
    _ arguments: [String], input: Data = Data(), rules: URL? = Sandbox.rules, environment: [String: String] = [:], in folder: URL? = nil
  ) throws -> Finished {
    try finish(process(url.path, arguments, rules: rules, environment: environment, in: folder), input: input)
  }

  /// Runs a bash script in which `$parapet` is the command.
  static func shell(_ script: String, input: Data = Data(), in folder: URL? = nil) throws -> Finished {
    try finish(process("/bin/bash", ["-c", script], rules: Sandbox.rules, environment: ["parapet": url.path], in: folder), input: input)
  }

  /// Runs another program, in an environment of its own.
  static func program(_ path: String, _ arguments: [String], environment: [String: String], in folder: URL) throws -> Finished {
    try finish(process(path, arguments, rules: nil, environment: environment, in: folder), input: Data())
  }

  /// A process that has not been started.
  static func process(
    _ path: String, _ arguments: [String], rules: URL?, environment: [String: String] = [:], in folder: URL? = nil
  ) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    if let rules { process.environment?["PARAPET_RULES"] = rules.path }
    process.currentDirectoryURL = folder ?? Sandbox.empty
    return process
  }

  private static func finish(_ process: Process, input: Data) throws -> Finished {
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (stdin, stdout, stderr)
    try process.run()
    let writer = Thread {
      blockBrokenPipes()
      try? stdin.fileHandleForWriting.write(contentsOf: input)
      try? stdin.fileHandleForWriting.close()
    }
    writer.start()
    let errors = Reading(stderr.fileHandleForReading)
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Finished(output: output, error: String(decoding: errors.wait(), as: UTF8.self), code: process.terminationStatus)
  }
}

/// Makes the writes of this thread to a process that has ended fail, instead of ending the tests.
private func blockBrokenPipes() {
  var signals = sigset_t()
  unsafe sigemptyset(&signals)
  unsafe sigaddset(&signals, SIGPIPE)
  _ = unsafe pthread_sigmask(Int32(SIG_BLOCK), &signals, nil)
}

/// Reads one pipe to its end beside another.
private final class Reading: @unchecked Sendable {
  // Written by one thread before the semaphore is signalled, read by another afterwards.
  private var data = Data()
  private let done = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    Thread {
      self.data = handle.readDataToEndOfFile()
      self.done.signal()
    }.start()
  }

  func wait() -> Data {
    done.wait()
    return data
  }
}

/// A command that is spoken with line by line.
final class Conversation {
  private let process: Process
  private let stdin = Pipe()
  private let stdout = Pipe()
  private var received = Data()

  init(_ arguments: String...) throws {
    process = Command.process(Command.url.path, arguments, rules: Sandbox.rules)
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Writes `text` and leaves the pipe open.
  func say(_ text: String) throws { try stdin.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }

  /// Writes `text` many times, on a thread of its own: nobody may be reading.
  func sayBeside(_ text: String, times: Int = 1) -> Thread {
    let pipe = stdin
    let thread = Thread {
      blockBrokenPipes()
      for _ in 0..<times { try? pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }
    }
    thread.start()
    return thread
  }

  /// The next line, or nil when there is none within `seconds`.
  func hear(within seconds: Double = 20) -> String? {
    let deadline = Date().addingTimeInterval(seconds)
    while true {
      if let end = received.firstIndex(of: 10) {
        let line = String(decoding: received[received.startIndex..<end], as: UTF8.self)
        received = Data(received[(end + 1)...])
        return line
      }
      var ready = pollfd(fd: stdout.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&ready, 1, Int32(max(0, deadline.timeIntervalSinceNow * 1000))) > 0 else { return nil }
      let more = stdout.fileHandleForReading.availableData
      guard !more.isEmpty else { return nil }
      received += more
    }
  }

  /// The most memory the process has used so far, in bytes.
  var peakMemory: Int? {
    let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").compactMap { Int($0) }.first.map { $0 * 1024 }
  }

  /// Sends SIGTERM and gives the exit code.
  func terminate() -> Int32 {
    process.terminate()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Sends SIGKILL and gives the signal that ended the process.
  func kill() -> Int32 {
    _ = Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Ends the input and gives what is still said, and the exit code.
  func end() throws -> (rest: String, code: Int32) {
    try stdin.fileHandleForWriting.close()
    let rest = received + stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: rest, as: UTF8.self), process.terminationStatus)
  }
}
