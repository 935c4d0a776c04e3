import Foundation

/// Folders that tests may fill, and a small rule directory of their own: tests of the command do not depend on the shipped rules.
enum Sandbox {
  /// A new, empty folder.
  static func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("parapet-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  /// A folder that holds `files`.
  static func folder(_ files: [String: String]) throws -> URL {
    let url = try folder()
    for (path, text) in files {
      let file = url.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return url
  }

  /// The rule directory that most tests use.
  static let rules = made(ruleFiles)

  /// A folder with nothing in it.
  static let empty = made([:])

  private static func made(_ files: [String: String]) -> URL {
    do { return try folder(files) } catch { preconditionFailure("cannot write to the temporary folder: \(error)") }
  }

  /// Its files.
  static let ruleFiles: [String: String] = [
    "legal.yaml": #"""
    CN-PIPL-2021:
      title: {zh: 个人信息保护法, en: Personal Information Protection Law}
      issuer: 全国人民代表大会常务委员会
      in_force: {from: 2021-11-01}
      verified: true
      checked: full text
      articles:
        art.51(3): {demands: 采取相应的加密、去标识化等安全技术措施}

    """#,
    "masking/cn/resident-id.yaml": #"""
    rule: masking.cn.resident-id
    version: 1.0.0
    title: {zh: 居民身份证号脱敏, en: Mask mainland resident identity numbers}
    status: stable
    severity: high
    owner: privacy-office
    reviewed: 2026-11-21
    legal:
      - {cite: CN-PIPL-2021 art.51(3), for: de-identification}
    when: {stage: [input, retrieval, output, tool-call, tool-result]}
    fold: [width, invisible, gaps]
    find:
      id18:
        pattern: '(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])'
        needs: {digits: 17}
        validate: cn-resident-id
    then: {action: mask, keep: [4, 4], with: '*'}
    on_error: closed
    examples:
      - hit: 我的身份证号是⟦11010519491231002X⟧，帮我查额度
        out: 我的身份证号是1101**********002X，帮我查额度
      - miss: 订单号110105194912310021已支付
        why: wrong check character

    """#,
    "profiles/default.yaml": #"""
    profile: default
    version: 1.0.0
    title: {zh: 默认, en: Default}
    owner: group-compliance
    select: ['masking.*', 'refusal.*']
    channels:
      lab:
        override:
          - {rule: refusal.cn.promise, replace: {mode: shadow}, why: trial, until: 2099-12-31}

    """#,
    "refusal/cn/promise.yaml": #"""
    rule: refusal.cn.promise
    version: 1.0.0
    title: {zh: 拒绝保本保收益承诺, en: Refuse a promise of principal or return}
    status: stable
    severity: critical
    owner: marketing-compliance
    reviewed: 2026-11-21
    legal:
      - {cite: CN-PIPL-2021 art.51(3), for: no express or implied promise}
    when: {stage: output}
    fold: [width, invisible, gaps, han]
    find:
      promise: {phrases: [保本保息, 刚性兑付]}
    unless:
      negated: {before: '不$'}
    evidence: show
    then: {action: refuse, reply: no-promise, obligations: [{kind: review, queue: marketing-compliance, within_hours: 24}]}
    on_error: closed
    examples:
      - hit: 这款产品⟦保本保息⟧，放心买
      - miss: 本产品不保本保息

    """#,
    "replies.yaml": #"""
    refused: {zh: 这个请求我无法协助。, en: I cannot help with this.}
    held: {zh: 稍后回复。, en: Later.}
    no-promise: {zh: 投资有风险，产品不保本。, en: Every investment carries risk.}

    """#,
  ]
}
