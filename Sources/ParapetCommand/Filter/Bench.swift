import Parapet

/// One worker's judges, each for the rules of a channel.
final class Bench {
  /// A judge that stays in one place, and how it says that nothing was found.
  final class Seat {
    var judge: Judge
    let passing: PassingVerdict

    init(_ program: Program) {
      judge = Judge(program)
      passing = PassingVerdict(engine: program.engine, ruleset: program.ruleset)
    }
  }

  private let plan: FilterPlan
  private let base: Seat
  private let channels: [[UInt8]]
  private var seats: [Seat?]

  /// A bench for the events of `plan`.
  init(_ plan: FilterPlan) {
    self.plan = plan
    base = Seat(plan.base)
    channels = plan.tunedChannels.map { Array($0.utf8) }
    seats = Array(repeating: nil, count: channels.count)
  }

  /// The judge for events of `channel`.
  func seat(for channel: UnsafeBufferPointer<UInt8>?) throws(RuleErrors) -> Seat {
    guard let channel = unsafe channel else { return base }
    for (index, name) in channels.enumerated() where unsafe name.count == channel.count && name.elementsEqual(channel) {
      if let seat = seats[index] { return seat }
      let seat = Seat(try plan.program(of: plan.tunedChannels[index]))
      seats[index] = seat
      return seat
    }
    return base
  }

  /// The judge for events of `channel`.
  func seat(for channel: String?) throws(RuleErrors) -> Seat {
    guard let channel else { return base }
    let name = Array(channel.utf8)
    return unsafe try name.withUnsafeBufferPointer { (name) throws(RuleErrors) in unsafe try seat(for: name) }
  }
}
