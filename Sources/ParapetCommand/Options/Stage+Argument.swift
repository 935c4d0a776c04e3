public import ArgumentParser
public import Parapet

extension Stage: ExpressibleByArgument {}
