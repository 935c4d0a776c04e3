package import ParapetPack
import ParapetText

// A rule as bytes, without its examples: what judging needs of it.

extension Rule: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(id)
    packer.pack(version)
    packer.pack(title)
    packer.pack(owner)
    packer.pack(reviewed)
    packer.pack(family)
    packer.pack(severity)
    packer.pack(status)
    packer.pack(mode)
    packer.pack(floor)
    packer.pack(legal)
    packer.pack(when)
    packer.pack(fold.rawValue)
    packer.pack(find)
    packer.pack(unless)
    packer.pack(require)
    packer.pack(then)
    packer.pack(evidence)
    packer.pack(onError)
    packer.pack(onMissing)
    packer.pack(file)
    packer.pack(digest)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    id = try unpacker.unpack()
    version = try unpacker.unpack()
    title = try unpacker.unpack()
    owner = try unpacker.unpack()
    reviewed = try unpacker.unpack()
    family = try unpacker.unpack()
    severity = try unpacker.unpack()
    status = try unpacker.unpack()
    mode = try unpacker.unpack()
    floor = try unpacker.unpack()
    legal = try unpacker.unpack()
    when = try unpacker.unpack()
    fold = Fold(rawValue: try unpacker.unpack())
    find = try unpacker.unpack()
    unless = try unpacker.unpack()
    require = try unpacker.unpack()
    then = try unpacker.unpack()
    evidence = try unpacker.unpack()
    onError = try unpacker.unpack()
    onMissing = try unpacker.unpack()
    examples = []
    file = try unpacker.unpack()
    digest = try unpacker.unpack()
  }
}

extension Rule.Family: Packable {}
extension Rule.Severity: Packable {}
extension Rule.Status: Packable {}
extension Rule.Mode: Packable {}
extension Rule.EvidencePolicy: Packable {}
extension Rule.OnError: Packable {}
extension Rule.OnMissing: Packable {}
extension Stage: Packable {}

extension LocalizedText: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(zh)
    packer.pack(en)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    zh = try unpacker.unpack()
    en = try unpacker.unpack()
  }
}

extension LegalBasis: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(cite)
    packer.pack(demand)
    packer.pack(verified)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    cite = try unpacker.unpack()
    demand = try unpacker.unpack()
    verified = try unpacker.unpack()
  }
}

extension Applicability: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(stages)
    for list in [channels, purposes, regions, formats, tools, requiredFacts] { packer.pack(list) }
    packer.pack(facts)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    stages = try unpacker.unpack()
    channels = try unpacker.unpack()
    purposes = try unpacker.unpack()
    regions = try unpacker.unpack()
    formats = try unpacker.unpack()
    tools = try unpacker.unpack()
    requiredFacts = try unpacker.unpack()
    facts = try unpacker.unpack()
  }
}

extension FactCondition: Packable {
  package func pack(into packer: inout Packer) {
    packer.pack(path)
    packer.pack(values)
  }

  package init(from unpacker: inout Unpacker) throws(Unreadable) {
    path = try unpacker.unpack()
    values = try unpacker.unpack()
  }
}
