public import ArgumentParser
public import ParapetFormat

extension GeneratedLabel.Kind: ExpressibleByArgument {}
