// swift-tools-version: 6.2
import PackageDescription

/// Measures Parapet from outside: a package of its own, so that nobody who builds Parapet builds this.
let package = Package(
  name: "parapet-benchmarks",
  dependencies: [.package(name: "parapet", path: "..")],
  targets: [
    .executableTarget(
      name: "MatchBench", dependencies: [.product(name: "Parapet", package: "parapet")],
      swiftSettings: [
        .strictMemorySafety(), .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
