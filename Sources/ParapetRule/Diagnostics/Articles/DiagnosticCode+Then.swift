extension DiagnosticCode {
  static let requireArticles: [DiagnosticCode: DiagnosticArticle] = [
    .groundedWithoutFind: DiagnosticArticle(
      "grounded 缺少 find", "grounded without find",
      what: "The rule requires that what it finds be grounded, and finds nothing.",
      why: "Without candidates there is nothing to compare with the context.",
      fix: "Find the figures, dates or citations first.",
      wrong: "require: {grounded: {in: context}}", right: "find: {figure: {entity: quantity}}\nrequire: {grounded: {in: context}}"),
    .toolAssertionElsewhere: DiagnosticArticle(
      "工具断言用于其他阶段", "tool assertion at another stage",
      what: "arg or calls stands in a rule that does not apply to stage tool-call.",
      why: "There is no call to look at, so the assertion could never hold.",
      fix: "Add tool-call to when.stage.",
      wrong: "when: {stage: output}\nrequire: {arg: /amount, at_most: 50000}",
      right: "when: {stage: tool-call, tool: transfer.create}\nrequire: {arg: /amount, at_most: 50000}"),
    .emptyAssertion: DiagnosticArticle(
      "断言没有条件", "assertion that demands nothing",
      what: "The assertion has no phrase, no bound or no comparison.",
      why: "It always holds, or never.",
      fix: "Write what is demanded.",
      wrong: "require: {length: {unit: scalars}}", right: "require: {length: {max: 70, unit: scalars}}"),
    .unclearAssertion: DiagnosticArticle(
      "断言含糊", "unclear assertion",
      what: "It cannot be told which one assertion is meant: there are several side by side, or none.",
      why: "Whether all must hold or any is enough has to be written.",
      fix: "Combine assertions by all or any, each under a name.",
      wrong: "require:\n  json: {schema: schemas/advice.v1.json}\n  length: {max: 500}",
      right: "require:\n  all:\n    json: {schema: schemas/advice.v1.json}\n    length: {max: 500}"),
    .unknownSchema: DiagnosticArticle(
      "未知的 JSON Schema", "unknown schema",
      what: "There is no schema at this path.",
      why: "Nothing could be checked.",
      fix: "Put the schema under schemas/ and write the path from the rule directory.",
      wrong: "json: {schema: advice.v1.json}", right: "json: {schema: schemas/advice.v1.json}"),
    .crossedBounds: DiagnosticArticle(
      "上下限颠倒", "bounds that cross",
      what: "The least allowed is more than the most allowed.",
      why: "Nothing can satisfy both.",
      fix: "Swap the two.",
      wrong: "length: {min: 70, max: 7}", right: "length: {min: 7, max: 70}"),
  ]

  static let thenArticles: [DiagnosticCode: DiagnosticArticle] = [
    .missingPartner: DiagnosticArticle(
      "动作缺少必要参数", "action without its partner",
      what: "rewrite needs with, append needs text.",
      why: "The action could do nothing.",
      fix: "Write the option.",
      wrong: "then: {action: rewrite}", right: "then: {action: rewrite, with: strip-markdown}"),
    .foreignOption: DiagnosticArticle(
      "参数不属于该动作", "option of another action",
      what: "The action has an option that belongs to another one.",
      why: "It would have no effect, and its author believes it has.",
      fix: "Delete the option, or change the action.",
      wrong: "then: {action: refuse, keep: [4, 4]}", right: "then: {action: mask, keep: [4, 4]}"),
    .unknownReply: DiagnosticArticle(
      "未知的回复", "unknown reply",
      what: "replies.yaml has no reply under this key.",
      why: "The customer would be told nothing.",
      fix: "Add the reply, or use a key that exists.",
      wrong: "then: {action: refuse, reply: no-promises}", right: "then: {action: refuse, reply: no-promise}"),
    .unknownTransform: DiagnosticArticle(
      "未知的改写", "unknown transform",
      what: "There is no transform of this name.",
      why: "The text could not be rewritten.",
      fix: "Use one that exists; a new one is written in Swift.",
      wrong: "then: {action: rewrite, with: markdown}", right: "then: {action: rewrite, with: strip-markdown}"),
    .maskWithoutFind: DiagnosticArticle(
      "没有 find 却要脱敏", "mask without find",
      what: "The rule masks, and finds nothing to mask.",
      why: "A mask hides spans, and only find makes spans.",
      fix: "Add a find, or choose another action.",
      wrong: "require: {length: {max: 70}}\nthen: {action: mask}",
      right: "require: {length: {max: 70}}\nthen: {action: hold, for: regenerate}"),
    .badKeep: DiagnosticArticle(
      "keep 或 with 格式不对", "keep or with of a mask",
      what: "keep is not two small whole numbers, or with is not one character.",
      why: "How much of a secret stays visible must be beyond doubt.",
      fix: "Write keep: [first, last] and with: '*'.",
      wrong: "then: {action: mask, keep: [-4, 4]}", right: "then: {action: mask, keep: [0, 4]}"),
    .maskTwice: DiagnosticArticle(
      "replace 与 keep 并用", "replace beside keep",
      what: "The mask says what stands for the whole value, and also what stays of it.",
      why: "Only one of the two can be done.",
      fix: "Delete one.",
      wrong: "then: {action: mask, replace: '[CVV]', keep: [0, 1]}", right: "then: {action: mask, replace: '[CVV]'}"),
    .unknownHint: DiagnosticArticle(
      "未知的提示", "unknown hint",
      what: "hints.yaml has no hint under this key.",
      why: "The model that has to write again would not be told what to do better.",
      fix: "Add the hint, or use a key that exists.",
      wrong: "then: {action: hold, for: regenerate, hint: schema-errors}",
      right: "then: {action: hold, for: regenerate, hint: schema-error}"),
    .otherwiseWithoutRequire: DiagnosticArticle(
      "otherwise 缺少 require", "otherwise without require",
      what: "otherwise says what is done where a rewriting has not made the requirement hold, and the rule has none, or has a find.",
      why: "It would never be done.",
      fix: "Say by require what the rewritten text must be, or delete otherwise.",
      wrong: "find: {digits: {pattern: '[０-９]'}}\nthen: {action: rewrite, with: halfwidth-digits, otherwise: {action: hold}}",
      right: "require: {json: {schema: schemas/a.json}}\nthen: {action: rewrite, with: repair-json, otherwise: {action: hold}}"),
  ]
}
