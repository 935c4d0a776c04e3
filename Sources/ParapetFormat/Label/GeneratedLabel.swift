/// The implicit label of generated content: the metadata object `AIGC` of an exported file.
///
/// - Source: GB 45438-2025, annex E, for the members, their order and their values, as several independent publications quote it; the text
///   of the standard was not at hand.
public struct GeneratedLabel: Sendable, Equatable {
  /// How sure it is that the content was generated.
  public enum Kind: String, Sendable, CaseIterable {
    /// It is generated.
    case generated = "1"
    /// It may be generated.
    case possible = "2"
    /// It is suspected to be generated.
    case suspected = "3"
  }

  /// How sure.
  public var kind: Kind
  /// The most bytes that a member has; the standard is not known to say.
  public static let mostBytes = 2048

  /// Who generated it: a name or a code, 1 to 2,048 bytes.
  public var producer: String
  /// The producer's number for the content, 1 to 2,048 bytes.
  public var produceID: String
  /// For the producer's own use, such as a digest; may be empty.
  public var producerReserve: String
  /// Who distributes it: a name or a code, 1 to 2,048 bytes. Who writes the first label is both (annex E, note 1).
  public var propagator: String
  /// The distributor's number for the content, 1 to 2,048 bytes.
  public var propagateID: String
  /// For the distributor's own use; may be empty.
  public var propagatorReserve: String

  /// A label from its parts. Without a propagator it is the first one, and the producer distributes the content under its own number.
  public init(
    kind: Kind, producer: String, produceID: String, producerReserve: String = "", propagator: String? = nil, propagateID: String? = nil,
    propagatorReserve: String = ""
  ) {
    self.kind = kind
    self.producer = producer
    self.produceID = produceID
    self.producerReserve = producerReserve
    self.propagator = propagator ?? producer
    self.propagateID = propagateID ?? produceID
    self.propagatorReserve = propagatorReserve
  }

  /// Why something is no label.
  public struct Fault: Error, Sendable, Equatable {
    /// For people.
    public let message: String
    init(_ message: String) { self.message = message }
  }

  /// The label that an `AIGC` object says.
  ///
  /// - Throws: the first thing that is missing, of another kind, too long or not among the values.
  public init(_ object: JSON) throws(Fault) {
    guard let members = object.members else { throw Fault("AIGC is not an object") }
    if let stray = members.first(where: { member in !GeneratedLabel.names.contains { $0.utf8.elementsEqual(member.name.utf8) } }) {
      throw Fault("AIGC has a member “\(stray.name)” that the standard does not have")
    }
    func text(_ name: String, isRequired: Bool = false) throws(Fault) -> String {
      guard let value = object[name] else { throw Fault("AIGC has no \(name)") }
      guard let text = value.string else { throw Fault("AIGC.\(name) is not a string") }
      if isRequired, text.utf8.isEmpty { throw Fault("AIGC.\(name) is empty") }
      guard text.utf8.count <= GeneratedLabel.mostBytes else { throw Fault("AIGC.\(name) has more than \(GeneratedLabel.mostBytes) bytes") }
      return text
    }
    let label = try text("Label", isRequired: true)
    guard let kind = Kind(rawValue: label) else { throw Fault("AIGC.Label is none of 1, 2 and 3") }
    self.init(
      kind: kind, producer: try text("ContentProducer", isRequired: true), produceID: try text("ProduceID", isRequired: true),
      producerReserve: try text("ReservedCode1"), propagator: try text("ContentPropagator", isRequired: true),
      propagateID: try text("PropagateID", isRequired: true),
      propagatorReserve: try text("ReservedCode2"))
  }

  private static let names = [
    "Label", "ContentProducer", "ProduceID", "ReservedCode1", "ContentPropagator", "PropagateID", "ReservedCode2",
  ]

  /// The object as JSON on one line, members in the order of the standard.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    let values = [kind.rawValue, producer, produceID, producerReserve, propagator, propagateID, propagatorReserve]
    for (name, value) in zip(GeneratedLabel.names, values) {
      writer.key(name)
      writer.value(value)
    }
    writer.endObject()
    return writer.bytes
  }
}
