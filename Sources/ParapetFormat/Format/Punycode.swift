/// Labels in the alphabet of the domain name system.
///
/// - Source: RFC 3492, sections 3 to 6.
enum Punycode {
  private static let base = 36
  private static let (tMin, tMax, skew, damp) = (1, 26, 38, 700)
  /// The longest label that is worth coding; a label in the domain name system has 63 octets.
  private static let longest = 256

  static func decoded(_ label: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard label.count <= longest else { return nil }
    let split = label.lastIndex(of: "-")
    var result = split.map { Array(label[..<$0]) } ?? []
    var rest = label[(split.map { $0 + 1 } ?? 0)...]
    var (n, i, bias) = (128, 0, 72)
    while !rest.isEmpty {
      let before = i
      var weight = 1
      var k = base
      while true {
        guard let digit = rest.popFirst().flatMap(value) else { return nil }
        i += digit * weight
        guard i <= 0x7FFF_FFFF else { return nil }
        let t = threshold(k, bias)
        if digit < t { break }
        weight *= base - t
        guard weight <= 0x7FFF_FFFF else { return nil }
        k += base
      }
      bias = adapted(i - before, result.count + 1, isFirst: before == 0)
      n += i / (result.count + 1)
      i %= result.count + 1
      guard n <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(n)) else { return nil }
      result.insert(scalar, at: i)
      i += 1
    }
    return result
  }

  static func encoded(_ label: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard label.count <= longest else { return nil }
    var result = label.filter(\.isASCII)
    let basic = result.count
    if basic > 0 { result.append("-") }
    var (n, delta, bias, done) = (128, 0, 72, basic)
    while done < label.count {
      guard let next = label.map({ Int($0.value) }).filter({ $0 >= n }).min() else { return nil }
      delta += (next - n) * (done + 1)
      n = next
      for scalar in label {
        if scalar.value < n { delta += 1 }
        guard scalar.value == n else { continue }
        var q = delta
        var k = base
        while true {
          let t = threshold(k, bias)
          if q < t { break }
          result.append(digit(t + (q - t) % (base - t)))
          q = (q - t) / (base - t)
          k += base
        }
        result.append(digit(q))
        bias = adapted(delta, done + 1, isFirst: done == basic)
        delta = 0
        done += 1
      }
      delta += 1
      n += 1
    }
    return result
  }

  private static func threshold(_ k: Int, _ bias: Int) -> Int { max(tMin, min(tMax, k - bias)) }

  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var k = 0
    while delta > (base - tMin) * tMax / 2 {
      delta /= base - tMin
      k += base
    }
    return k + (base - tMin + 1) * delta / (delta + skew)
  }

  private static func value(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "a"..."z": Int(scalar.value) - 0x61
    case "A"..."Z": Int(scalar.value) - 0x41
    case "0"..."9": Int(scalar.value) - 0x30 + 26
    default: nil
    }
  }

  private static func digit(_ value: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(value < 26 ? 0x61 + value : 0x30 + value - 26))
  }
}
