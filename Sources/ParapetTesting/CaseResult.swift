public import ParapetEngine
public import ParapetRule
public import ParapetText
public import ParapetVerdict

/// How one example or fixture case went.
///
/// It may be printed: its text is veiled unless somebody asked to see it, and evidence comes from the verdict, already masked.
/// Only `verdict` is not for printing as it stands, because a rule that missed a value leaves it in the deliverable text.
public struct CaseResult: Sendable {
  /// Where a case was written.
  public enum Kind: String, Sendable, CaseIterable {
    /// An example of a rule that finds the marked spans.
    case hit
    /// An example of a rule that finds nothing.
    case miss
    /// An example of a rule that should find the marked spans and is known not to.
    case gap
    /// An example of a profile in one channel.
    case profile
    /// A case of a fixture file.
    case fixture
    /// A part of a rule that nothing exercises.
    case coverage
    /// A change to a rule that no example notices.
    case mutant
    /// A benign text that a rule flags.
    case benign
  }

  /// One way in which a case did not go as written.
  public struct Problem: Sendable, Equatable {
    /// The kinds.
    public enum Kind: String, Sendable, CaseIterable {
      /// The case itself makes no sense: marks that do not balance, a rule that the profile does not have.
      case malformed
      /// Something expected was not found.
      case missing
      /// Something was found that was not expected.
      case unexpected
      /// The rule could not look, which is not the same as finding nothing.
      case unjudged
      /// An exception that should have removed a candidate did not.
      case suppression
      /// The decision is another one.
      case decision
      /// The deliverable text is another one.
      case out
      /// A known gap is closed: make the example a `hit`.
      case promote
      /// The verdict breaks its schema.
      case schema
      /// The verdict contradicts itself.
      case invariant
      /// A part of a rule is exercised by no case.
      case uncovered
      /// A changed rule passes all of its examples.
      case survived
      /// A benign text is flagged.
      case flagged
      /// An entry of the baseline is no longer so.
      case stale
    }
    /// Which kind.
    public var kind: Kind
    /// A sentence for people, which quotes nothing but veiled text.
    public var message: String
    /// The span that is missing or unexpected, or nil.
    public var span: TextSpan?
    /// A problem from its parts.
    public init(_ kind: Kind, _ message: String, span: TextSpan? = nil) {
      self.kind = kind
      self.message = message
      self.span = span
    }
  }

  /// What it belongs to: a rule's id, a profile's id, or the suite of a fixture file.
  public var suite: String
  /// Its name in the suite: `hit 1`, a channel, or the case's id.
  public var name: String
  /// Where it was written.
  public var kind: Kind
  /// The file, as it was named to the runner.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in Unicode scalars.
  public var column: Int
  /// How many Unicode scalars are meant on the line.
  public var length = 1
  /// The line of the file, or nil when nobody looked it up; veiled where it holds a sample, unless somebody asked to see it.
  public var sourceLine: String?
  /// What is wrong; empty when all went as written.
  public var problems: [Problem] = []
  /// The text that was judged, veiled scalar for scalar, or nil when there was none.
  public var text: String?
  /// The spans that were expected; their offsets hold in `text` as well, in Unicode scalars.
  public var expected: [TextSpan] = []
  /// The spans that were found.
  public var actual: [TextSpan] = []
  /// The decision that was expected, or nil for any.
  public var expectedDecision: Verdict.Decision?
  /// The decision.
  public var decision: Verdict.Decision?
  /// What happened, a line each: which clause found what, which exception removed it, what could not be judged.
  public var reasons: [String] = []
  /// The author's reason for the case, or nil.
  public var why: String?
  /// The whole verdict, or nil when the case could not be judged. Not for printing as it stands.
  public var verdict: Verdict?

  /// How much of the line of the file is hidden when it is quoted.
  var thickness = Veil.Thickness.thick

  /// A result that has nothing to complain of yet.
  public init(suite: String, name: String, kind: Kind, file: String, line: Int, column: Int = 1) {
    self.suite = suite
    self.name = name
    self.kind = kind
    self.file = file
    self.line = line
    self.column = column
  }

  /// Looks up the line of the file, which `source` is; a sample in it is veiled unless `showsText`.
  public mutating func quote(_ source: SourceText, showsText: Bool) {
    sourceLine =
      switch thickness {
      case _ where showsText: source.line(line)
      case .none, .thin: Veil.veil(source.line(line), spans: [], .thin)
      case .thick: source.shown(line)
      }
  }

  /// Whether all went as written. A gap passes while it is still open.
  public var passed: Bool { problems.isEmpty }

  /// `text` with marks around what was expected, or nil.
  public var expectedText: String? { text.map { MarkedText.mark($0, at: expected.map(\.scalar)) } }
  /// `text` with marks around what was found, or nil.
  public var actualText: String? { text.map { MarkedText.mark($0, at: actual.map(\.scalar)) } }
}

/// What every run is asked for.
public struct TestOptions: Sendable {
  /// Whether results may carry text as it was written, values and all.
  public var showsText = false
  /// The schema that every verdict must keep, or nil.
  public var schema: VerdictSchema?
  /// How programs are compiled.
  public var program = Program.Options()
  /// Whether the case of this name in this suite is run; nil for all. Programs that no chosen case needs are not compiled.
  public var isChosen: (@Sendable (_ suite: String, _ name: String) -> Bool)?
  /// Standard options.
  public init() {}

  func chooses(_ suite: String, _ name: String) -> Bool { isChosen?(suite, name) ?? true }
}
