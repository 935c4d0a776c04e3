import Glibc

/// Bytes to be unpacked, in memory that stays where it is.
@safe
package final class PackedBytes: Sendable {
  nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
  /// The pages of a file that they lie in, or nil where the memory is theirs alone.
  nonisolated(unsafe) private let pages: UnsafeMutableRawBufferPointer?

  /// A copy of `bytes`.
  package init(_ bytes: [UInt8]) {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = unsafe memory.initialize(from: bytes)
    unsafe self.bytes = UnsafeBufferPointer(memory)
    unsafe pages = nil
  }

  /// What lies in `range` of an open file, which nobody may cut off as long as this lives; nil when it cannot be mapped. Nothing is copied: the
  /// pages of the file that the system holds already are read where they are.
  package init?(mapping file: Int32, _ range: Range<Int>) {
    guard !range.isEmpty else { return nil }
    let start = range.lowerBound / Int(getpagesize()) * Int(getpagesize())
    let memory = unsafe mmap(nil, range.upperBound - start, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, start)
    guard let memory = unsafe memory, unsafe memory != MAP_FAILED else { return nil }
    let pages = unsafe UnsafeMutableRawBufferPointer(start: memory, count: range.upperBound - start)
    unsafe self.pages = pages
    unsafe bytes = UnsafeBufferPointer(
      start: (memory + (range.lowerBound - start)).assumingMemoryBound(to: UInt8.self), count: range.count)
  }

  deinit {
    if let pages = unsafe pages {
      unsafe munmap(pages.baseAddress, pages.count)
    } else {
      unsafe bytes.deallocate()
    }
  }
}
