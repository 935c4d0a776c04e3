package import ParapetPack

extension Requirement: Packable {
  package func pack(into packer: inout Packer) {
    switch self {
    case .all(let parts):
      packer.pack(0)
      packer.pack(parts)
    case .any(let parts):
      packer.pack(1)
      packer.pack(parts)
    case .assertion(let name, let assertion):
      packer.pack(2)
      packer.pack(name)
      packer.pack(assertion)
    }
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    switch try unpacker.unpack() as Int {
    case 0: self = .all(try unpacker.unpack())
    case 1: self = .any(try unpacker.unpack())
    case 2: self = .assertion(name: try unpacker.unpack(), try unpacker.unpack())
    default: throw Unreadable()
    }
  }
}

extension Assertion: Packable {
  package func pack(into packer: inout Packer) {
    func pack(_ kind: Int, _ options: some Packable) {
      packer.pack(kind)
      packer.pack(options)
    }
    func pack(_ kind: Int, _ list: [String]) {
      packer.pack(kind)
      packer.pack(list)
    }
    switch self {
    case .grounded(let options): pack(0, options)
    case .registered(let options): pack(1, options)
    case .json(let options): pack(2, options)
    case .document(let options): pack(3, options)
    case .values(let values): pack(4, values)
    case .disclosed(let options): pack(5, options)
    case .matches(let pattern): pack(6, pattern)
    case .valid(let name): pack(7, name)
    case .reasoned(let sources): pack(8, sources)
    case .length(let options): pack(9, options)
    case .arg(let options): pack(10, options)
    case .calls(let options): pack(11, options)
    }
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    switch try unpacker.unpack() as Int {
    case 0: self = .grounded(try unpacker.unpack())
    case 1: self = .registered(try unpacker.unpack())
    case 2: self = .json(try unpacker.unpack())
    case 3: self = .document(try unpacker.unpack())
    case 4: self = .values(try unpacker.unpack())
    case 5: self = .disclosed(try unpacker.unpack())
    case 6: self = .matches(pattern: try unpacker.unpack())
    case 7: self = .valid(try unpacker.unpack())
    case 8: self = .reasoned(sources: try unpacker.unpack())
    case 9: self = .length(try unpacker.unpack())
    case 10: self = .arg(try unpacker.unpack())
    case 11: self = .calls(try unpacker.unpack())
    default: throw Unreadable()
    }
  }
}

extension Assertion.Grounded: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(sources)
    packer.pack(equal)
    packer.pack(derive)
    packer.pack(rounding)
    packer.pack(tier)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    sources = try unpacker.unpack()
    equal = try unpacker.unpack()
    derive = try unpacker.unpack()
    rounding = try unpacker.unpack()
    tier = try unpacker.unpack()
  }
}

extension Assertion.Registered: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(register)
    packer.pack(tier)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    register = try unpacker.unpack()
    tier = try unpacker.unpack()
  }
}

extension Assertion.JSONText: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(schema)
    packer.pack(extract)
    packer.pack(assertsFormats)
    packer.pack(depth)
    packer.pack(bytes)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    schema = try unpacker.unpack()
    extract = try unpacker.unpack()
    assertsFormats = try unpacker.unpack()
    depth = try unpacker.unpack()
    bytes = try unpacker.unpack()
  }
}

extension Assertion.Length.Unit: Packable {}

extension Assertion.Length: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(min)
    packer.pack(max)
    packer.pack(unit)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    min = try unpacker.unpack()
    max = try unpacker.unpack()
    unit = try unpacker.unpack()
  }
}

extension Assertion.Calls: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(tool)
    packer.pack(atMost)
    packer.pack(atLeast)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    tool = try unpacker.unpack()
    atMost = try unpacker.unpack()
    atLeast = try unpacker.unpack()
  }
}
