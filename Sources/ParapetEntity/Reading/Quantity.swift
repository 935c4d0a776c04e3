/// A number as it was read: its value, how finely it was printed, and what it counts.
public struct Quantity: Sendable, Hashable {
  /// What a number counts.
  public enum Unit: Sendable, Equatable {
    /// Nothing that is named beside it.
    case plain
    /// Things or time that a word beside it names: 家, 天, days.
    case counted
    /// An amount of money.
    case money
    /// Per cent; 成 and 百分之 are read as this.
    case percent
    /// Percentage points.
    case percentagePoints
    /// Basis points.
    case basisPoints
    /// A multiple: 倍, times.
    case multiple
  }

  /// A currency, as far as its sign tells.
  public enum Currency: Sendable, Equatable, CaseIterable {
    /// 元, RMB, CNY.
    case yuan
    /// 美元, USD, US$.
    case usDollar
    /// `$`, which several currencies share.
    case anyDollar
    /// 港元, HKD, HK$.
    case hongKongDollar
    /// 欧元, EUR, €.
    case euro
    /// 英镑, GBP, £.
    case pound
    /// 日元, JPY.
    case yen
    /// `¥`, which yuan and yen share.
    case yuanOrYen
    /// Any other that is named.
    case other

    /// Whether the two may be the same currency.
    public func mayBe(_ other: Currency) -> Bool {
      if self == other { return true }
      switch (self, other) {
      case (.anyDollar, .usDollar), (.usDollar, .anyDollar), (.anyDollar, .hongKongDollar), (.hongKongDollar, .anyDollar): return true
      case (.anyDollar, .other), (.other, .anyDollar): return true
      case (.yuanOrYen, .yuan), (.yuan, .yuanOrYen), (.yuanOrYen, .yen), (.yen, .yuanOrYen): return true
      default: return false
      }
    }
  }

  /// What a word beside the number says of its exactness.
  public enum Hedge: Sendable, Equatable {
    /// 约, 左右, about.
    case about
    /// 超, 逾, 余, over: the value is at least this.
    case over
    /// 近, 不到, nearly: the value is at most this.
    case under
  }

  /// What the number is for.
  public enum Role: Sendable, Equatable {
    /// It measures something.
    case measure
    /// It is part of an order: 第三, 4th.
    case ordinal
    /// It names a thing: Note 6, 表2.
    case label
    /// It is part of a name such as 5G or 737MAX.
    case name
  }

  /// How it was written.
  public enum Script: Sendable, Equatable {
    /// In ASCII digits.
    case digits
    /// In Chinese numerals.
    case han
    /// In English words.
    case words
  }

  /// The value, with scale words applied; percentages as printed (12.5 for 12.5 %).
  public var value: FixedPoint
  /// The number as printed, without scale words.
  public var printed: FixedPoint
  /// One unit of the last printed digit, with scale words applied.
  public var precision: FixedPoint
  /// What it counts.
  public var unit: Unit
  /// In what currency, for money.
  public var currency: Currency?
  /// How exact.
  public var hedge: Hedge?
  /// What it is for.
  public var role: Role
  /// How it was written.
  public var script: Script
  /// Whether a minus sign or accounting brackets make it negative.
  public var isNegative: Bool
  // Quantities are copied often: small numbers take little room.
  @usableFromInline var counts: (decimals: Int8, digits: Int8, scale: Int8)

  /// How many decimals were printed.
  @inlinable public var decimals: Int { Int(counts.decimals) }
  /// How many digits carry information: without leading and, in whole numbers, trailing noughts.
  @inlinable public var significantDigits: Int { Int(counts.digits) }
  /// The power of ten of the scale words: 4 for 万, 6 for million, 0 for none.
  @inlinable public var scale: Int {
    get { Int(counts.scale) }
    set { counts.scale = Int8(clamping: newValue) }
  }

