/// Literals that are too short for grams.
extension TextScan {
  /// Looks for a literal that begins with a character beyond ASCII.
  func probe(short offset: Int, into events: inout SignEvents) {
    let word = load(offset)
    let filter = unsafe tables.pointee.shortFilter[ShortLiterals.place(word)]
    if filter.fronts >> (ShortLiterals.bits(word) & 63) & 1 == 1 { found(short: offset, into: &events) }
  }

  @inline(never)
  func found(short start: Int, into events: inout SignEvents) {
    let word = load(start)
    let (longer, shorter) = ShortLiterals.buckets(of: word)
    found(word, in: longer, start, into: &events)
    if shorter != longer { found(word, in: shorter, start, into: &events) }
  }

  private func found(_ word: UInt64, in bucket: Int, _ start: Int, into events: inout SignEvents) {
    for place in unsafe Int(tables.pointee.shortHeads[bucket])..<Int(tables.pointee.shortHeads[bucket &+ 1]) {
      let item = unsafe tables.pointee.shortItems[place]
      let end = start &+ Int(item.length)
      // What lies behind the text is no part of it.
      guard word & item.mask == item.value, end <= count else { continue }
      tell(Int(item.number), start, end, into: &events)
    }
  }
}
