import ParapetEntity

/// Makes values that look like others and belong to nobody.
///
/// A synthetic value has the shape of its model: a digit for each digit, a letter of the same case for each letter, everything else as
/// it was. Where a validator is named the value passes it too, so that a rule treats it as it treated the model.
struct SyntheticValue {
  private var random: SplitMix64

  /// Values from `seed`: the same seed gives the same values.
  init(seed: UInt64) { random = SplitMix64(state: seed) }

  /// How often a change may be tried before it is left alone.
  private static let tries = 600
  /// After how many places that cannot be changed, and none that can, the value is given up.
  private static let hopeless = 6

  /// A value like `model` that `validator` accepts, or nil when none was found that differs in at least half of its digits and letters.
  /// The first `kept` of them stay: a prefix says which kind of number it is, and belongs to many.
  mutating func value(like model: String, passing validator: Validator?, keeping kept: Int) -> String? {
    if let name = name(like: model) { return name }
    let original = Array(model.utf8)
    if let validator, validator.checksHash(of: original) { return nil }
    var value = original
    let places = Array(value.indices.filter { SyntheticValue.isAlphanumeric(value[$0]) }.dropFirst(kept))
    guard !places.isEmpty else { return nil }
    guard let validator else {
      for place in places { value[place] = other(than: value[place]) }
      return String(decoding: value, as: UTF8.self)
    }
    var failures = 0
    for place in places {
      if let changed = change(value, at: place, among: places, passing: validator) {
        value = changed
      } else {
        failures += 1
        // Half of them must differ; and where the first few all fail the check is a hash, which no search will meet.
        if failures * 2 > places.count || (failures == SyntheticValue.hopeless && value == original) { return nil }
      }
    }
    let differing = places.count { value[$0] != original[$0] }
    return differing * 2 >= places.count ? String(decoding: value, as: UTF8.self) : nil
  }

  /// Another personal name in Han characters, for two to four of them; nil for anything else.
  private mutating func name(like model: String) -> String? {
    let scalars = Array(model.unicodeScalars)
    guard (2...4).contains(scalars.count), scalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }) else { return nil }
    let (surnames, given) = (Array("王李张刘陈杨赵黄周吴"), Array("伟芳娜敏静强磊军洋艳"))
    var name = String(surnames[Int(random.next(below: UInt64(surnames.count)))])
    for _ in scalars.dropFirst() { name.append(given[Int(random.next(below: UInt64(given.count)))]) }
    return name
  }

  /// `value` with another character at `place`, and where the check demands it with other characters behind; nil when nothing passes.
  private mutating func change(_ value: [UInt8], at place: Int, among places: [Int], passing validator: Validator) -> [UInt8]? {
    let later = places.filter { $0 != place }.suffix(4)
    for attempt in 0..<SyntheticValue.tries {
      var changed = value
      changed[place] = other(than: value[place])
      if attempt > 0, let last = later.last { changed[last] = checkCharacter(like: value[last]) }
      if attempt > 40 { for place in later.dropLast() { changed[place] = other(than: value[place]) } }
      if validator.accepts(changed[...]) { return changed }
    }
    return nil
  }

  private mutating func other(than byte: UInt8) -> UInt8 {
    let (first, count) = SyntheticValue.alphabet(of: byte)
    guard count > 1 else { return byte }
    let step = UInt8(random.next(below: UInt64(count - 1))) + 1
    return first + (byte - first + step) % count
  }

  /// A digit, or the X that stands for ten in some check digits.
  private mutating func checkCharacter(like byte: UInt8) -> UInt8 {
    let isNumeric = (48...57).contains(byte) || byte == UInt8(ascii: "X") || byte == UInt8(ascii: "x")
    guard isNumeric else { return other(than: byte) }
    let number = UInt8(random.next(below: 11))
    return number == 10 ? UInt8(ascii: "X") : 48 + number
  }

  private static func alphabet(of byte: UInt8) -> (first: UInt8, count: UInt8) {
    switch byte {
    case 48...57: (48, 10)
    case 65...90: (65, 26)
    case 97...122: (97, 26)
    default: (byte, 1)
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool { alphabet(of: byte).count > 1 }
}

/// A small generator with a fixed course.
///
/// - Source: Steele, Lea, Flood: Fast splittable pseudorandom number generators (OOPSLA 2014), the mixer of SplitMix64.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func next(below bound: UInt64) -> UInt64 { next() % bound }
}
