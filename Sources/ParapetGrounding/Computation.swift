import ParapetEntity

/// A value to be hit within half a unit of the last printed digit.
struct Target {
  let value: Int128
  let tolerance: Int128

  init(_ value: FixedPoint, _ precision: FixedPoint) {
    self.value = value.magnitude.billionths
    // Two billionths more, for what division cuts off.
    tolerance = precision.billionths / 2 + 2
  }

  @inline(__always) func isHit(_ candidate: FixedPoint) -> Bool { abs(candidate.magnitude.billionths - value) <= tolerance }
  /// Whether a candidate lies within a factor of one and a half, where the hits of chance are counted.
  @inline(__always) func isAround(_ candidate: FixedPoint) -> Bool {
    let magnitude = candidate.magnitude.billionths
    return magnitude * 3 >= value * 2 && magnitude * 2 <= value * 3
  }

  /// Where a value must lie to hit it.
  var hits: RoughWindow { RoughWindow(value: value, reach: Double(rough: tolerance)) }
  /// Where a value must lie to hit it or to lie around it.
  var surroundings: RoughWindow { RoughWindow(value: value, reach: Double(rough: tolerance) + 0.6 * Double(rough: value)) }
}

/// Magnitudes in billionths among which a value must lie to be worth an exact calculation: most are told to lie elsewhere by a rough one.
///
/// A rough value differs from the exact one by less than is allowed for here, so nothing that lies within is missed.
struct RoughWindow {
  private let middle: Double
  private let reach: Double

  fileprivate init(value: Int128, reach: Double) {
    middle = Double(rough: value)
    self.reach = reach + 1000
  }

  /// Whether a value that is roughly `value`, calculated from terms of about `size`, may lie within.
  @inline(__always) func mayHold(_ value: Double, of size: Double) -> Bool { abs(abs(value) - middle) <= reach + size * 1e-9 }
}

extension Double {
  /// A number to about fifteen digits.
  @inline(__always) fileprivate init(rough number: Int128) {
    if let word = Int64(exactly: number) {
      self = Double(word)
    } else {
      self = Double(Int64(truncatingIfNeeded: number >> 64)) * 0x1p64 + Double(UInt64(truncatingIfNeeded: number))
    }
  }
}

/// A number as an operand of many computations: its value, and roughly so in billionths.
struct Operand {
  let quantity: Quantity
  fileprivate let rough: Double

  init(_ quantity: Quantity) {
    self.quantity = quantity
    rough = Double(rough: quantity.value.billionths)
  }
}

/// One way to compute with two operands.
struct Computation {
  enum Kind: String { case growth, share, average, total, difference, ratio, product }

  let kind: Kind
  let value: FixedPoint
  /// Whether the second operand comes first.
  let isTurned: Bool

  /// Calls `body` with everything that the cues allow with `a` and `b`, in the claim's unit, and that may lie in `window`.
  @inline(__always) static func forEach(
    _ a: Operand, _ b: Operand, claim: Quantity, cues: Cues, in window: RoughWindow, _ body: (Computation) -> Void
  ) {
    let (x, y) = (a.quantity.value, b.quantity.value)
    let (p, q) = (a.rough, b.rough)
    let size = abs(p) + abs(q)
    func add(_ kind: Kind, _ rough: Double, _ size: Double, isTurned: Bool = false, _ value: @autoclosure () -> FixedPoint?) {
      guard window.mayHold(rough, of: size), let value = value() else { return }
      body(Computation(kind: kind, value: value, isTurned: isTurned))
    }
    let isShare = a.quantity.unit == .percent
    let sameKind = isShare == (b.quantity.unit == .percent)
    switch claim.unit {
    case .percent:
      if sameKind, !isShare {
        if cues.change || cues.share {
          add(.growth, (p - q) / q * 1e11, size / abs(q) * 1e11, (x - y).divided(by: y.magnitude)?.shifted(2))
          add(.growth, (q - p) / p * 1e11, size / abs(p) * 1e11, isTurned: true, (y - x).divided(by: x.magnitude)?.shifted(2))
        }
        if cues.share || cues.ratio {
          add(.share, p / q * 1e11, abs(p / q) * 1e11, x.divided(by: y)?.shifted(2))
          add(.share, q / p * 1e11, abs(q / p) * 1e11, isTurned: true, y.divided(by: x)?.shifted(2))
        }
      } else if sameKind {
        if cues.average { add(.average, (p + q) / 2, size, (x + y).divided(by: FixedPoint(2))) }
        if cues.total { add(.total, p + q, size, x + y) }
        if cues.change { add(.difference, p - q, size, x - y) }
      }
    case .percentagePoints:
      if isShare, sameKind { add(.difference, p - q, size, x - y) }
    case .basisPoints:
      if isShare, sameKind { add(.difference, (p - q) * 100, size * 100, (x - y).shifted(2)) }
    default:
      if sameKind || claim.unit == .plain {
        if cues.change { add(.difference, p - q, size, x - y) }
        if cues.total { add(.total, p + q, size, x + y) }
        if cues.average { add(.average, (p + q) / 2, size, (x + y).divided(by: FixedPoint(2))) }
        if cues.ratio || cues.share || cues.change, claim.unit != .money {
          add(.ratio, p / q * 1e9, abs(p / q) * 1e9, x.divided(by: y))
          add(.ratio, q / p * 1e9, abs(q / p) * 1e9, isTurned: true, y.divided(by: x))
        }
      }
      if !sameKind, cues.product || cues.share {
        add(.product, p * q * 1e-11, abs(p * q) * 1e-11, x.times(y)?.shifted(-2))
      }
    }
  }
}
