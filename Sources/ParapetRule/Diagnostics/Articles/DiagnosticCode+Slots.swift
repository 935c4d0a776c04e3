extension DiagnosticCode {
  static let slotArticles: [DiagnosticCode: DiagnosticArticle] = [
    .unknownKey: DiagnosticArticle(
      "未知的键", "unknown key",
      what: "The mapping has a key that the rule language does not know here.",
      why: "A misspelled slot would simply not count: unles would excuse nothing.",
      fix: "Use the key that the help names, or look the slot up in the rule language.",
      wrong: "serverity: high", right: "severity: high"),
    .missingSlot: DiagnosticArticle(
      "缺少必填项", "missing slot",
      what: "A key that must be written is not there.",
      why: "What decides is written in the rule and never guessed: who owns it, what happens on an error.",
      fix: "Write the key.",
      wrong: "legal: [{cite: CN-PIPL-2021 art.51(3)}]", right: "legal: [{cite: CN-PIPL-2021 art.51(3), for: de-identification}]"),
    .wrongKind: DiagnosticArticle(
      "值的形式不对", "wrong kind of value",
      what: "A list stands where a mapping belongs, or the like.",
      why: "The slot cannot be read, so the rule cannot be used.",
      fix: "Write what the message asks for.",
      wrong: "when: [output]", right: "when: {stage: output}"),
    .emptyValue: DiagnosticArticle(
      "值为空", "empty value",
      what: "A key has no value, an empty text, an empty list or an empty mapping.",
      why: "An empty phrase stands in every text; an empty title tells nobody anything.",
      fix: "Write the value, or delete the key.",
      wrong: "title: {zh: '', en: Mobile numbers}", right: "title: {zh: 手机号码, en: Mobile numbers}"),
    .unknownValue: DiagnosticArticle(
      "未知的取值", "unknown value",
      what: "The slot takes one of a few words, and this is not one of them.",
      why: "A word that is nearly right would be read as the default.",
      fix: "Use one of the words that the help names.",
      wrong: "mode: enforced", right: "mode: enforce"),
    .notANumber: DiagnosticArticle(
      "不是允许范围内的数字", "not a number in range",
      what: "The slot takes a whole number in a range, or a decimal number where an amount is compared.",
      why: "`1e3`, `0x10`, `010` and `1_000` are numbers to some readers and not to others.",
      fix: "Write plain digits.",
      wrong: "needs: {digits: many}", right: "needs: {digits: 16}"),
    .notABoolean: DiagnosticArticle(
      "不是 true 或 false", "not true or false",
      what: "The slot takes true or false.",
      why: "YAML's yes, on and y mean true to some readers and text to others.",
      fix: "Write true or false.",
      wrong: "floor: yes", right: "floor: true"),
    .notAVersion: DiagnosticArticle(
      "不是语义化版本", "version is not semver",
      what: "The version is not three numbers joined by points.",
      why: "Whether a rule has changed its meaning without a new version can only be told from versions that have an order.",
      fix: "Write three numbers without leading zeros, such as 1.0.0.",
      wrong: "version: 1.0", right: "version: 1.0.0"),
    .notADate: DiagnosticArticle(
      "不是日期", "not a calendar date",
      what: "The value is not a day written as year-month-day, or there is no such day.",
      why: "Dates are compared as they are written; another form would sort wrongly.",
      fix: "Write it as 2026-11-21.",
      wrong: "reviewed: 2026-02-30", right: "reviewed: 2026-02-28"),
    .badName: DiagnosticArticle(
      "名称格式不对", "not a name",
      what: "A name that is given here has characters that names do not have.",
      why: "Names are parts of paths, of overrides and of verdicts: find.promise.phrases.",
      fix: "Use small letters, digits and hyphens.",
      wrong: "find: {Promise 1: {phrases: [保本]}}", right: "find: {promise-1: {phrases: [保本]}}"),
    .repeatedValue: DiagnosticArticle(
      "取值重复", "value stands twice",
      what: "The same value stands twice in one list.",
      why: "Usually the second was meant to be another one.",
      fix: "Delete it, or write what was meant.",
      wrong: "stage: [input, output, input]", right: "stage: [input, output]"),
    .badPointer: DiagnosticArticle(
      "JSON 指针格式不对", "not a JSON pointer",
      what: "The value is not an RFC 6901 pointer, or a reference does not hold one.",
      why: "A pointer that leads nowhere would make every call fail, or none.",
      fix: "Begin with a slash; write ~ inside a name as ~0.",
      wrong: "subject: {arg: id_no, equals: session:customer}", right: "subject: {arg: /id_no, equals: session:/customer}"),
  ]

  static let identityArticles: [DiagnosticCode: DiagnosticArticle] = [
    .idNotPath: DiagnosticArticle(
      "标识与路径不符", "id is not the path",
      what: "The id that the file gives is not the file's path with points for slashes.",
      why: "Whoever reads an id in a verdict must find the file without searching.",
      fix: "Write the id that the help names, or move the file.",
      wrong: "# masking/cn/mobile.yaml\nrule: masking.mobile", right: "# masking/cn/mobile.yaml\nrule: masking.cn.mobile"),
    .notAFamily: DiagnosticArticle(
      "目录不是规则族", "folder is not a family",
      what: "The first folder of the path is none of refusal, grounding, masking, format and tool.",
      why: "The family says what a rule is for; profiles select by it.",
      fix: "Move the file into a family's folder.",
      wrong: "privacy/mobile.yaml", right: "masking/cn/mobile.yaml"),
    .duplicateID: DiagnosticArticle(
      "规则标识重复", "two files for one rule",
      what: "Two paths stand for the same id.",
      why: "Only one of the two would judge.",
      fix: "Rename one of the files; a name inside a path has no points.",
      wrong: "masking/cn/mobile.yaml\nmasking/cn.mobile.yaml", right: "masking/cn/mobile.yaml\nmasking/cn/landline.yaml"),
    .versionNotRaised: DiagnosticArticle(
      "含义变更而版本未升", "version not raised",
      what: "The rule means something else than in the rules it is compared with, and its version is not higher.",
      why: "A verdict names the rule's version: the same version must always have meant the same.",
      fix: "Raise the version. A change of title, owner, review date or examples needs no new version.",
      wrong: "version: 1.0.0    # and one more phrase than before", right: "version: 1.1.0"),
  ]
}
