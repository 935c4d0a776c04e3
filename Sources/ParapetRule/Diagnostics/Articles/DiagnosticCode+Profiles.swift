extension DiagnosticCode {
  static let sharedArticles: [DiagnosticCode: DiagnosticArticle] = [
    .cueCycle: DiagnosticArticle(
      "线索循环引用", "cue that leads back to itself",
      what: "Following the cues that this cue names arrives at it again.",
      why: "Its words cannot be written out.",
      fix: "Write the words out in one of the cues.",
      wrong: "cue: a    # pattern: $b\ncue: b    # pattern: $a", right: "cue: a    # pattern: $b\ncue: b    # pattern: '不|非'"),
    .cueExampleFails: DiagnosticArticle(
      "线索示例不成立", "cue example that does not hold",
      what: "A hit is not matched by the cue's patterns, or a miss is.",
      why: "A cue is used by many rules; what it excuses must be known.",
      fix: "Mend the pattern, or the example.",
      wrong: "pattern: '不[^…]{0,4}$'\nexamples: [{hit: 并非}]", right: "pattern: '(?:不|并非)[^…]{0,4}$'\nexamples: [{hit: 并非}]"),
    .emptyList: DiagnosticArticle(
      "词表为空", "empty list",
      what: "The list holds only comments and blank lines.",
      why: "A clause that uses it finds nothing.",
      fix: "Write one term a line, or delete the file.",
      wrong: "# terms to come", right: "闭眼买\n躺赚"),
    .repeatedTerm: DiagnosticArticle(
      "词条重复", "term stands twice",
      what: "A list has the same term on two lines.",
      why: "It does no harm; usually another term was meant.",
      fix: "Delete one.",
      wrong: "躺赚\n闭眼买\n躺赚", right: "躺赚\n闭眼买"),
    .schemaNotJSON: DiagnosticArticle(
      "Schema 文件不是 JSON", "schema file is not JSON",
      what: "The file cannot be read as JSON by RFC 8259.",
      why: "Nothing could be checked by it.",
      fix: "Mend the file at the caret; JSON has no comments and no comma after the last value.",
      wrong: "{\"type\": \"object\",}", right: "{\"type\": \"object\"}"),
    .schemaInvalid: DiagnosticArticle(
      "不是有效的 JSON Schema", "not a JSON Schema",
      what: "The file is JSON, and a keyword in it has a value that it cannot have.",
      why: "A keyword that is not understood would check nothing.",
      fix: "Mend the keyword, by the draft of JSON Schema that `$schema` names.",
      wrong: "{\"type\": \"objekt\"}", right: "{\"type\": \"object\"}"),
    .missingReply: DiagnosticArticle(
      "缺少必备回复", "missing reply",
      what: "replies.yaml is missing, or lacks one of the keys refused and held.",
      why: "They are what is said when a rule names no reply.",
      fix: "Add the reply in Chinese and in English.",
      wrong: "no-promise: {zh: …, en: …}", right: "refused: {zh: …, en: …}\nheld: {zh: …, en: …}\nno-promise: {zh: …, en: …}"),
  ]

  static let profileArticles: [DiagnosticCode: DiagnosticArticle] = [
    .noDefaultProfile: DiagnosticArticle(
      "缺少 default 方案", "no default profile",
      what: "There is no profiles/default.yaml.",
      why: "It judges when nobody names a profile.",
      fix: "Write it; it may simply select everything.",
      wrong: "profiles/cn.retail-bank.yaml", right: "profiles/default.yaml\nprofiles/cn.retail-bank.yaml"),
    .selectsNothing: DiagnosticArticle(
      "选择结果为空", "selects nothing",
      what: "A pattern in select fits no rule.",
      why: "Rules that were meant to judge do not.",
      fix: "Mend the pattern; * stands for the rest of a name.",
      wrong: "select: [maskin.*]", right: "select: [masking.*]"),
    .unknownChannel: DiagnosticArticle(
      "未知的渠道", "unknown channel",
      what: "An example or an expected error names a channel that the profile does not have.",
      why: "It would be judged by the rules for all channels and prove nothing.",
      fix: "Mend the name, or add the channel. base stands for an event in none of the channels.",
      wrong: "expect: {markting: refuse}", right: "expect: {marketing: refuse}"),
    .errorDoesNotFail: DiagnosticArticle(
      "应拒绝的修改未被拒绝", "expected error that does not fail",
      what: "The profile says that the loader must reject these overrides, and it accepts them.",
      why: "Something that was meant to be impossible is possible: a floor was taken away, perhaps.",
      fix: "Put back what made them impossible, or delete the entry.",
      wrong: "errors:\n  - override: [{rule: masking.cn.mobile, replace: {severity: critical}, why: x}]\n    because: floor rule loosened",
      right: "errors:\n  - override: [{rule: masking.cn.mobile, replace: {mode: 'off'}, why: x}]\n    because: floor rule loosened"),
    .errorFailsOtherwise: DiagnosticArticle(
      "拒绝的原因不同", "expected error that fails for another reason",
      what: "The loader rejects the overrides, but not for the reason that the entry gives.",
      why: "A misspelled path would be rejected too, and prove nothing about the floor.",
      fix: "Mend the entry. because may be a code, or its title; any other text accepts any reason.",
      wrong: "- override: [{rule: masking.cn.mobil, replace: {mode: 'off'}, why: x}]\n  because: floor rule loosened",
      right: "- override: [{rule: masking.cn.mobile, replace: {mode: 'off'}, why: x}]\n  because: floor rule loosened"),
    .unknownProfile: DiagnosticArticle(
      "方案不存在或不可用", "no such profile",
      what: "There is no profile of this name, or it has errors and cannot be used.",
      why: "No rules would judge.",
      fix: "Use a profile that exists; lint says what is wrong with the others.",
      wrong: "parapet filter --profile cn.retail", right: "parapet filter --profile cn.retail-bank"),
  ]

  static let overrideArticles: [DiagnosticCode: DiagnosticArticle] = [
    .overrideOfUnknownRule: DiagnosticArticle(
      "调整的规则不存在", "override of an unknown rule",
      what: "No rule has this id, or fits this pattern.",
      why: "The override would change nothing.",
      fix: "Mend the id.",
      wrong: "- {rule: format.advise, replace: {mode: shadow}, why: …}", right: "- {rule: format.advice, replace: {mode: shadow}, why: …}"),
    .overrideOfUnselectedRule: DiagnosticArticle(
      "调整的规则未被选用", "override of a rule that is not selected",
      what: "The rule exists, and the profile does not select it.",
      why: "The override would change nothing.",
      fix: "Add the rule to select, or delete the override.",
      wrong: "select: [masking.*]\noverride: [{rule: format.advice, …}]",
      right: "select: [masking.*, format.*]\noverride: [{rule: format.advice, …}]"),
    .unknownPath: DiagnosticArticle(
      "路径不存在", "path that does not exist",
      what: "The rule has nothing at the path that the override names.",
      why: "The override would change nothing, or add what nobody asked for.",
      fix: "Mend the path. To add a clause, append it: append: {find: {slang: {phrases: […]}}}.",
      wrong: "append: {find.promis.phrases: [躺赚]}", right: "append: {find.promise.phrases: [躺赚]}"),
    .fixedSlot: DiagnosticArticle(
      "该项不可由方案修改", "slot that a profile cannot change",
      what: "The slot says what the rule is: its id, version, owner, floor, legal basis or examples.",
      why: "A profile tunes a rule; it does not turn it into another one.",
      fix: "Change the rule itself.",
      wrong: "replace: {floor: false}", right: "replace: {severity: critical}"),
    .floorLoosened: DiagnosticArticle(
      "放宽了底线规则", "floor rule loosened",
      what: "The override makes a rule with floor: true weaker, or changes it in a way that is not known to be stricter.",
      why: "A floor is what the law demands in every channel.",
      fix: "Tighten only: add phrases or clauses, choose a stricter action, mode or severity.",
      wrong: "- {rule: refusal.cn.guaranteed-return, replace: {mode: shadow}, why: …}",
      right: "- {rule: refusal.cn.guaranteed-return, append: {find.promise.phrases: [躺赚]}, why: …}"),
    .looseningWithoutEnd: DiagnosticArticle(
      "放宽而无截止日期", "loosening without an end date",
      what: "The override makes a rule weaker, or changes it in a way that is not known to be stricter, and has no until.",
      why: "What was opened for a month stays open for years.",
      fix: "Write the last day on which it applies.",
      wrong: "- {rule: format.advice, replace: {mode: shadow}, why: CS-412}",
      right: "- {rule: format.advice, replace: {mode: shadow}, why: CS-412, until: 2026-12-31}"),
    .overrideExpired: DiagnosticArticle(
      "调整已过期", "override that has run out",
      what: "The last day of the override is over.",
      why: "It is no longer applied: the rule judges as written. Loading goes on without it, and lint fails until it is gone.",
      fix: "Delete it, or renew it with a new reason.",
      wrong: "until: 2020-12-31", right: "until: 2027-12-31"),
    .overrideChangesNothing: DiagnosticArticle(
      "调整没有内容", "override that changes nothing",
      what: "The override has none of replace, append and remove.",
      why: "Its author meant to change something.",
      fix: "Write the change, or delete the override.",
      wrong: "- {rule: format.advice, why: CS-412}", right: "- {rule: format.advice, replace: {severity: high}, why: CS-412}"),
    .cannotAppend: DiagnosticArticle(
      "无法追加", "cannot append",
      what: "The value at the path and the value to be appended do not fit together, or a key would stand twice.",
      why: "A list can be appended to a list, and new keys to a mapping.",
      fix: "Use replace.",
      wrong: "append: {find: {promise: {phrases: [躺赚]}}}    # promise is there", right: "append: {find.promise.phrases: [躺赚]}"),
  ]
}
