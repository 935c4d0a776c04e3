import Parapet
import ParapetReport

/// What codes mean.
enum Codes {
  /// The meaning of `code` for people, or nil when it is no code.
  static func explanation(of code: String, _ style: Style) -> String? {
    let code = code.uppercased()
    if let known = DiagnosticCode(rawValue: code) {
      return "\(code) (\(known.severity.rawValue) of parapet lint)\n  \(known.title.zh)\n  \(known.title.en)\n"
    }
    if let known = EventError.Code(rawValue: code) {
      let words = known.words
      return "\(code) (a record that is no event; the verdict's decision is error)\n  \(words.zh)\n  \(words.en)\n"
    }
    return nil
  }
}

extension EventError.Code {
  /// What is wrong, and what to do.
  fileprivate var words: (zh: String, en: String) {
    switch self {
    case .notUTF8: ("该行不是 UTF-8。请按 UTF-8 编码输出。", "The line is not UTF-8. Write it in UTF-8.")
    case .notJSON:
      (
        "该行不是 JSON（空行也不是）。每行一个 JSON 对象；纯文本请用 --text。",
        "The line is not JSON; an empty line is not either. Write one object a line, or use --text for plain texts."
      )
    case .loneSurrogate:
      ("\\u 转义只有半个代理对。请成对转义，或直接写出字符。", "A \\u escape is half of a surrogate pair. Escape both halves, or write the character itself.")
    case .duplicateKey:
      ("同一对象中键名重复：两个读者可能各取其一。每个键只写一次。", "A key stands twice in one object, and two readers may each take another one. Write it once.")
    case .tooDeep: ("嵌套过深。请减少数组和对象的层数。", "Arrays and objects are nested too deep. Nest them less.")
    case .tooLarge:
      ("该行过长，未保存也未判断。请拆分，或调大 --max-line。", "The record is too long; it was neither kept nor judged. Split it, or raise --max-line.")
    case .notObject: ("该行是 JSON，但不是对象。", "The line is JSON, but not an object.")
    case .unknownKey: ("事件没有这个键。自定义内容请放在 facts、session 或 meta 之下。", "An event has no such key. Put your own under facts, session or meta.")
    case .missingStage: ("缺少 stage。", "“stage” is missing.")
    case .unknownStage:
      (
        "stage 取值未知；可为 input、retrieval、output、tool-call、tool-result。",
        "“stage” is none of input, retrieval, output, tool-call, tool-result."
      )
    case .wrongType: ("某个值的类型不对。", "A value is of the wrong type.")
    case .nothingToJudge: ("没有可判断的内容：需要 text、messages 或 tool。", "There is nothing to judge: give “text”, “messages” or “tool”.")
    }
  }
}
