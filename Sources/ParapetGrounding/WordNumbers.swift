/// Words as small numbers, given in the order in which the words are met.
struct WordNumbers {
  /// The words by their numbers; the lowest bit of each tells whether it is a common one, as in `StemSet`.
  private(set) var words: [UInt64] = []
  /// For stems, as they are read, the number of the word and one more; nought where there is none, less than nought for a word that
  /// tells nothing.
  private var slots: [(stem: UInt64, number: Int32)]

  init(room: Int) {
    var size = 256
    while size < room * 2 { size *= 2 }
    slots = Array(repeating: (0, 0), count: size)
    words.reserveCapacity(room)
  }

  private var used = 0

  /// The number of a word; less than nought for one that tells nothing.
  @inline(__always) mutating func number(of stem: UInt64) -> Int32 {
    let first = slots[place(stem)]
    if first.number != 0, first.stem == stem { return first.number &- 1 }
    return lookUp(stem)
  }

  private mutating func lookUp(_ stem: UInt64) -> Int32 {
    var slot = place(stem)
    while slots[slot].number != 0 {
      if slots[slot].stem == stem { return slots[slot].number - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(stem, slot)
  }

  @inline(__always) private func place(_ stem: UInt64) -> Int { Int(truncatingIfNeeded: stem >> 20) & (slots.count - 1) }

  private mutating func add(_ stem: UInt64, _ slot: Int) -> Int32 {
    guard used * 2 < slots.count else {
      grow()
      return number(of: stem)
    }
    used += 1
    let number: Int32
    // A stem and its neighbour of the lowest bit may be one word.
    if let word = Stems.word(stem) {
      number = known(word) ?? Int32(words.count)
      if Int(number) == words.count { words.append(word) }
    } else {
      number = -2
    }
    slots[slot] = (stem, number + 1)
    return number
  }

  /// The number of a word that was met as the other stem that comes to it.
  private func known(_ word: UInt64) -> Int32? {
    known(word, as: word & ~1) ?? known(word, as: word | 1)
  }

  private func known(_ word: UInt64, as stem: UInt64) -> Int32? {
    var slot = place(stem)
    while slots[slot].number != 0 {
      if slots[slot].stem == stem {
        let number = slots[slot].number - 1
        return number >= 0 && words[Int(number)] == word ? number : nil
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0), count: old.count * 2)
    for entry in old where entry.number != 0 {
      var slot = place(entry.stem)
      while slots[slot].number != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}
