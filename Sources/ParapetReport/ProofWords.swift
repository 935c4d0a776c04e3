/// What the operations of proofs are called, in Chinese and in English.
enum ProofWords {
  /// By the name of the operation, or by what stands before its dash: `annual-365`.
  static func of(_ operation: String) -> (String, String) {
    operations[operation] ?? operations[String(operation.prefix { $0 != "-" })] ?? (operation, operation)
  }

  private static let operations: [String: (String, String)] = [
    "quoted": ("原文即有", "quoted"), "rounded": ("四舍五入", "rounded"), "truncated": ("截去尾数", "cut off"), "hedged": ("约数", "hedged"),
    "fraction": ("小数与百分数换算", "as a fraction"), "unstated": ("表中未注明单位", "the table does not state its unit"),
    "repeat": ("回答前后一致", "said before"), "equation": ("算式", "the calculation shown"), "difference": ("相减", "difference"),
    "total": ("相加", "total"), "average": ("平均", "average"), "growth": ("增减率", "growth"), "share": ("占比", "share"),
    "ratio": ("相除", "ratio"), "product": ("相乘", "product"), "exchange": ("按汇率折算", "at a rate of exchange"),
    "interest": ("按日或按月计息", "interest by the day or month"),
    "instalment": ("每期本金加费用", "instalment with its fee"), "annual": ("日、月利率乘以期数", "a daily or monthly rate times its periods"),
    "compound": ("按期复利", "with interest on interest"),
    "internal-rate-compound": ("分期付款的内部收益率，按月复利", "internal rate of return of the instalments, with interest on interest"),
    "internal-rate": ("分期付款的内部收益率", "internal rate of return of the instalments"), "contradiction": ("另一处说法", "said elsewhere"),
    "far": ("仅由不相干的数凑成", "from unrelated figures only"),
  ]
}
