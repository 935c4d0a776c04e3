// swift-tools-version: 6.2
import PackageDescription

/// Warnings fail the build where `CI` is set; at a desk they stay warnings.
let strict = Context.environment["CI"] != nil

let settings: [SwiftSetting] =
  [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

/// A floor of the house: a library target and what it stands on.
func room(_ name: String, on floors: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: floors, swiftSettings: settings)
}

func tests(_ name: String, on floors: [Target.Dependency]) -> Target {
  .testTarget(name: name + "Tests", dependencies: floors, swiftSettings: settings)
}

let package = Package(
  name: "parapet",
  products: [
    .library(name: "Parapet", targets: ["Parapet"]),
    .library(name: "ParapetTesting", targets: ["ParapetTesting"]),
    .executable(name: "parapet", targets: ["ParapetCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

    room("ParapetPack"),
    room("ParapetText"),
    room("ParapetPattern", on: ["CPCRE2", "ParapetPack", "ParapetText"]),
    room("ParapetEntity", on: ["ParapetText"]),
    room("ParapetFormat", on: ["ParapetText", "ParapetPattern", "ParapetEntity"]),
    room("ParapetGrounding", on: ["ParapetText", "ParapetEntity", "ParapetFormat"]),
    room("ParapetVerdict", on: ["ParapetText", "ParapetFormat"]),
    room(
      "ParapetRule",
      on: ["CYAML", "ParapetPack", "ParapetText", "ParapetPattern", "ParapetEntity", "ParapetFormat", "ParapetVerdict"]),
    room(
      "ParapetEngine",
      on: [
        "ParapetPack", "ParapetText", "ParapetPattern", "ParapetEntity", "ParapetFormat", "ParapetGrounding", "ParapetVerdict",
        "ParapetRule",
      ]),
    room(
      "ParapetJudge",
      on: ["ParapetText", "ParapetEntity", "ParapetFormat", "ParapetGrounding", "ParapetVerdict", "ParapetRule", "ParapetEngine"]),
    .target(
      name: "Parapet",
      dependencies: ["ParapetPack", "ParapetText", "ParapetEntity", "ParapetFormat", "ParapetVerdict", "ParapetRule", "ParapetEngine"],
      exclude: ["Rules"],
      swiftSettings: settings, plugins: ["EmbedRules"]),
    room(
      "ParapetTesting", on: ["ParapetText", "ParapetEntity", "ParapetFormat", "ParapetVerdict", "ParapetRule", "ParapetEngine", "Parapet"]),
    room(
      "ParapetReport",
      on: [
        "ParapetText", "ParapetEntity", "ParapetFormat", "ParapetGrounding", "ParapetVerdict", "ParapetRule", "ParapetEngine",
        "ParapetTesting",
      ]),
    .executableTarget(
      name: "ParapetCommand",
      dependencies: [
        "Parapet", "ParapetText", "ParapetPattern", "ParapetFormat", "ParapetVerdict", "ParapetRule", "ParapetEngine", "ParapetTesting",
        "ParapetReport", "ParapetJudge", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // The rules under Rules/ become part of Parapet: the plugin says when, the tool says how.
    .plugin(name: "EmbedRules", capability: .buildTool(), dependencies: ["EmbedRulesTool"]),
    .executableTarget(name: "EmbedRulesTool", swiftSettings: settings),

    tests("ParapetPack", on: ["ParapetPack"]),
    tests("ParapetText", on: ["ParapetText"]),
    tests("ParapetPattern", on: ["ParapetPattern", "ParapetText"]),
    tests("ParapetEntity", on: ["ParapetEntity", "ParapetText"]),
    tests("ParapetFormat", on: ["ParapetFormat", "ParapetText"]),
    tests("ParapetGrounding", on: ["ParapetGrounding", "ParapetEntity", "ParapetFormat", "ParapetText"]),
    tests("ParapetVerdict", on: ["ParapetVerdict", "ParapetText", "ParapetFormat"]),
    tests("ParapetRule", on: ["ParapetRule", "ParapetText", "ParapetFormat"]),
    tests(
      "ParapetEngine",
      on: ["ParapetEngine", "ParapetEntity", "ParapetRule", "ParapetVerdict", "ParapetText", "ParapetFormat", "ParapetTesting", "Parapet"]),
    tests("ParapetJudge", on: ["ParapetJudge", "ParapetEngine", "ParapetVerdict", "ParapetFormat", "ParapetText", "Parapet"]),
    tests("ParapetTesting", on: ["ParapetTesting", "ParapetReport", "ParapetEngine", "ParapetRule", "Parapet"]),
    tests("ParapetReport", on: ["ParapetReport", "ParapetTesting", "ParapetEngine", "ParapetRule", "ParapetVerdict", "ParapetText"]),
    tests(
      "EndToEnd",
      on: ["Parapet", "ParapetTesting", "ParapetFormat", "ParapetVerdict", "ParapetRule", "ParapetEngine"]),
  ],
  swiftLanguageModes: [.v6]
)
