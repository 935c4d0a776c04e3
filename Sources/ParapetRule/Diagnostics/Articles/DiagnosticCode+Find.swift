extension DiagnosticCode {
  static let findArticles: [DiagnosticCode: DiagnosticArticle] = [
    .badPattern: DiagnosticArticle(
      "正则表达式无法编译", "pattern does not compile",
      what: "PCRE2 refuses the pattern. Message and place are its own.",
      why: "A pattern that does not compile finds nothing.",
      fix: "Mend the pattern at the caret. Write patterns in single quotes, where a backslash is a backslash.",
      wrong: "pattern: '(?<year>\\d{4'", right: "pattern: '(?<year>\\d{4})'"),
    .variableLookbehind: DiagnosticArticle(
      "后行断言长度不固定", "lookbehind without a fixed length",
      what: "A lookbehind can match texts of different lengths.",
      why: "PCRE2 looks back by a fixed number of characters. And an exception hidden in a lookbehind has no name in the trace.",
      fix: "Say what excuses the candidate in unless, with before; or what must stand near in context.",
      wrong: "pattern: '(?<!不.{0,4})保本'", right: "find: {promise: {phrases: [保本]}}\nunless: {negated: {before: '不.{0,4}$'}}"),
    .emptyMatch: DiagnosticArticle(
      "可匹配空串", "pattern matches nothing",
      what: "The pattern also matches where there is no character to match.",
      why: "It would find something everywhere: between any two characters of any text.",
      fix: "Make at least one part obligatory.",
      wrong: "pattern: '\\d*'", right: "pattern: '\\d+'"),
    .foldedAway: DiagnosticArticle(
      "pattern 中有归一后不存在的字符", "pattern with a character that is folded away",
      what: "The pattern holds a character that the folds of the rule replace or leave out: a full-width, traditional or invisible one.",
      why: "A pattern sees the folded text, in which no such character is left. What hangs on it never matches.",
      fix: "Write what it becomes: half-width, simplified. Phrases need no such care; they are folded like the text.",
      wrong: "fold: [width, han]\nfind: {promise: {pattern: '保證（％）'}}", right: "fold: [width, han]\nfind: {promise: {pattern: '保证（%）'}}"),
    .unknownGroup: DiagnosticArticle(
      "捕获组不存在", "unknown group",
      what: "The pattern has no capture of this number or name.",
      why: "The span to be hidden would be unknown.",
      fix: "Put the part that is the span into ( ) or (?<name> ).",
      wrong: "pattern: 'PIN[:：]\\d{6}'\ngroup: 1", right: "pattern: 'PIN[:：](\\d{6})'\ngroup: 1"),
    .misplacedModifier: DiagnosticArticle(
      "修饰项用错位置", "modifier without its producer",
      what: "group speaks of a pattern, ignore of an entity and again of either, and the clause has none.",
      why: "It would have no effect, and its author believes it has.",
      fix: "Delete it, or change how the clause finds.",
      wrong: "find: {pin: {phrases: [PIN], group: 1}}", right: "find: {pin: {pattern: 'PIN (\\d{6})', group: 1}}"),
    .noProducer: DiagnosticArticle(
      "查找条款没有内容", "clause that looks for nothing",
      what: "The clause has none of phrases, terms, pattern and entity.",
      why: "It can find nothing.",
      fix: "Write one of the four.",
      wrong: "find: {promise: {firm: true}}", right: "find: {promise: {phrases: [保本], firm: true}}"),
    .severalProducers: DiagnosticArticle(
      "查找条款有多种查找方式", "clause that looks in several ways",
      what: "The clause has more than one of phrases, terms, pattern and entity.",
      why: "A verdict names the clause; it should name one way of finding.",
      fix: "Give each its own clause.",
      wrong: "find: {promise: {phrases: [保本], pattern: '零风险'}}",
      right: "find:\n  promise: {phrases: [保本]}\n  no-risk: {pattern: '零风险'}"),
    .unknownValidator: DiagnosticArticle(
      "未知的校验器", "unknown validator",
      what: "There is no validator of this name.",
      why: "Without its check the clause would find every number of that length.",
      fix: "Use a validator that exists; a new one is written in Swift.",
      wrong: "validate: lunh", right: "validate: luhn"),
    .unknownEntity: DiagnosticArticle(
      "未知的识别器", "unknown entity",
      what: "There is no recogniser of this name.",
      why: "The clause could find nothing.",
      fix: "Use one that exists; a new one is written in Swift.",
      wrong: "find: {figure: {entity: quantities}}", right: "find: {figure: {entity: quantity}}"),
    .unknownList: DiagnosticArticle(
      "未知的词表", "unknown list",
      what: "There is no list of this name under shared/.",
      why: "The clause could find nothing.",
      fix: "Write shared/NAME.txt, one term a line.",
      wrong: "terms: promises    # no shared/promises.txt", right: "terms: promise-words"),
    .unknownCue: DiagnosticArticle(
      "未知的线索", "unknown cue",
      what: "There is no cue of this name under shared/.",
      why: "The exception would excuse nothing, and harmless texts would be refused.",
      fix: "Write shared/NAME.yaml, or mend the name.",
      wrong: "negated: {before: $negation.cn}", right: "negated: {before: $negation.zh}"),
    .emptyNeeds: DiagnosticArticle(
      "needs 为空或含糊", "needs that says nothing",
      what: "needs has neither any nor digits, has both, or holds an empty literal.",
      why: "The prefilter would never let the clause look, or always.",
      fix: "Write one of {any: [word, …]} and {digits: 6}, or delete needs.",
      wrong: "needs: {any: ['']}", right: "needs: {any: [保本]}"),
    .needsNotImplied: DiagnosticArticle(
      "needs 与 pattern 不符", "needs that the pattern does not need",
      what: "The pattern can match a text that holds nothing of what needs asks for, as far as can be seen.",
      why: "The clause would not be tried there, and the match would be missed without a word.",
      fix: "Delete needs: patterns say themselves where they can match. Or name what every match holds.",
      wrong: "pattern: '保本|刚兑', needs: {any: [保本]}", right: "pattern: '保本|刚兑'"),
  ]

  static let exceptionArticles: [DiagnosticCode: DiagnosticArticle] = [
    .emptyException: DiagnosticArticle(
      "例外没有内容", "exception that says nothing",
      what: "The exception has none of before, after, within and facts.",
      why: "It would excuse every candidate and switch the rule off.",
      fix: "Say when it applies, or delete it.",
      wrong: "unless: {negated: {scope: sentence}}", right: "unless: {negated: {before: $negation.zh, scope: sentence}}"),
    .exceptionWithoutFind: DiagnosticArticle(
      "没有 find 却有 unless", "exception without find",
      what: "The rule has unless and no find.",
      why: "An exception removes candidates, and this rule has none.",
      fix: "Narrow the rule by when, or the assertion in require.",
      wrong: "require: {length: {max: 70}}\nunless: {short: {within: 'x'}}",
      right: "when: {stage: output, format: sms}\nrequire: {length: {max: 70}}"),
    .unknownClause: DiagnosticArticle(
      "未知的条款名", "unknown clause",
      what: "An exception or an example names a clause that the rule does not have.",
      why: "The exception would excuse nothing; the example would wait for something that cannot come.",
      fix: "Use the name of a clause in find or require.",
      wrong: "find: {promise: {phrases: [保本]}}\nunless: {negated: {before: $negation.zh, for: [promises]}}",
      right: "find: {promise: {phrases: [保本]}}\nunless: {negated: {before: $negation.zh, for: [promise]}}"),
    .exceptionForFirm: DiagnosticArticle(
      "例外针对不可豁免的条款", "exception for a firm clause",
      what: "An exception speaks of a clause that is firm.",
      why: "Firm means that no exception applies, so one of the two is wrong.",
      fix: "Delete firm: true, or the name in for.",
      wrong: "find: {mocking: {phrases: [谁说不保本], firm: true}}\nunless: {asked: {before: '是否$', for: mocking}}",
      right: "find: {mocking: {phrases: [谁说不保本], firm: true}}"),
    .nothingToJudge: DiagnosticArticle(
      "既无 find 也无 require", "neither find nor require",
      what: "The rule says neither what to find nor what must hold.",
      why: "It can never have a finding.",
      fix: "Write find, require or both.",
      wrong: "when: {stage: output}\nthen: {action: refuse}",
      right: "when: {stage: output}\nfind: {promise: {phrases: [保本]}}\nthen: {action: refuse}"),
  ]
}
