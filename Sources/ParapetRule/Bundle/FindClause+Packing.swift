package import ParapetPack

extension FindClause: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(name)
    packer.pack(producer)
    packer.pack(needs)
    packer.pack(validate)
    packer.pack(context)
    packer.pack(group)
    packer.pack(firm)
    packer.pack(again)
    packer.pack(ignore)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    name = try unpacker.unpack()
    producer = try unpacker.unpack()
    needs = try unpacker.unpack()
    validate = try unpacker.unpack()
    context = try unpacker.unpack()
    group = try unpacker.unpack()
    firm = try unpacker.unpack()
    again = try unpacker.unpack()
    ignore = try unpacker.unpack()
  }
}

extension FindClause.Producer: Packable {
  package func pack(into packer: inout Packer) {
    switch self {
    case .phrases(let phrases):
      packer.pack(0)
      packer.pack(phrases)
    case .terms(let list, let terms):
      packer.pack(1)
      packer.pack(list)
      packer.pack(terms)
    case .pattern(let source):
      packer.pack(2)
      packer.pack(source)
    case .entity(let name):
      packer.pack(3)
      packer.pack(name)
    }
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    switch try unpacker.unpack() as Int {
    case 0: self = .phrases(try unpacker.unpack())
    case 1: self = .terms(list: try unpacker.unpack(), try unpacker.unpack())
    case 2: self = .pattern(try unpacker.unpack())
    case 3: self = .entity(try unpacker.unpack())
    default: throw Unreadable()
    }
  }
}

extension FindClause.Needs: Packable {
  package func pack(into packer: inout Packer) {
    switch self {
    case .literals(let literals):
      packer.pack(0)
      packer.pack(literals)
    case .digits(let count):
      packer.pack(1)
      packer.pack(count)
    }
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    switch try unpacker.unpack() as Int {
    case 0: self = .literals(try unpacker.unpack())
    case 1: self = .digits(try unpacker.unpack())
    default: throw Unreadable()
    }
  }
}

extension FindClause.Context.Side: Packable {}

extension FindClause.Context: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(any)
    packer.pack(within)
    packer.pack(side)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    any = try unpacker.unpack()
    within = try unpacker.unpack()
    side = try unpacker.unpack()
  }
}

extension FindClause.Group: Packable {
  package func pack(into packer: inout Packer) {
    switch self {
    case .number(let number):
      packer.pack(0)
      packer.pack(number)
    case .name(let name):
      packer.pack(1)
      packer.pack(name)
    }
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    switch try unpacker.unpack() as Int {
    case 0: self = .number(try unpacker.unpack())
    case 1: self = .name(try unpacker.unpack())
    default: throw Unreadable()
    }
  }
}

extension Exception: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(name)
    for conditions in [before, after, within] { packer.pack(conditions) }
    packer.pack(facts)
    packer.pack(clauses)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    name = try unpacker.unpack()
    before = try unpacker.unpack()
    after = try unpacker.unpack()
    within = try unpacker.unpack()
    facts = try unpacker.unpack()
    clauses = try unpacker.unpack()
  }
}

extension Exception.Condition: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(pattern)
    packer.pack(cue)
    packer.pack(scope)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    pattern = try unpacker.unpack()
    cue = try unpacker.unpack()
    scope = try unpacker.unpack()
  }
}
