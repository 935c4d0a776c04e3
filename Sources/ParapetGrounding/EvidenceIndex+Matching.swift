import ParapetEntity

/// How well a figure of the evidence carries a claim, best first.
enum Agreement: Int, Comparable {
  case exact, rounded, asFraction, hedged, truncated, unstated

  static func < (a: Agreement, b: Agreement) -> Bool { a.rawValue < b.rawValue }
}

extension Agreement {
  /// The name in proofs.
  var name: String {
    switch self {
    case .exact: "quoted"
    case .rounded: "rounded"
    case .asFraction: "fraction"
    case .hedged: "hedged"
    case .truncated: "truncated"
    case .unstated: "unstated"
    }
  }
}

extension EvidenceIndex {
  struct Match {
    let figure: Int
    let agreement: Agreement
  }

  /// The figures that agree with `claim` in value, units aside, in the order of `figures`.
  func valueMatches(_ claim: Quantity, _ options: GroundingOptions, isEnglishList: Bool) -> [Match] {
    var found: [Match] = []
    addValueMatches(claim, options, isEnglishList: isEnglishList, to: &found)
    return found
  }

  /// Adds the figures that agree with `claim` in value to those found.
  func addValueMatches(_ claim: Quantity, _ options: GroundingOptions, isEnglishList: Bool, to found: inout [Match]) {
    let byValue = byValue
    let value = claim.value.magnitude
    let half = claim.precision.billionths / 2
    let next = collect(byValue, value.billionths - half, value.billionths + half) { entry in
      // In a table whose unit is stated, a bare number is not what it prints.
      if claim.scale > 0, !entry.isHinted, !figures[entry.figure].hints.isEmpty { return }
      let isExact = entry.magnitude == value.billionths
      // Only what is printed more finely can have been rounded.
      if isExact || options.round && (figures[entry.figure].quantity.precision < claim.precision || entry.isHinted) {
        found.append(Match(figure: entry.figure, agreement: isExact ? .exact : .rounded))
      }
    }
    // Cut off instead of rounded: 0.67 as 0.6.
    if options.round, claim.significantDigits > 1 || claim.decimals > 0 {
      collect(byValue, value.billionths + half + 1, value.billionths + claim.precision.billionths - 1, from: next) { entry in
        if figures[entry.figure].quantity.precision < claim.precision { found.append(Match(figure: entry.figure, agreement: .truncated)) }
      }
    }
    if let hedge = claim.hedge {
      let (low, high, step) = hedgedWindow(claim, hedge)
      collect(byValue, low, high) { entry in
        // What is printed no more finely needs no hedge.
        if entry.isHinted || figures[entry.figure].quantity.precision.billionths < step {
          found.append(Match(figure: entry.figure, agreement: .hedged))
        }
      }
    }
    fractions(claim, &found)
    unstated(claim, isEnglishList: isEnglishList, &found)
    if hasUnstated { unstatedScales(claim, &found) }
  }

  /// The values that a hedged figure may stand for.
  ///
  /// Besides the share of the figure itself, one unit of its last printed digit that is not nought bounds how far it may be off.
  private func hedgedWindow(_ claim: Quantity, _ hedge: Quantity.Hedge) -> (low: Int128, high: Int128, step: Int128) {
    let value = claim.value.magnitude.billionths
    var step = claim.precision.billionths
    while step < value, value % (step * 10) == 0 { step *= 10 }
    switch hedge {
    case .about:
      let reach = min(value / 20, step)
      return (value - reach, value + reach, step)
    case .over: return (value, value + min(max(value * 15 / 100, claim.precision.billionths - 1), step), step)
    case .under: return (value - min(max(value * 13 / 100, claim.precision.billionths / 2), step), value, step)
    }
  }

  /// Per cent for fractions and back, basis points for per cent and back, multiples for per cent.
  private func fractions(_ claim: Quantity, _ found: inout [Match]) {
    func look(_ exponent: Int, _ accepts: (Quantity) -> Bool) {
      guard let value = claim.value.magnitude.shifted(exponent), let precision = claim.precision.shifted(exponent) else { return }
      let half = precision.billionths / 2
      collect(byValue, value.billionths - half, value.billionths + half) { entry in
        if accepts(figures[entry.figure].quantity) { found.append(Match(figure: entry.figure, agreement: .asFraction)) }
      }
    }
    switch claim.unit {
    case .percent:
      if kinds.contains(.fractions) { look(-2) { QuantityKinds($0).contains(.fractions) } }
      if kinds.contains(.basisPoints) { look(2) { $0.unit == .basisPoints } }
    case .percentagePoints: if kinds.contains(.basisPoints) { look(2) { $0.unit == .basisPoints } }
    case .basisPoints: if kinds.contains(.percentagePoints) { look(-2) { $0.unit == .percentagePoints } }
    case .multiple, .plain: if kinds.contains(.percentages) { look(2) { $0.unit == .percent } }
    default: break
    }
  }

