import Synchronization

/// A value that is made when somebody first asks for it, once for all.
final class Late<Value: Sendable>: Sendable {
  private enum State {
    case made(Value)
    case due(@Sendable () -> Value)
  }

  private let state: Mutex<State>

  /// A value that is there.
  init(_ value: Value) { state = Mutex(.made(value)) }

  /// A value that `make` makes.
  init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.due(make)) }

  /// The value.
  var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .due(let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }
}
