import Glibc

/// A program that is run to its end.
enum Subprocess {
  /// What the program that `arguments` call writes to standard output, or nil when it fails. What it says on standard error is shown only
  /// when asked for: mostly whoever calls it knows better what that means here.
  static func output(of arguments: [String], showsErrors: Bool = false) throws -> [UInt8]? {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw CommandFailure("cannot make a pipe: \(Descriptor.words(errno))") }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    if !showsErrors { unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
    unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
    unsafe posix_spawn_file_actions_addclose(&actions, ends[1])
    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process = pid_t()
    let status = unsafe posix_spawnp(&process, arguments[0], &actions, nil, &words, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard status == 0 else { throw CommandFailure("cannot run \(arguments[0]): \(Descriptor.words(status))") }
    let bytes: [UInt8]?
    do throws(ReadFailure) { bytes = try Descriptor(ends[0]).readAll(limit: 1 << 30) } catch {
      throw CommandFailure("cannot read from \(arguments[0]): \(error.message)")
    }
    var code: Int32 = 0
    while unsafe waitpid(process, &code, 0) < 0 && errno == EINTR {}
    return code == 0 ? bytes : nil
  }
}
