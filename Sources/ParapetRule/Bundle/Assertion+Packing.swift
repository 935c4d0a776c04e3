import ParapetFormat
package import ParapetPack

extension Assertion.Document: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(extract)
    switch form {
    case .csv(let form):
      packer.pack(0)
      packer.pack(form.separator)
      packer.pack(form.header != nil)
      packer.pack(form.header ?? [])
      packer.pack(form.columns)
      packer.pack(form.allowsFormulas)
    case .table(let form):
      packer.pack(1)
      packer.pack(form.header != nil)
      packer.pack(form.header ?? [])
      packer.pack(form.columns)
    case .xml(let form):
      packer.pack(2)
      packer.pack(form.root)
    }
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    extract = try unpacker.unpack()
    switch try unpacker.unpack() as Int {
    case 0:
      let separator: UInt8 = try unpacker.unpack()
      let hasHeader: Bool = try unpacker.unpack()
      let header: [String] = try unpacker.unpack()
      form = .csv(
        CSVForm(
          separator: separator, header: hasHeader ? header : nil, columns: try unpacker.unpack(), allowsFormulas: try unpacker.unpack()))
    case 1:
      let hasHeader: Bool = try unpacker.unpack()
      let header: [String] = try unpacker.unpack()
      form = .table(MarkdownTableForm(header: hasHeader ? header : nil, columns: try unpacker.unpack()))
    case 2: form = .xml(XMLForm(root: try unpacker.unpack()))
    default: throw Unreadable()
    }
  }
}

extension Assertion.Disclosed: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(phrases)
    packer.pack(pattern)
    packer.pack(place)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    phrases = try unpacker.unpack()
    pattern = try unpacker.unpack()
    place = try unpacker.unpack()
  }
}

extension Assertion.Disclosed.Place: Packable {
  package func pack(into packer: inout Packer) {
    let (kind, count) =
      switch self {
      case .anywhere: (0, 0)
      case .first(let count): (1, count)
      case .last(let count): (2, count)
      case .near(let count): (3, count)
      case .paragraph: (4, 0)
      case .sentence: (5, 0)
      }
    packer.pack(kind)
    packer.pack(count)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    let kind: Int = try unpacker.unpack()
    let count: Int = try unpacker.unpack()
    switch kind {
    case 0: self = .anywhere
    case 1: self = .first(count)
    case 2: self = .last(count)
    case 3: self = .near(count)
    case 4: self = .paragraph
    case 5: self = .sentence
    default: throw Unreadable()
    }
  }
}

extension Assertion.Argument: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(pointer)
    packer.pack(comparisons)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    pointer = try unpacker.unpack()
    comparisons = try unpacker.unpack()
  }
}

extension Assertion.Argument.Comparison: Packable {
  package func pack(into packer: inout Packer) {
    func pack(_ kind: Int, _ value: String) {
      packer.pack(kind)
      packer.pack(value)
    }
    switch self {
    case .present: packer.pack(0)
    case .matches(let pattern): pack(1, pattern)
    case .oneOf(let values):
      packer.pack(2)
      packer.pack(values)
    case .equals(let value): pack(3, value)
    case .atMost(let value): pack(4, value)
    case .atLeast(let value): pack(5, value)
    }
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    switch try unpacker.unpack() as Int {
    case 0: self = .present
    case 1: self = .matches(try unpacker.unpack())
    case 2: self = .oneOf(try unpacker.unpack())
    case 3: self = .equals(try unpacker.unpack())
    case 4: self = .atMost(try unpacker.unpack())
    case 5: self = .atLeast(try unpacker.unpack())
    default: throw Unreadable()
    }
  }
}
