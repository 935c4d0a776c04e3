/// Lets `use` have an object without counting that it does.
///
/// An object that is taken out of an array, or out of a variable of a class, is counted up before a call and down after it, since the call
/// might take it away. Atomic counting costs more than most of what is done with a rule or a sight in one event, so where it is known that
/// somebody else holds the object it is lent. What `use` hands it to must be a function that is called: there it is an argument like any
/// other, and its constants are lent as well.
///
/// INVARIANT: somebody holds the object until `use` is done.
@unsafe @inline(__always)
func lend<Object: AnyObject, Result, Failure: Error>(
  _ object: @autoclosure () -> Object, to use: (Object) throws(Failure) -> Result
) throws(Failure) -> Result {
  try unsafe Unmanaged.passUnretained(object()).lend(to: use)
}

extension Unmanaged {
  /// Lets `use` have the object, as `lend` does.
  @unsafe @inline(__always)
  func lend<Result, Failure: Error>(to use: (Instance) throws(Failure) -> Result) throws(Failure) -> Result {
    try unsafe _withUnsafeGuaranteedRef { object in Swift.Result { () throws(Failure) in try use(object) } }.get()
  }
}
