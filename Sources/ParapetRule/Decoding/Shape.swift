/// The slots of one mapping of the rule language.
struct Shape: Sendable {
  /// One key.
  struct Slot: Sendable {
    let name: String
    let isRequired: Bool
  }

  /// What the mapping is, for messages: "a find clause".
  let name: String
  /// Its keys, in the order in which a person would write them.
  let slots: [Slot]

  /// A shape from its keys; those that must be there end in `!`.
  init(_ name: String, _ keys: String) {
    self.name = name
    slots = keys.split(separator: " ").map { Slot(name: String($0.prefix { $0 != "!" }), isRequired: $0.hasSuffix("!")) }
  }

  /// The names of all keys.
  var names: [String] { slots.map(\.name) }
}

extension Shape {
  static let rule = Shape(
    "a rule",
    """
    rule! version! title! status! severity! mode floor owner! reviewed! legal! when! fold find unless require then! evidence on_error! \
    on_missing examples!
    """)
  static let localized = Shape("a text in both languages", "zh! en!")
  static let addition = Shape("a text in both languages", "zh! zh-Hant en!")
  static let legalBasis = Shape("a legal basis", "cite! for! verified")
  static let when = Shape("`when`", "stage! channel purpose region format tool facts")
  static let findClause = Shape("a find clause", "phrases terms pattern entity needs validate context group firm again ignore")
  static let needs = Shape("`needs`", "any digits")
  static let context = Shape("`context`", "any! within! side")
  static let exception = Shape("an exception", "before after within facts scope for")
  static let grounded = Shape("`grounded`", "in equal derive rounding tier")
  static let registered = Shape("`registered`", "in! tier")
  static let json = Shape("`json`", "schema! extract formats depth bytes")
  static let csv = Shape("`csv`", "header columns separator formulas extract")
  static let table = Shape("`table`", "header columns")
  static let xml = Shape("`xml`", "root extract")
  static let disclosed = Shape("`disclosed`", "phrases pattern within")
  static let place = Shape("`within`", "first last near same")
  static let matches = Shape("`matches`", "pattern!")
  static let reasoned = Shape("`reasoned`", "in")
  static let length = Shape("`length`", "max min unit")
  static let argument = Shape("an `arg` assertion", "arg! present matches one_of equals at_most at_least")
  static let calls = Shape("a `calls` assertion", "calls! at_most at_least per")
  static let obligation = Shape("an obligation", "kind! queue within_hours")
  static let example = Shape(
    "an example",
    "hit hits miss misses gap out decision why context input facts stage format channel purpose region tool args session registers")
  static let passage = Shape("a context passage", "id text! as_of")

  static let cue = Shape("a cue", "cue! version! title! owner! reviewed! scope pattern! examples!")
  static let cueExample = Shape("a cue's example", "hit miss why")
  static let instrument = Shape("an instrument", "title! issuer! in_force! number last_article replaced_by verified! checked articles!")
  static let inForce = Shape("`in_force`", "from! until")
  static let article = Shape("an article", "demands! verified checked")
  static let register = Shape("a register", "source! as_of! complete! entries!")
  static let registerSample = Shape("a register of an example", "complete entries!")
  static let registerEntry = Shape("an entry of a register", "names in_force replaced_by last_article history verified")
  static let entryForce = Shape("`in_force`", "from until")

  static let profile = Shape("a profile", "profile! version! title! owner! reviewed select! override channels examples errors")
  static let channel = Shape("a channel", "override")
  static let override = Shape("an override", "rule! replace append remove why! until")
  static let profileExample = Shape("a profile's example", "text! stage expect! why")
  static let expectedError = Shape("an expected error", "override! because! channel")
}
