import ParapetPattern

/// What is wrong with a value, in both languages. It quotes names and numbers of the schema, never values of the instance.
enum SchemaComplaint: Sendable {
  /// A schema that is `false`.
  case forbidden
  case kind(SchemaKeyword.Kinds)
  case noneOf(Int)
  case notTheOne
  case bound(SchemaKeyword.Bound, String)
  case noMultiple(of: String)
  case tooFew(Int, SchemaKeyword.Counted, least: Int)
  case tooMany(Int, SchemaKeyword.Counted, most: Int)
  case unmatched(pattern: String)
  case noFormat(String)
  case repeated(Int, Int)
  /// A property that is required, and the other property that it is required beside.
  case missing(String, beside: String?)
  case noneFits(Int)
  case severalFit(Int, of: Int)
  case excluded
  case containsTooFew(Int, least: Int)
  case containsTooMany(Int, most: Int)
  case unjudged(Bound)

  /// Why something could not be judged.
  enum Bound: Sendable {
    case steps
    case depth(Int)
    case pattern(MatchFailure)
  }
}

extension SchemaComplaint {
  var en: String {
    switch self {
    case .forbidden: "nothing is allowed here"
    case .kind(let kinds): "the type is not \(kinds.words(joinedBy: " or "))"
    case .noneOf(let count): "the value is none of the \(count) allowed"
    case .notTheOne: "the value is not the one allowed"
    case .bound(let bound, let limit): "the number is not \(bound.en) \(limit)"
    case .noMultiple(let divisor): "the number is not a multiple of \(divisor)"
    case .tooFew(let count, let counted, let least): "there are \(count) \(counted.en), at least \(least) are due"
    case .tooMany(let count, let counted, let most): "there are \(count) \(counted.en), at most \(most) are allowed"
    case .unmatched(let pattern): "the string does not match the pattern `\(pattern)`"
    case .noFormat(let name): "the string is no `\(name)`"
    case .repeated(let first, let second): "elements \(first) and \(second) are the same"
    case .missing(let name, nil): "the property `\(name)` is missing"
    case .missing(let name, let other?): "the property `\(name)`, which `\(other)` needs, is missing"
    case .noneFits(let count): "none of the \(count) alternatives fits"
    case .severalFit(let fitting, let count): "\(fitting) of the \(count) alternatives fit, exactly one may"
    case .excluded: "the value is of the kind that is excluded"
    case .containsTooFew(let count, let least): "\(count) elements are of the kind that is due, at least \(least) must be"
    case .containsTooMany(let count, let most): "\(count) elements are of the kind that is counted, at most \(most) may be"
    case .unjudged(let bound): "this could not be judged: \(bound.en)"
    }
  }

  var zh: String {
    switch self {
    case .forbidden: "此处不允许有任何值"
    case .kind(let kinds): "类型应为 \(kinds.words(joinedBy: " 或 "))"
    case .noneOf(let count): "取值不在允许的 \(count) 个之内"
    case .notTheOne: "取值不是唯一允许的那个"
    case .bound(let bound, let limit): "数值应\(bound.zh) \(limit)"
    case .noMultiple(let divisor): "数值应为 \(divisor) 的整数倍"
    case .tooFew(let count, let counted, let least): "有 \(count) 个\(counted.zh)，至少应有 \(least) 个"
    case .tooMany(let count, let counted, let most): "有 \(count) 个\(counted.zh)，至多允许 \(most) 个"
    case .unmatched(let pattern): "字符串不符合正则表达式 `\(pattern)`"
    case .noFormat(let name): "字符串不符合 `\(name)` 格式"
    case .repeated(let first, let second): "元素 \(first) 与元素 \(second) 相同"
    case .missing(let name, nil): "缺少属性 `\(name)`"
    case .missing(let name, let other?): "缺少属性 `\(name)`，有 `\(other)` 就须有它"
    case .noneFits(let count): "\(count) 个备选模式无一符合"
    case .severalFit(let fitting, let count): "\(count) 个备选模式中有 \(fitting) 个符合，应恰有一个"
    case .excluded: "取值属于被排除的一类"
    case .containsTooFew(let count, let least): "所要求的元素有 \(count) 个，至少应有 \(least) 个"
    case .containsTooMany(let count, let most): "所限制的元素有 \(count) 个，至多允许 \(most) 个"
    case .unjudged(let bound): "无法判定：\(bound.zh)"
    }
  }
}

extension SchemaComplaint.Bound {
  fileprivate var en: String {
    switch self {
    case .steps: "it takes too many steps"
    case .depth(let deepest): "its schemas lead deeper than \(deepest)"
    case .pattern(let failure): "\(failure) in a pattern"
    }
  }

  fileprivate var zh: String {
    switch self {
    case .steps: "步数过多"
    case .depth(let deepest): "模式嵌套超过 \(deepest) 层"
    case .pattern: "正则匹配超出限度"
    }
  }
}

extension SchemaKeyword.Kinds {
  fileprivate func words(joinedBy joint: String) -> String {
    Self.names.filter { contains($0.1) || ($0.1 == .integer && contains(.writtenInteger)) }.map(\.0).joined(separator: joint)
  }
}

extension SchemaKeyword.Bound {
  fileprivate var en: String {
    switch self {
    case .minimum: "at least"
    case .maximum: "at most"
    case .exclusiveMinimum: "over"
    case .exclusiveMaximum: "under"
    }
  }

  fileprivate var zh: String {
    switch self {
    case .minimum: "不小于"
    case .maximum: "不大于"
    case .exclusiveMinimum: "大于"
    case .exclusiveMaximum: "小于"
    }
  }
}

extension SchemaKeyword.Counted {
  fileprivate var en: String {
    switch self {
    case .scalars: "characters"
    case .items: "elements"
    case .properties: "properties"
    }
  }

  fileprivate var zh: String {
    switch self {
    case .scalars: "字符"
    case .items: "元素"
    case .properties: "属性"
    }
  }
}
