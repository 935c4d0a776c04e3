/// The words of the evidence and of the answers that rest on it, as numbers, and those of stretches, read when they are first asked for.
///
/// Most answers ask for few of them or none, so the index does not read them. Two sets of words are compared by marking the words of one.
final class EvidenceWords {
  /// Different words, by where their numbers stand.
  typealias Words = Range<Int>

  private let texts: [[UInt8]]
  private let figures: [Figure]
  /// The clause around each of them.
  private let clauses: [Range<Int>]
  private let stretches: [Stretch]
  private let headRows: [[Range<Int>]]
  private let places: [WordPlaces]

  /// The words of the texts, the question last; empty before any are asked for.
  private var read: [TextWords] = []
  private var numbers = WordNumbers(room: 0)
  /// The numbers of sets, one set behind another, and room for more behind the first `used`.
  private var pool: [Int32] = []
  private var used = 0
  private var ofStretches: [(start: Int32, end: Int32)] = []
  private var ofFigures: [(start: Int32, end: Int32)] = []
  private var ofQuestion: Words?
  /// Of each word the last set that it was put into.
  private var sets: [Int32] = []
  private var set: Int32 = 0
  /// Of each word which sets are marked that have it, one bit a set.
  private var marks: [UInt8] = []
  /// How many numbers answers have added.
  private var added = 0

  private var cues: [Cues?]
  private var heads: [Cues?]

  /// - Parameter texts: the passages and the question behind them, as `places` are.
  init(
    texts: [[UInt8]], places: [WordPlaces], figures: [Figure], clauses: [Range<Int>], stretches: [Stretch], headRows: [[Range<Int>]]
  ) {
    self.texts = texts
    self.places = places
    self.figures = figures
    self.clauses = clauses
    self.stretches = stretches
    self.headRows = headRows
    cues = Array(repeating: nil, count: stretches.count)
    heads = Array(repeating: nil, count: headRows.count)
  }

  private func place(of passage: Int) -> Int { passage < 0 ? texts.count - 1 : passage }

  @inline(__always) private func readTexts() {
    if read.isEmpty { readAll() }
  }

  private func readAll() {
    numbers = WordNumbers(room: texts.reduce(0) { $0 + $1.count } / 16)
    read.reserveCapacity(texts.count)
    for text in texts { read.append(TextWords(text, &numbers)) }
    pool = Array(repeating: 0, count: read.reduce(256) { $0 + $1.count } * 2)
    ofStretches = Array(repeating: (-1, -1), count: stretches.count)
    ofFigures = Array(repeating: (-1, -1), count: figures.count)
    makeRoom()
  }

  private func makeRoom() {
    guard sets.count < numbers.words.count else { return }
    let more = max(numbers.words.count, sets.count * 2) - sets.count
    sets.append(contentsOf: repeatElement(0, count: more))
    marks.append(contentsOf: repeatElement(0, count: more))
  }

  // MARK: Making sets

  private func begin() -> Int {
    set += 1
    return used
  }

  /// Makes room for so many more numbers of sets.
  private func makeRoom(_ more: Int) {
    guard pool.count - used < more else { return }
    pool.append(contentsOf: repeatElement(0, count: max(used + more, pool.count * 2) - pool.count))
  }

  private func put(_ number: Int32) {
    let place = Int(number)
    if sets[place] == set { return }
    sets[place] = set
    makeRoom(1)
    pool[used] = number
    used += 1
  }

  /// Puts the words at `places` of a text into the set that is being made.
  private func put(_ words: TextWords, at places: Range<Int>) {
    makeRoom(places.count)
    let set = set
    var used = used
    unsafe sets.withUnsafeMutableBufferPointer { sets in
      unsafe pool.withUnsafeMutableBufferPointer { pool in
        words.forEachNumber(at: places) { number in
          let place = Int(number)
          precondition(place >= 0 && place < sets.count)
          if unsafe sets[place] == set { return }
          unsafe sets[place] = set
          unsafe pool[used] = number
          used &+= 1
        }
      }
    }
    self.used = used
  }

  /// Puts the words of a stretch into the set that is being made.
  private func put(_ words: TextWords, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    guard !words.cutsWord(range) else {
      Stems.forEach(words.text, range) { _, _, stem in
        let number = numbers.number(of: stem)
        guard number >= 0 else { return }
        makeRoom()
        put(number)
      }
      return
    }
    put(words, at: words.places(within: range))
  }

  /// The words of `stretch` without those of a mention in it.
  private func make(_ words: TextWords, _ stretch: Range<Int>, without mention: Range<Int>? = nil) -> Words {
    let start = begin()
    if let own = mention?.clamped(to: stretch) {
      put(words, stretch.lowerBound..<own.lowerBound)
      put(words, own.upperBound..<stretch.upperBound)
    } else {
      put(words, stretch)
    }
    return start..<used
  }

  // MARK: The evidence

