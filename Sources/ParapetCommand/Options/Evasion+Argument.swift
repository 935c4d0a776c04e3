public import ArgumentParser
public import ParapetTesting

extension Evasion: ExpressibleByArgument {}
