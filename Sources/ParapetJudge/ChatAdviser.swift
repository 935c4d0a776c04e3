import ParapetFormat

/// A model behind an OpenAI-compatible chat-completions endpoint.
public struct ChatAdviser: Adviser {
  /// What it is called.
  public let model: String
  private let exchange: HTTPExchange

  /// The model called `model` at `endpoint`, such as `http://127.0.0.1:8000/v1`; an answer may take `timeoutMilliseconds`.
  public init(_ endpoint: Endpoint, model: String, timeoutMilliseconds: Int = 1500) {
    self.model = model
    exchange = HTTPExchange(endpoint: endpoint, timeoutMilliseconds: timeoutMilliseconds)
  }

  /// What it says to `question`.
  public func advice(on question: Question) -> Advice {
    do throws(ExchangeFailure) {
      return try ChatAdviser.advice(in: try exchange.post(request(question), to: "/chat/completions"))
    } catch {
      return .failed(error.why)
    }
  }

  private func request(_ question: Question) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("model")
    writer.value(model)
    writer.key("messages")
    writer.beginArray()
    for (role, content) in [("system", Question.instructions), ("user", question.prompt)] {
      writer.beginObject()
      writer.key("role")
      writer.value(role)
      writer.key("content")
      writer.value(content)
      writer.endObject()
    }
    writer.endArray()
    writer.key("temperature")
    writer.value(0)
    writer.key("seed")
    writer.value(0)
    writer.key("max_tokens")
    writer.value(200)
    writer.key("stream")
    writer.value(false)
    writer.endObject()
    return writer.bytes
  }

  /// What a completion says: the JSON object in its first choice, which may stand in a code fence.
  static func advice(in body: [UInt8]) throws(ExchangeFailure) -> Advice {
    guard let answer = try? JSON(parsing: body), let content = answer["choices"]?.elements?.first?["message"]?["content"]?.string else {
      throw .unusable
    }
    let bytes = Array(content.utf8)
    guard let start = bytes.firstIndex(of: 0x7B), let end = bytes.lastIndex(of: 0x7D), start < end,
      let named = try? JSON(parsing: Array(bytes[start...end])), let operation = named["operation"]?.string
    else { throw .unusable }
    if operation == "none" { return .undecided }
    guard let operation = Operation(rawValue: operation), let figures = named["figures"]?.elements?.map({ $0.number.flatMap { Int($0) } }),
      !figures.isEmpty, figures.count <= 16, !figures.contains(nil)
    else { throw .unusable }
    return .named(operation: operation, figures: figures.compactMap(\.self))
  }
}
