// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "jongeren-route",
  products: [
    .library(name: "RoutingCore", targets: ["RoutingCore"]),
    .executable(name: "jongeren-route", targets: ["jongeren-route"]),
    .executable(name: "route-bench", targets: ["route-bench"]),
  ],
  dependencies: [],
  targets: [
    // What the agreements say, as values: no files, no clock, no locale.
    .target(
      name: "RoutingCore",
      // The README runs a debug build; a thin profile would take it a minute instead of half a second.
      swiftSettings: strict + [
        .unsafeFlags(["-O"], .when(configuration: .debug)),
        // Tests run with the checks on; reading a million rows without them takes a tenth less time.
        .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
      ]),
    // Values to pages.
    .target(name: "RoutingReport", dependencies: ["RoutingCore"], swiftSettings: strict),
    // Options in, status out.
    .executableTarget(
      name: "jongeren-route", dependencies: ["RoutingCore", "RoutingReport"],
      swiftSettings: strict,
      // One file that runs where no Swift is installed, and that starts without looking for it.
      linkerSettings: [
        .unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))
      ],
      plugins: ["EmbedRules"]),
    // Times rules against each other and against other engines.
    .executableTarget(
      name: "route-bench", dependencies: ["RoutingCore"],
      swiftSettings: strict + [
        .unsafeFlags(["-O"], .when(configuration: .debug)),
        .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
      ],
      linkerSettings: [
        .unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))
      ]),
    // Carries `rules/` inside the binary.
    .plugin(
      name: "EmbedRules", capability: .buildTool(), dependencies: ["embed-rules"],
      path: "Sources/EmbedRules"),
    .executableTarget(name: "embed-rules", path: "Sources/embed-rules", swiftSettings: strict),

    .testTarget(name: "RoutingCoreTests", dependencies: ["RoutingCore"], swiftSettings: strict),
    .testTarget(
      name: "RulebookTests", dependencies: ["RoutingCore", "jongeren-route", "route-bench"],
      swiftSettings: strict),
    .testTarget(
      name: "ToolTests", dependencies: ["RoutingCore", "RoutingReport", "jongeren-route"],
      exclude: ["Fixtures"],
      swiftSettings: strict),
  ]
)
