import Foundation
import PackagePlugin

/// Embeds the rule directory in the target that uses this plugin.
///
/// Every file is an input. The plan of a build is made anew only when the folder of a target gains or loses a file, and so the target has a
/// link to the rule directory in its folder: a rule that comes or goes is noticed like one that changes.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "Rules", directoryHint: .isDirectory)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRules.swift")
    let files = FileManager.default.enumerator(at: rules, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return [
      .buildCommand(
        displayName: "Embedding the rules",
        executable: try context.tool(named: "EmbedRulesTool").url,
        arguments: [rules.path, output.path],
        inputFiles: files.sorted { $0.path < $1.path },
        outputFiles: [output])
    ]
  }
}
