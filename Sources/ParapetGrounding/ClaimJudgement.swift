/// One claim of an answer, judged.
public struct ClaimJudgement: Sendable {
  /// How the evidence bears on a claim.
  public enum Outcome: Sendable {
    /// The evidence carries it; `derivation` says how it was computed where it was, such as `difference`.
    case supported(derivation: String?)
    /// It does not: why, and how sure.
    case unsupported(Fault)
  }
  /// Why a claim is not grounded.
  public struct Fault: Sendable, Equatable {
    /// How sure the check is.
    public enum Tier: String, Sendable {
      /// Wrong.
      case certain
      /// Probably wrong.
      case likely
      /// Worth a look.
      case warn
    }
    /// A short name: `absent`, `unit`, `scale`, `currency`, `direction`, `arithmetic`, `period`.
    public let kind: String
    /// How sure.
    public let tier: Tier
    /// A sentence for people, in Chinese and in English, that quotes no values of the texts.
    public let reasonZh: String
    /// The same in English.
    public let reasonEn: String
    /// A fault from its parts.
    public init(kind: String, tier: Tier, reasonZh: String, reasonEn: String) {
      self.kind = kind
      self.tier = tier
      self.reasonZh = reasonZh
      self.reasonEn = reasonEn
    }
  }
  /// The closest evidence.
  public struct Nearest: Sendable, Equatable {
    /// The number of the passage in the list given to `EvidenceIndex.init`.
    public let passage: Int
    /// Where in it, in bytes of its folded text.
    public let range: Range<Int>
    /// A place from its parts.
    public init(passage: Int, range: Range<Int>) {
      self.passage = passage
      self.range = range
    }
  }
  /// Where the claim stands, in bytes of the answer: equal to the range of the mention it was read from.
  public let range: Range<Int>
  /// What kind of unit it has: `number`, `percent`, `money`, `basis-points`, `date`…
  public let unit: String
  /// How it fared.
  public let outcome: Outcome
  /// The closest evidence, where there is some.
  public let nearest: Nearest?
  /// What the judgement rests on; nil where nothing was compared or computed.
  public let proof: Proof?
  /// A judgement from its parts.
  public init(range: Range<Int>, unit: String, outcome: Outcome, nearest: Nearest?, proof: Proof? = nil) {
    self.proof = proof
    self.range = range
    self.unit = unit
    self.outcome = outcome
    self.nearest = nearest
  }
}
