import ParapetEngine
import ParapetRule

extension RuleSource {
  /// The rules from `day` on: one period after another, each until the next begins or, the last, until before `end`. A period ends where a law
  /// begins or ends, a rate changes, an override runs out, or anything else that is told by days comes out differently.
  ///
  /// - Throws: `RuleErrors` when the rules cannot be used on `day`. Where they cannot be used later, the last period ends.
  func periods(from day: String) throws(RuleErrors) -> (periods: [RuleBundle.Period], end: String) {
    var periods: [RuleBundle.Period] = [(day, try rules(date: day))]
    var last = try RuleSource.meaning(of: periods[0].rules)
    for change in turningDays where change > day {
      guard let rules = try? rules(date: change), let meaning = try? RuleSource.meaning(of: rules) else { return (periods, change) }
      if meaning != last { periods.append((change, rules)) }
      last = meaning
    }
    return (periods, "9999-12-31")
  }

  /// What each program judges by.
  private static func meaning(of rules: RuleSet) throws(RuleErrors) -> [String] {
    var digests: [String] = []
    for profile in rules.profileNames {
      for channel in [nil] + profile.channels.map(Optional.some) {
        digests.append(try rules.effective(profile: profile.id, channel: channel).digest)
      }
    }
    return digests
  }

  /// Every day that is written where days decide, and the one after it: what ends with a day has ended on the next.
  private var turningDays: [String] {
    var days: Set<String> = []
    for file in files where file.path == "legal.yaml" || file.path.hasPrefix("registers/") || file.path.hasPrefix("profiles/") {
      for start in file.bytes.indices.dropLast(9) where RuleSource.isDay(file.bytes[start..<start + 10]) {
        let day = String(decoding: file.bytes[start..<start + 10], as: UTF8.self)
        days.insert(day)
        days.insert(RuleSource.following(day))
      }
    }
    return days.sorted()
  }

  private static func isDay(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.enumerated().allSatisfy { index, byte in
      index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }

  /// A day after `day` and not after the next one of the calendar: behind the last of a short month it may be one that there is not.
  private static func following(_ day: String) -> String {
    let numbers = day.split(separator: "-").map { Int($0) ?? 0 }
    let (year, month, number) = numbers[2] < 31 ? (numbers[0], numbers[1], numbers[2] + 1) : (numbers[0], numbers[1] + 1, 1)
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(month > 12 ? year + 1 : year, 4))-\(padded(month > 12 ? 1 : month, 2))-\(padded(number, 2))"
  }
}