  /// The words of a sentence, or of the label of a row.
  func ofStretch(_ number: Int) -> Words {
    readTexts()
    let known = ofStretches[number]
    if known.start >= 0 { return Int(known.start)..<Int(known.end) }
    let stretch = stretches[number]
    let place = place(of: stretch.passage)
    let text = texts[place]
    let start = begin()
    if stretch.isTotal {
      for stem in Stems.total(isChinese: text.prefix(400).contains { $0 >= 0xE4 }) {
        let number = numbers.number(of: stem)
        guard number >= 0 else { continue }
        makeRoom()
        put(number)
      }
      if let heading = stretch.heading { put(read[place], heading) }
    } else {
      put(read[place], stretch.label)
    }
    ofStretches[number] = (Int32(start), Int32(used))
    return start..<used
  }

  /// The words beside a figure: those of its clause, or of the label of its row.
  func beside(_ number: Int) -> Words {
    readTexts()
    let known = ofFigures[number]
    if known.start >= 0 { return Int(known.start)..<Int(known.end) }
    let (row, sentence) = (figures[number].row, figures[number].sentence)
    if row != nil { return ofStretch(sentence) }
    let place = place(of: figures[number].passage)
    let words = make(read[place], clauses[number], without: figures[number].range)
    ofFigures[number] = (Int32(words.lowerBound), Int32(words.upperBound))
    return words
  }

  /// The words of the question.
  var question: Words {
    readTexts()
    if let ofQuestion { return ofQuestion }
    let last = texts.count - 1
    let words = make(read[last], texts[last].indices)
    ofQuestion = words
    return words
  }

  /// The clause around a figure of prose.
  func clause(of number: Int) -> Range<Int> { clauses[number] }

  /// The bases of changes that a stretch of a passage or of the question names.
  func bases(_ passage: Int, _ range: Range<Int>) -> ChangeBases {
    let place = place(of: passage)
    return ChangeBases(texts[place], range, at: places[place])
  }

  // MARK: Answers

  /// The most numbers that answers add before everything is read anew.
  private static let room = 100_000

  /// Reads the words of an answer.
  func words(ofAnswer text: [UInt8]) -> TextWords {
    if added > EvidenceWords.room {
      read.removeAll()
      pool.removeAll()
      used = 0
      sets.removeAll()
      marks.removeAll()
      ofQuestion = nil
      set = 0
      added = 0
    }
    readTexts()
    let words = TextWords(text, &numbers)
    added += words.count
    makeRoom()
    return words
  }

  /// The words of a stretch of an answer whose words have been read, without those of a mention in it.
  func make(ofAnswer words: TextWords, _ stretch: Range<Int>, without mention: Range<Int>?) -> Words {
    let made = make(words, stretch, without: mention)
    added += made.count
    return made
  }

  // MARK: Comparing

  /// How many words: special ones, and any.
  typealias Count = (special: Int, any: Int)

  /// Whether a word is one that figures commonly have about them.
  @inline(__always) private func isCommon(_ number: Int32) -> Bool { StemSet.isCommon(numbers.words[Int(number)]) }

  /// How many words of a set are no common ones.
  func specialCount(_ words: Words) -> Int { words.reduce(0) { $0 + (isCommon(pool[$1]) ? 0 : 1) } }

  /// Marks the words of a set with `bit`, until they are unmarked.
  func mark(_ words: Words, _ bit: UInt8) { for place in words { marks[Int(pool[place])] |= bit } }

  /// Takes every mark off the words of a set.
  func unmark(_ words: Words) { for place in words { marks[Int(pool[place])] = 0 } }

  /// How many words of a set have one of the marks `bits`.
  func count(_ words: Words, marked bits: UInt8) -> Count {
    var count = (special: 0, any: 0)
    for number in pool[words] where marks[Int(number)] & bits != 0 {
      count.any += 1
      if !isCommon(number) { count.special += 1 }
    }
    return count
  }

  /// Whether so many words of a set have one of the marks `bits`.
  func isReached(_ least: Int, _ words: Words, marked bits: UInt8) -> Bool {
    var count = 0
    for number in pool[words] where marks[Int(number)] & bits != 0 {
      count += 1
      if count >= least { return true }
    }
    return count >= least
  }

  /// How many words of a set have the marks `bits` and no others.
  func count(_ words: Words, markedJust bits: UInt8) -> Count {
    var count = (special: 0, any: 0)
    for number in pool[words] where marks[Int(number)] == bits {
      count.any += 1
      if !isCommon(number) { count.special += 1 }
    }
    return count
  }

  // MARK: Cues

  /// The computations that a sentence or a row speaks of.
  func cues(ofStretch number: Int) -> Cues {
    if let known = cues[number] { return known }
    let stretch = stretches[number]
    let place = place(of: stretch.passage)
    let found = CueWords.cues(in: texts[place], stretch.range, at: places[place])
    cues[number] = found
    return found
  }

  /// The computations that the heads of the tables of a passage speak of.
  func cues(ofHeadsOf passage: Int) -> Cues {
    if let known = heads[passage] { return known }
    let found = headRows[passage].reduce(into: Cues()) {
      $0.formUnion(CueWords.cues(in: texts[passage], $1, at: places[passage]))
    }
    heads[passage] = found
    return found
  }
}
