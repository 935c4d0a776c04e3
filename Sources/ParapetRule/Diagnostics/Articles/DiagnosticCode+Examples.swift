extension DiagnosticCode {
  static let exampleArticles: [DiagnosticCode: DiagnosticArticle] = [
    .noExamples: DiagnosticArticle(
      "没有示例", "no examples",
      what: "The rule has an empty list of examples.",
      why: "Examples are a rule's documentation and its test; without them nobody knows that it works.",
      fix: "Write at least one hit and one miss.",
      wrong: "examples: []", right: "examples:\n  - hit: 这款产品⟦保本⟧\n  - miss: 本产品不保本"),
    .noHit: DiagnosticArticle(
      "没有命中示例", "no hit",
      what: "No example shows what the rule finds.",
      why: "A rule that finds nothing would pass all its examples.",
      fix: "Add a hit, with marks around what is found.",
      wrong: "examples:\n  - miss: 本产品不保本", right: "examples:\n  - hit: 这款产品⟦保本⟧\n  - miss: 本产品不保本"),
    .noMiss: DiagnosticArticle(
      "没有不命中示例", "no miss",
      what: "No example shows what the rule leaves alone.",
      why: "A rule that finds everything would pass all its examples.",
      fix: "Add a miss: a text that looks alike and is harmless.",
      wrong: "examples:\n  - hit: 这款产品⟦保本⟧", right: "examples:\n  - hit: 这款产品⟦保本⟧\n  - miss: 本产品不保本"),
    .unbalancedMarks: DiagnosticArticle(
      "标记不成对", "mark without its partner",
      what: "A ⟦ has no ⟧, or the other way round.",
      why: "The expected span is unknown.",
      fix: "Write the other mark.",
      wrong: "- hit: 这款产品⟦保本", right: "- hit: 这款产品⟦保本⟧"),
    .nestedMarks: DiagnosticArticle(
      "标记嵌套", "mark inside a mark",
      what: "A ⟦ stands between ⟦ and ⟧.",
      why: "Expected spans do not overlap, as findings of one rule do not.",
      fix: "Close the first mark before the second opens.",
      wrong: "- hit: ⟦保本⟦保息⟧⟧", right: "- hit: ⟦保本保息⟧"),
    .unmarkedHit: DiagnosticArticle(
      "命中示例没有标记", "hit without marks",
      what: "The rule finds spans, and the hit marks none.",
      why: "An example that only says found would also pass when the wrong words are masked.",
      fix: "Put ⟦ ⟧ around what is found.",
      wrong: "- hit: 这款产品保本", right: "- hit: 这款产品⟦保本⟧"),
    .unmarkedGap: DiagnosticArticle(
      "缺口示例没有标记", "gap without marks",
      what: "The gap does not mark what should be found.",
      why: "When the rule learns to find it, the run must be able to tell.",
      fix: "Put ⟦ ⟧ around what is missed.",
      wrong: "- gap: 没有哪款产品不保本", right: "- gap: 没有哪款产品不⟦保本⟧"),
    .markedMiss: DiagnosticArticle(
      "不命中示例带有标记", "miss with marks",
      what: "A miss has marks.",
      why: "A miss finds nothing, so either the marks or the word miss is wrong.",
      fix: "Delete the marks, or make it a hit.",
      wrong: "- miss: 本产品不⟦保本⟧", right: "- miss: 本产品不保本"),
    .emptyMarks: DiagnosticArticle(
      "标记内为空", "marks around nothing",
      what: "Nothing stands between ⟦ and ⟧.",
      why: "A finding covers at least one character.",
      fix: "Put the expected span between the marks.",
      wrong: "- hit: 这款产品⟦⟧保本", right: "- hit: 这款产品⟦保本⟧"),
    .unclearExample: DiagnosticArticle(
      "示例含糊", "unclear example",
      what: "The example has none of hit, hits, miss, misses and gap, or more than one.",
      why: "It cannot be told what is expected.",
      fix: "Make it one example of one kind.",
      wrong: "- {hit: ⟦保本⟧, miss: 不保本}", right: "- hit: ⟦保本⟧\n- miss: 不保本"),
  ]

  static let legalArticles: [DiagnosticCode: DiagnosticArticle] = [
    .noLegalBasis: DiagnosticArticle(
      "没有依据", "no legal basis",
      what: "The list legal is empty.",
      why: "Somebody will ask why a customer was refused, and the verdict must be able to say.",
      fix: "Cite a law, a standard or a policy of the house that legal.yaml registers.",
      wrong: "legal: []", right: "legal: [{cite: CN-PIPL-2021 art.51(3), for: de-identification}]"),
    .unknownInstrument: DiagnosticArticle(
      "未登记的法规", "unknown instrument",
      what: "legal.yaml has no instrument under this key.",
      why: "A citation that nobody has looked up may not exist.",
      fix: "Register the instrument, with how it was checked, or mend the key.",
      wrong: "cite: CN-PIPL art.51(3)", right: "cite: CN-PIPL-2021 art.51(3)"),
    .unknownArticle: DiagnosticArticle(
      "未登记的条款", "unknown article",
      what: "The instrument is registered, and this article of it is not.",
      why: "The article is what demands something; its one line must be in the register.",
      fix: "Register the article, or mend the number.",
      wrong: "cite: CN-PIPL-2021 art.15(3)", right: "cite: CN-PIPL-2021 art.51(3)"),
    .unverifiedNotSaid: DiagnosticArticle(
      "未核实的依据未注明", "unverified citation not marked",
      what: "The register says that nobody has checked the wording, and the rule does not.",
      why: "Whoever signs the rule must see that its basis is second-hand.",
      fix: "Write verified: false beside the citation, or check the wording and say so in legal.yaml.",
      wrong: "- {cite: CN-X-2020 art.3, for: …}", right: "- {cite: CN-X-2020 art.3, for: …, verified: false}"),
    .verifiedDenied: DiagnosticArticle(
      "已核实的依据标为未核实", "verified citation marked as not",
      what: "The rule says verified: false, and the register says that the wording has been checked.",
      why: "The rule lags behind the register.",
      fix: "Delete verified: false.",
      wrong: "- {cite: CN-PIPL-2021 art.51(3), for: …, verified: false}", right: "- {cite: CN-PIPL-2021 art.51(3), for: …}"),
    .repealed: DiagnosticArticle(
      "依据已失效", "instrument no longer in force",
      what: "The instrument ceased to be in force before today.",
      why: "A refusal cannot rest on a law that has been repealed.",
      fix: "Cite what has taken its place.",
      wrong: "- {cite: CN-AdLaw-1994 art.4, for: …}", right: "- {cite: CN-AdLaw-2021 art.4, for: …}"),
    .notYetInForce: DiagnosticArticle(
      "依据尚未生效", "instrument not yet in force",
      what: "The instrument comes into force only later.",
      why: "Until then it demands nothing.",
      fix: "Keep the rule a draft or in shadow until that day.",
      wrong: "status: stable\nlegal: [{cite: CN-NewLaw-2030, for: …}]",
      right: "status: draft\nmode: shadow\nlegal: [{cite: CN-NewLaw-2030, for: …}]"),
    .noRegister: DiagnosticArticle(
      "缺少 legal.yaml", "no legal register",
      what: "The rule directory has no legal.yaml.",
      why: "No citation can be checked.",
      fix: "Write the register: title, issuer, in force, verified, articles.",
      wrong: "Rules/masking/…", right: "Rules/legal.yaml\nRules/masking/…"),
  ]
}
