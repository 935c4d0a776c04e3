@_exported public import ParapetEngine
@_exported public import struct ParapetEntity.Register
@_exported public import ParapetFormat
@_exported public import ParapetRule
@_exported public import ParapetText
@_exported public import ParapetVerdict

/// The version of Parapet.
public let parapetVersion = engineVersion
