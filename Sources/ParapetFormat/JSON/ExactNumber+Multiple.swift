extension ExactNumber {
  /// The most digits that a divisor may have: dividing takes time in proportion.
  static let longestDivisor = 1_000

  /// Whether this is a whole multiple of `divisor`, which is not zero.
  ///
  /// - Complexity: the digits of this, times the digits of `divisor`.
  func isMultiple(of divisor: ExactNumber) -> Bool {
    if isZero { return true }
    guard !divisor.isZero else { return false }
    let shift = (point - digits.count) - (divisor.point - divisor.digits.count)
    // The digits end in no zero, so dividing them by ten leaves a remainder.
    if shift < 0 { return false }
    if let modulus = divisor.significand { return rest(by: modulus, shiftedBy: shift) == 0 }
    return rest(by: LongInteger(divisor.digits), shiftedBy: shift).isZero
  }

  /// The digits as one whole number, or nil when they do not fit.
  private var significand: UInt64? {
    var value: UInt64 = 0
    for digit in digits {
      let (product, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, carried) = product.addingReportingOverflow(UInt64(digit))
      if over || carried { return nil }
      value = sum
    }
    return value
  }

  /// What is left of the digits, times a power of ten, by `modulus`.
  private func rest(by modulus: UInt64, shiftedBy shift: Int) -> UInt64 {
    func product(_ a: UInt64, _ b: UInt64) -> UInt64 { modulus.dividingFullWidth(a.multipliedFullWidth(by: b)).remainder }
    var rest: UInt64 = 0
    for digit in digits {
      let tenfold = product(rest, 10 % modulus)
      let next = UInt64(digit) % modulus
      rest = tenfold >= modulus - next ? tenfold - (modulus - next) : tenfold + next
    }
    var power = 1 % modulus
    var base = 10 % modulus
    var left = shift
    while left > 0 {
      if left & 1 == 1 { power = product(power, base) }
      base = product(base, base)
      left >>= 1
    }
    return product(rest, power)
  }

  private func rest(by modulus: LongInteger, shiftedBy shift: Int) -> LongInteger {
    var rest = LongInteger([])
    for digit in digits { rest.shift(in: digit, below: modulus) }
    // The divisor's digits end in no zero either: tens can only cancel as many twos or as many fives as it has, fewer than its bits.
    for _ in 0..<min(shift, 64 * modulus.words.count) { rest.shift(in: 0, below: modulus) }
    return rest
  }
}

/// A whole number of any size, as words of 64 bits, the lowest first.
private struct LongInteger {
  private(set) var words: [UInt64] = []

  init(_ digits: [UInt8]) { for digit in digits { timesTenPlus(digit) } }

  var isZero: Bool { words.allSatisfy { $0 == 0 } }

  /// Ten times this and a digit, by `modulus`, which is greater than this.
  mutating func shift(in digit: UInt8, below modulus: LongInteger) {
    timesTenPlus(digit)
    while subtract(modulus) {}
  }

  private mutating func timesTenPlus(_ digit: UInt8) {
    var carry = UInt64(digit)
    for index in words.indices {
      let product = words[index].multipliedFullWidth(by: 10)
      let (sum, over) = product.low.addingReportingOverflow(carry)
      words[index] = sum
      carry = product.high + (over ? 1 : 0)
    }
    if carry > 0 { words.append(carry) }
  }

  /// Takes `other` away when it is not greater; whether it was.
  private mutating func subtract(_ other: LongInteger) -> Bool {
    while words.last == 0 { words.removeLast() }
    guard words.count >= other.words.count else { return false }
    if words.count == other.words.count {
      for index in words.indices.reversed() where words[index] != other.words[index] {
        if words[index] < other.words[index] { return false }
        break
      }
    }
    var borrow: UInt64 = 0
    for index in words.indices {
      let (first, under) = words[index].subtractingReportingOverflow(index < other.words.count ? other.words[index] : 0)
      let (second, again) = first.subtractingReportingOverflow(borrow)
      words[index] = second
      borrow = (under ? 1 : 0) + (again ? 1 : 0)
    }
    return true
  }
}