  /// A claim with a scale word against bare numbers whose unit nobody states, and a bare claim against scaled ones.
  private func unstated(_ claim: Quantity, isEnglishList: Bool, _ found: inout [Match]) {
    let printed = claim.printed.magnitude.billionths
    if claim.scale > 0, claim.unit != .percent {
      let half = (FixedPoint(1).shifted(-claim.decimals)?.billionths ?? 0) / 2
      guard hasUnstated else { return }
      collect(byPrinted, printed - half, printed + half) { entry in
        if isUnstated(figures[entry.figure]) { found.append(Match(figure: entry.figure, agreement: .unstated)) }
      }
    } else if claim.scale == 0, claim.unit == .plain || (claim.unit == .money && isEnglishList) {
      collect(byPrinted, printed, printed) { entry in
        if figures[entry.figure].quantity.scale > 0 { found.append(Match(figure: entry.figure, agreement: .unstated)) }
      }
    }
  }

  /// Figures of a table whose unit nobody states, read in thousands, millions or billions.
  private func unstatedScales(_ claim: Quantity, _ found: inout [Match]) {
    guard claim.unit == .plain || claim.unit == .money, claim.significantDigits >= 3 else { return }
    for power in [3, 6, 9] {
      guard let value = claim.value.magnitude.shifted(-power), let precision = claim.precision.shifted(-power) else { continue }
      let half = precision.billionths / 2
      collect(byPrinted, value.billionths - half, value.billionths + half) { entry in
        if isUnstated(figures[entry.figure]) { found.append(Match(figure: entry.figure, agreement: .unstated)) }
      }
    }
  }

  /// Whether a figure leaves its unit unsaid: in prose a bare number stands for itself, only tables and lone lines do so.
  func isUnstated(_ figure: Figure) -> Bool {
    figure.quantity.scale == 0 && figure.hints.isEmpty && (figure.quantity.unit == .plain || figure.quantity.unit == .money)
      && (figure.row != nil || stretches[figure.sentence].range.count < 24)
  }

  /// Calls `body` with the entries of a window, and returns the place of the first behind those. A search that begins at `place` is
  /// short where the window begins there.
  @discardableResult
  func collect(_ entries: [Entry], _ low: Int128, _ high: Int128, from place: Int = 0, _ body: (Entry) -> Void) -> Int {
    var start = place
    var end = place < entries.count && entries[place].magnitude >= low ? place : entries.count
    while start < end {
      let middle = (start + end) / 2
      if entries[middle].magnitude < low { start = middle + 1 } else { end = middle }
    }
    // A window that holds more than this says nothing about any of them.
    let stop = min(entries.count, start + 1024)
    while start < stop, entries[start].magnitude <= high {
      body(entries[start])
      start += 1
    }
    return start
  }

  // MARK: Units

  /// Whether a claim and a figure may count the same thing.
  func unitsAgree(_ claim: Quantity, _ figure: Figure, _ agreement: Agreement, _ options: GroundingOptions) -> Bool {
    guard options.matchUnits else { return true }
    if agreement == .asFraction { return true }
    let evidence = figure.quantity
    switch (claim.unit, evidence.unit) {
    case (.basisPoints, .plain), (.percentagePoints, .plain): return false
    case (.plain, _), (_, .plain): return true
    case (.counted, .counted), (.money, .money), (.percent, .percent), (.percentagePoints, .percentagePoints),
      (.basisPoints, .basisPoints), (.multiple, .multiple):
      return true
    case (.multiple, .counted), (.counted, .multiple): return true
    default: return false
    }
  }

  func currenciesAgree(_ claim: Quantity, _ figure: Figure, _ options: GroundingOptions) -> Bool {
    guard options.matchUnits, let currency = claim.currency else { return true }
    if let other = figure.quantity.currency { return currency.mayBe(other) }
    // A bare number in a text that knows other currencies only.
    return figure.passage < 0 || currencies.isEmpty || currencies.contains { currency.mayBe($0) }
  }
}

/// Kinds of numbers that other units may stand for.
struct QuantityKinds: OptionSet {
  let rawValue: UInt8
  /// Bare numbers with decimals, and multiples.
  static let fractions = QuantityKinds(rawValue: 1)
  static let percentages = QuantityKinds(rawValue: 2)
  static let percentagePoints = QuantityKinds(rawValue: 4)
  static let basisPoints = QuantityKinds(rawValue: 8)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// What a number is of these.
  init(_ quantity: Quantity) {
    switch quantity.unit {
    case .plain where quantity.decimals > 0, .multiple: self = .fractions
    case .percent: self = .percentages
    case .percentagePoints: self = .percentagePoints
    case .basisPoints: self = .basisPoints
    default: self = []
    }
  }
}
