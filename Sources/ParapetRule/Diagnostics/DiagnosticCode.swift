/// Every problem that a rule directory can have. The codes are stable: a number is never given to another problem.
///
/// P01 files and YAML · P02 slots and values · P03 identity · P04 find, unless and require · P05 then · P06 examples · P07 legal basis ·
/// P08 cues, lists, replies and schemas · P09 profiles.
public enum DiagnosticCode: String, Sendable, CaseIterable {
  case notUTF8 = "P0101"
  case fileTooLarge = "P0102"
  case syntax = "P0103"
  case tab = "P0104"
  case anchorOrAlias = "P0105"
  case tag = "P0106"
  case duplicateKey = "P0107"
  case secondDocument = "P0108"
  case tooDeep = "P0109"
  case emptyFile = "P0110"
  case keyNotText = "P0111"
  case unknownFile = "P0112"

  case unknownKey = "P0201"
  case missingSlot = "P0202"
  case wrongKind = "P0203"
  case emptyValue = "P0204"
  case unknownValue = "P0205"
  case notANumber = "P0206"
  case notABoolean = "P0207"
  case notAVersion = "P0208"
  case notADate = "P0209"
  case badName = "P0210"
  case repeatedValue = "P0211"
  case badPointer = "P0212"

  case idNotPath = "P0301"
  case notAFamily = "P0302"
  case duplicateID = "P0303"
  case versionNotRaised = "P0304"

  case badPattern = "P0401"
  case variableLookbehind = "P0402"
  case emptyMatch = "P0403"
  case unknownGroup = "P0404"
  case misplacedModifier = "P0405"
  case noProducer = "P0406"
  case severalProducers = "P0407"
  case unknownValidator = "P0408"
  case unknownEntity = "P0409"
  case unknownList = "P0410"
  case unknownCue = "P0411"
  case emptyNeeds = "P0412"
  case emptyException = "P0413"
  case exceptionWithoutFind = "P0414"
  case unknownClause = "P0415"
  case exceptionForFirm = "P0416"
  case nothingToJudge = "P0417"
  case groundedWithoutFind = "P0418"
  case toolAssertionElsewhere = "P0419"
  case emptyAssertion = "P0420"
  case unclearAssertion = "P0421"
  case unknownSchema = "P0422"
  case crossedBounds = "P0423"
  case foldedAway = "P0424"
  case needsNotImplied = "P0440"

  case missingPartner = "P0501"
  case foreignOption = "P0502"
  case unknownReply = "P0503"
  case unknownTransform = "P0504"
  case maskWithoutFind = "P0505"
  case badKeep = "P0506"
  case maskTwice = "P0507"
  case unknownHint = "P0508"
  case otherwiseWithoutRequire = "P0509"

  case noExamples = "P0601"
  case noHit = "P0602"
  case noMiss = "P0603"
  case unbalancedMarks = "P0604"
  case nestedMarks = "P0605"
  case unmarkedHit = "P0606"
  case unmarkedGap = "P0607"
  case markedMiss = "P0608"
  case emptyMarks = "P0609"
  case unclearExample = "P0610"

  case noLegalBasis = "P0701"
  case unknownInstrument = "P0702"
  case unknownArticle = "P0703"
  case unverifiedNotSaid = "P0704"
  case verifiedDenied = "P0705"
  case repealed = "P0706"
  case notYetInForce = "P0707"
  case noRegister = "P0708"

  case cueCycle = "P0801"
  case cueExampleFails = "P0802"
  case emptyList = "P0803"
  case repeatedTerm = "P0804"
  case schemaNotJSON = "P0805"
  case schemaInvalid = "P0806"
  case missingReply = "P0807"

  case noDefaultProfile = "P0901"
  case selectsNothing = "P0902"
  case overrideOfUnknownRule = "P0903"
  case overrideOfUnselectedRule = "P0904"
  case unknownPath = "P0905"
  case fixedSlot = "P0906"
  case floorLoosened = "P0907"
  case looseningWithoutEnd = "P0908"
  case overrideExpired = "P0909"
  case overrideChangesNothing = "P0910"
  case cannotAppend = "P0911"
  case unknownChannel = "P0912"
  case errorDoesNotFail = "P0913"
  case errorFailsOtherwise = "P0914"
  case unknownProfile = "P0915"

  /// Whether what is wrong leaves a rule's judgement alone: what shows or explains the rule falls short, or the hint of where to look.
  /// Such a rule must not go into force, but a past one can be compared with.
  public var leavesJudgementAlone: Bool {
    switch self {
    case .needsNotImplied, .noExamples, .noHit, .noMiss, .unbalancedMarks, .nestedMarks, .unmarkedHit, .unmarkedGap, .markedMiss,
      .emptyMarks, .unclearExample, .noLegalBasis, .unknownInstrument, .unknownArticle, .unverifiedNotSaid, .noRegister, .cueExampleFails,
      .errorDoesNotFail, .errorFailsOtherwise:
      true
    default: false
    }
  }

  /// Whether a rule with this problem can still be used.
  public var severity: Diagnostic.Severity {
    switch self {
    case .unknownFile, .foldedAway, .unknownHint, .verifiedDenied, .repealed, .notYetInForce, .repeatedTerm: .warning
    default: .error
    }
  }
}
