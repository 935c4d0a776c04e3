/// Check-digit systems that several numbers share.
enum CheckDigits {
  /// Whether the last digit completes the Luhn sum.
  ///
  /// - Source: ISO/IEC 7812-1, annex B.
  static func luhn(_ digits: [Int]) -> Bool {
    guard digits.count >= 2 else { return false }
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let doubled = place % 2 == 1 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }

  /// Whether the last digit completes ISO 7064 MOD 11,10.
  ///
  /// - Source: ISO/IEC 7064, hybrid system MOD 11,10.
  static func mod1110(_ digits: [Int]) -> Bool {
    guard let check = digits.last else { return false }
    var product = 10
    for digit in digits.dropLast() {
      let sum = (product + digit) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (product + check) % 10 == 1
  }

  /// The remainder by 97 of letters and digits, letters read as 10 to 35; nil when something else is among them.
  ///
  /// - Source: ISO/IEC 7064, MOD 97-10.
  static func mod97(_ characters: some Sequence<UInt8>) -> Int? {
    var remainder = 0
    for byte in characters {
      guard let value = byte.base36 else { return nil }
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
    }
    return remainder
  }

  /// The sum of products of values and weights, pair by pair.
  static func weighted(_ values: some Sequence<Int>, _ weights: [Int]) -> Int {
    zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Whether the last digit completes the Verhoeff scheme.
  ///
  /// - Source: J. Verhoeff, Error Detecting Decimal Codes, 1969.
  static func verhoeff(_ digits: [Int]) -> Bool {
    guard digits.count >= 2 else { return false }
    var state = 0
    for (place, digit) in digits.reversed().enumerated() {
      var value = digit
      for _ in 0..<(place % 8) { value = turn[value] }
      state = dihedral(state, value)
    }
    return state == 0
  }

  /// The permutation that Verhoeff applies once more at every place.
  private static let turn = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

  /// The product of two elements of the dihedral group of order ten.
  private static func dihedral(_ a: Int, _ b: Int) -> Int {
    switch (a < 5, b < 5) {
    case (true, true): (a + b) % 5
    case (true, false): (a + b - 5) % 5 + 5
    case (false, true): (a - b) % 5 + 5
    case (false, false): (a - b + 5) % 5
    }
  }
}