  init(
    value: FixedPoint, printed: FixedPoint, precision: FixedPoint, decimals: Int, significantDigits: Int, scale: Int, unit: Unit,
    currency: Currency?, hedge: Hedge?, role: Role, script: Script, isNegative: Bool
  ) {
    self.value = value
    self.printed = printed
    self.precision = precision
    self.unit = unit
    self.currency = currency
    self.hedge = hedge
    self.role = role
    self.script = script
    self.isNegative = isNegative
    counts = (Int8(clamping: decimals), Int8(clamping: significantDigits), Int8(clamping: scale))
  }

  /// Whether everything about both is the same.
  public static func == (a: Quantity, b: Quantity) -> Bool {
    a.value == b.value && a.printed == b.printed && a.precision == b.precision && a.unit == b.unit && a.currency == b.currency
      && a.hedge == b.hedge && a.role == b.role && a.script == b.script && a.isNegative == b.isNegative && a.counts == b.counts
  }

  /// Of what tells most apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(value)
    hasher.combine(unit)
  }
}

/// A date as it was read: the parts that were named.
public struct DateReading: Sendable, Equatable {
  // Dates are copied often: small numbers take little room.
  @usableFromInline var parts: (year: Int16?, quarter: Int8?, part: Int8?, month: Int8?, day: Int8?)

  /// The year, such as 2026.
  @inlinable public var year: Int? {
    get { parts.year.map { Int($0) } }
    set { parts.year = newValue.map { Int16(clamping: $0) } }
  }
  /// The quarter, 1 to 4.
  @inlinable public var quarter: Int? {
    get { parts.quarter.map { Int($0) } }
    set { parts.quarter = newValue.map { Int8(clamping: $0) } }
  }
  /// The half of the year, 1 or 2; 3 for the first three quarters.
  @inlinable public var part: Int? {
    get { parts.part.map { Int($0) } }
    set { parts.part = newValue.map { Int8(clamping: $0) } }
  }
  /// The month, 1 to 12.
  @inlinable public var month: Int? {
    get { parts.month.map { Int($0) } }
    set { parts.month = newValue.map { Int8(clamping: $0) } }
  }
  /// The day, 1 to 31.
  @inlinable public var day: Int? {
    get { parts.day.map { Int($0) } }
    set { parts.day = newValue.map { Int8(clamping: $0) } }
  }

  /// A date from its parts.
  public init(year: Int? = nil, quarter: Int? = nil, part: Int? = nil, month: Int? = nil, day: Int? = nil) {
    parts = (nil, nil, nil, nil, nil)
    self.year = year
    self.quarter = quarter
    self.part = part
    self.month = month
    self.day = day
  }

  /// Whether both name the same parts.
  public static func == (a: DateReading, b: DateReading) -> Bool {
    a.parts.year == b.parts.year && a.parts.quarter == b.parts.quarter && a.parts.part == b.parts.part && a.parts.month == b.parts.month
      && a.parts.day == b.parts.day
  }
}

/// A word of direction as it was read.
public enum Direction: Sendable, Equatable {
  /// Upwards, more, wider.
  case up
  /// Downwards, less, narrower.
  case down
}

/// A word that says more than a plan, a list or a source may have said.
public enum Statement: Sendable, Hashable {
  /// Something is done: the verb, as it was written.
  case done([UInt8])
  /// It is the most of several.
  case highest
  /// It is the least of several.
  case lowest
  /// Somebody with authority says it: who.
  case said(by: [UInt8])
  /// Something is to be had: 购买, apply for.
  case offered
  /// Something holds by now: the verb, as it was written.
  case current([UInt8])
  /// Something costs nothing or may be had early: what, as `GrantScan` compares it.
  case granted([UInt8])
}

/// A shown calculation as it was read.
public struct Equation: Sendable, Equatable {
  /// What the left side comes to.
  public var computed: FixedPoint
  /// What it comes to when scale words and per cent signs are passed over, as where a factor only changes the scale: 389 ÷ 1,000.
  public var computedAsPrinted: FixedPoint?
  /// The right side.
  public var stated: Quantity
  /// Where the right side stands, in bytes.
  public var statedRange: Range<Int>
}
