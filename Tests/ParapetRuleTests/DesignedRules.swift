/// The rules of the language's design, each shape once.
enum DesignedRules {
  static let residentID = #"""
    rule: masking.cn.resident-id
    version: 1.0.0
    title: {zh: 居民身份证号脱敏, en: Hide resident identity numbers}
    status: stable
    severity: high
    owner: privacy-office
    reviewed: 2026-11-21
    legal:
      - {cite: CN-PIPL-2021 art.51(3), for: security measures such as de-identification}
    when: {stage: [input, retrieval, output, tool-call, tool-result]}
    fold: [width, invisible, gaps]
    find:
      id18:
        pattern: '(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])'
        needs: {digits: 17}
        validate: cn-resident-id        # GB 11643-1999
    then: {action: mask, keep: [4, 4], with: '*'}
    on_error: closed
    examples:
      - hit: 证件号码是⟦11010519491231002X⟧，请核对
        out: 证件号码是1101**********002X，请核对
      - hit: 证件号：⟦１１０１０５１９４９１２３１００２Ｘ⟧
      - miss: 流水号110105194912310021
        why: wrong check character
    """#

  static let guaranteedReturn = #"""
    rule: refusal.cn.guaranteed-return
    version: 1.0.0
    title: {zh: 拒绝保本承诺, en: Refuse a promise of principal}
    status: stable
    severity: critical
    floor: true
    owner: marketing-compliance
    reviewed: 2026-11-21
    legal:
      - {cite: CN-AdLaw-2021 art.25(1), for: no promise of principal or return}
    when: {stage: output}
    fold: [width, invisible, gaps, han]
    find:
      promise: {phrases: [保本保息, 保证收益]}
      denial-as-promise:
        firm: true                      # a promise that wears a negation
        pattern: '(?:绝对?|肯定|100%)不(?:会|可能)?(?:亏|赔)|亏了?算我的'
        needs: {any: [不, 算我的]}
      en:
        pattern: '(?i)\b(?:guaranteed?|risk[- ]free)\s+(?:\w+\s+){0,2}?returns?\b'
        needs: {any: [guarantee, risk]}
    unless:
      negated: {before: $negation.zh}
      negated-en: {before: '(?i)\b(?:no|not(?!\s+only)|\w+n[''’]t)\b(?:\s+\w+){0,3}\s+$'}
      warned: {before: '(?:谨防|所谓)[“"「『]?$', after: '^[”"」』]?[^。\n]{0,12}(?:骗局|违规)'}
      term: {within: '保本(?:点|微利)|risk[- ]free rate'}
      lawful-product: {facts: {product.type: [deposit, treasury]}}
    evidence: show
    then: {action: refuse, reply: no-promise, obligations: [{kind: review, queue: marketing-compliance, within_hours: 24}]}
    on_error: closed
    examples:
      - hit: 本产品⟦保本保息⟧
      - miss: 本产品不保本保息
      - gap: 没有哪款产品不⟦保本保息⟧    # a double negation
    """#

  static let figures = """
    rule: grounding.figures
    version: 1.0.0
    title: {zh: 数字须有依据, en: Figures come from the supplied material}
    status: stable
    severity: high
    owner: model-risk
    reviewed: 2026-11-21
    legal: [{cite: CN-GenAI-2023 art.4(5), for: accurate content}]
    when: {stage: output, facts: [context]}
    find: {figure: {entity: quantity, ignore: [list-marker, citation-marker]}}
    require: {grounded: {in: [context, input, tool-result], equal: value-and-unit, derive: true, rounding: as-printed}}
    then: {action: hold, for: regenerate, hint: ungrounded-figure}
    on_error: closed
    on_missing: hold
    examples:
      - context: [起购金额 1 万元，期限 90 天。]
        miss: 起购 10,000 元。
      - context: [{id: 'kb:7', text: 期限 90 天, as_of: 2026-09-30}]
        hit: 手续费 ⟦90 元⟧。
        why: same value, other unit
    """

  static let advice = #"""
    rule: format.advice
    version: 1.0.0
    title: {zh: 投顾回答格式, en: Form of advice}
    status: stable
    severity: medium
    owner: channel-engineering
    reviewed: 2026-11-21
    legal: [{cite: CN-AdLaw-2021 art.25, for: warning of risk}]
    when: {stage: output, purpose: advice}
    require:
      any:
        json: {schema: schemas/advice.v1.json}
        disclosed: {phrases: [投资有风险, 理财非存款], within: {last: 120}}
    then:                               # by the declared format
      json: {action: hold, for: regenerate, hint: schema-error}
      text: {action: append, text: "\n\n投资须谨慎。"}
    on_error: closed
    examples:
      - {format: json, miss: '{"product":"甲"}'}
      - {format: json, hit: '{"risk":"R2"}', decision: hold}
      - {format: text, hit: 建议分散配置。, out: "建议分散配置。\n\n投资须谨慎。"}
    """#

  static let creditReport = #"""
    rule: tool.credit-report
    version: 1.0.0
    title: {zh: 征信查询须有授权, en: A credit report needs consent}
    status: stable
    severity: critical
    floor: true
    owner: credit-risk-compliance
    reviewed: 2026-11-21
    legal: [{cite: CN-CreditRegs-2013 art.18, for: written consent and an agreed purpose}]
    when: {stage: tool-call, tool: ['credit_report.query', 'mcp:credit-bureau/*']}
    require:
      all:
        consent: {arg: /consent_ref, matches: '^CR-\d{8}-\d{6}$'}
        purpose: {arg: /purpose, one_of: [loan_origination, post_loan_management]}
        subject: {arg: /id_no, equals: session:/customer/id_no}
        once:    {calls: same-tool, at_most: 1, per: session}
    then: {action: refuse, reply: consent-required}
    on_error: closed
    examples:
      - tool: credit_report.query
        args: {consent_ref: CR-20261101-000123, purpose: loan_origination, id_no: 11010519491231002X, amount: 50000}
        session: {customer: {id_no: 11010519491231002X}}
        miss: true
      - tool: credit_report.query
        args: {purpose: loan_origination, id_no: 11010519491231002X}
        session: {customer: {id_no: 11010519491231002X}}
        hit: [consent]
    """#

  static let retailBank = """
    profile: cn.retail-bank
    version: 1.0.0
    title: {zh: 零售银行, en: Retail bank}
    owner: group-compliance
    select: [masking.*, refusal.cn.*, grounding.*, format.*, tool.*]
    channels:
      customer-service:
        override:
          - rule: format.advice
            replace: {mode: shadow}
            why: CS-412, disclosures are added by the voice menu
            until: 2026-12-31
      marketing:
        override:
          - rule: refusal.cn.guaranteed-return
            append: {find.promise.phrases: [闭眼买, 躺赚]}
            why: MK-77, local slang
    examples:
      - {text: 这款产品闭眼买, expect: {customer-service: pass, marketing: refuse}}
    errors:
      - override: [{rule: refusal.cn.guaranteed-return, replace: {mode: shadow}, why: x}]
        because: floor rule loosened
    """

  static let legal = """
    CN-PIPL-2021:
      title: {zh: 个人信息保护法, en: Personal Information Protection Law}
      issuer: 全国人民代表大会常务委员会
      in_force: {from: 2021-11-01}
      verified: true
      articles: {art.51(3): {demands: 去标识化}}
    CN-AdLaw-2021:
      title: {zh: 广告法, en: Advertising Law}
      issuer: 全国人民代表大会常务委员会
      in_force: {from: 2021-04-29}
      verified: true
      articles: {art.25: {demands: 提示风险}, art.25(1): {demands: 不得承诺}}
    CN-GenAI-2023:
      title: {zh: 生成式人工智能服务管理暂行办法, en: Interim measures for generative AI services}
      issuer: 国家互联网信息办公室等
      in_force: {from: 2023-08-15}
      verified: true
      articles: {art.4(5): {demands: 提高准确性和可靠性}}
    CN-CreditRegs-2013:
      title: {zh: 征信业管理条例, en: Regulations on credit reporting}
      issuer: 国务院
      in_force: {from: 2013-03-15}
      verified: true
      articles: {art.18: {demands: 书面同意, verified: true, checked: 对照全文}}
    """

  static let replies = """
    refused: {zh: 无法回答。, en: I cannot answer.}
    held: {zh: 稍后答复。, en: Later.}
    no-promise: {zh: 投资有风险。, en: Investments carry risk.}
    consent-required: {zh: 需要授权。, en: Consent is needed.}
    """

  static let negation = """
    cue: negation.zh
    version: 1.0.0
    title: {zh: 否定, en: Negation}
    owner: marketing-compliance
    reviewed: 2026-11-21
    scope: clause
    pattern: '(?:不(?!仅)|非|无)[^…]{0,6}$'
    examples:
      - hit: 本产品不
      - miss: 不仅
    """

  static let standard = """
    profile: default
    version: 1.0.0
    title: {zh: 默认, en: Default}
    owner: group-compliance
    select: ['*']
    """

  /// All of it, as a rule directory.
  static let directory = [
    "masking/cn/resident-id.yaml": residentID, "refusal/cn/guaranteed-return.yaml": guaranteedReturn, "grounding/figures.yaml": figures,
    "format/advice.yaml": advice, "tool/credit-report.yaml": creditReport, "profiles/cn.retail-bank.yaml": retailBank,
    "profiles/default.yaml": standard, "legal.yaml": legal, "replies.yaml": replies, "shared/negation.zh.yaml": negation,
    "schemas/advice.v1.json": #"{"type": "object", "required": ["product"]}"#,
  ]

  /// The directory with one file changed.
  static func directory(_ path: String, _ change: (inout String) -> Void) -> [String: String] {
    var directory = directory
    var text = directory[path] ?? ""
    change(&text)
    directory[path] = text
    return directory
  }
}
