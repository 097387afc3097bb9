import Foundation
import PackagePlugin

/// Carries every rule file of `rules/` into the executable, so that it answers from any folder, and the
/// worked cases beside them, so that it can be checked there as well.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "rules")
    let files = try FileManager.default.subpathsOfDirectory(atPath: rules.path)
      .filter { $0.hasSuffix(".json") && !$0.contains("/profiles/") && !$0.hasPrefix(".") }
      .sorted()
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRules.swift")
    return [
      .buildCommand(
        displayName: "Embedding rules",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [output.path, rules.path] + files,
        inputFiles: files.map { rules.appending(path: $0) },
        outputFiles: [output])
    ]
  }
}
