// swift-tools-version: 6.2
import PackageDescription

// Every Swift target is checked as strictly as the compiler can.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
  .enableUpcomingFeature("ExistentialAny"),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
  .enableUpcomingFeature("InternalImportsByDefault"),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "dateline",
  products: [
    .executable(name: "dateline", targets: ["dateline"]),
    .library(name: "NewsSession", targets: ["NewsSession"]),
  ],
  dependencies: [
    // Options, help and exit codes of the command line; shell completions come with it.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The targets stand in the order in which data flows; each imports only from above itself.

    // MARK: Foundations
    .target(
      name: "CLibEdit",
      linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "NewsModel", swiftSettings: strict),

    // MARK: Reading and keeping
    .target(
      name: "NewsReader",
      dependencies: ["NewsModel"],
      resources: [.copy("Resources")],
      swiftSettings: strict),
    .target(name: "NewsStore", dependencies: ["NewsModel"], swiftSettings: strict),

    // MARK: Asking
    .target(
      name: "QueryLanguage",
      dependencies: ["Diagnostics", "NewsModel"],
      swiftSettings: strict),
    .target(
      name: "QueryEngine",
      dependencies: ["Diagnostics", "NewsModel", "NewsStore", "QueryLanguage"],
      swiftSettings: strict),
    .target(
      name: "NewsFormats",
      dependencies: ["Diagnostics", "NewsModel", "NewsReader", "NewsStore"],
      // A few kilobytes that every page carries: in the program, so that they cannot be missing.
      resources: [.embedInCode("Pages/page.css"), .embedInCode("Pages/page.js")],
      swiftSettings: strict),
    .target(
      name: "NewsSession",
      dependencies: [
        "Diagnostics", "NewsModel", "NewsReader", "NewsStore", "QueryLanguage", "QueryEngine",
        "NewsFormats",
      ],
      swiftSettings: strict),

    // MARK: Programs
    .target(
      name: "Shell",
      dependencies: ["CLibEdit", "Diagnostics", "NewsModel", "NewsSession"],
      swiftSettings: strict),
    .executableTarget(
      name: "dateline",
      dependencies: [
        "Shell", "NewsSession",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "train-reader",
      dependencies: ["NewsReader", "NewsModel"],
      swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Diagnostics", "NewsModel", "NewsReader", "NewsStore", "QueryLanguage", "QueryEngine",
        "NewsSession", "TerminalSupport",
      ],
      swiftSettings: strict),

    // MARK: Tests
    // Programs on terminals of their own, for tests and benchmarks.
    .target(name: "TerminalSupport", path: "Tests/TerminalSupport", swiftSettings: strict),
    // What the tests of several modules need.
    .target(
      name: "TestSupport",
      dependencies: ["NewsModel"],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
    .testTarget(name: "NewsModelTests", dependencies: ["NewsModel"], swiftSettings: strict),
    .testTarget(
      name: "NewsReaderTests",
      dependencies: ["NewsReader", "NewsModel", "TestSupport"],
      swiftSettings: strict),
    // The reader measured against gold files: Tests/ReaderTests/Gold.
    .testTarget(
      name: "ReaderTests",
      dependencies: ["NewsReader", "NewsFormats", "NewsStore", "NewsModel"],
      resources: [.copy("Gold")],
      swiftSettings: strict),
    .testTarget(
      name: "NewsStoreTests",
      dependencies: ["NewsStore", "NewsModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "QueryLanguageTests",
      dependencies: ["QueryLanguage", "Diagnostics", "NewsModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "QueryEngineTests",
      dependencies: [
        "QueryEngine", "QueryLanguage", "NewsFormats", "NewsReader", "NewsStore", "NewsModel",
        "Diagnostics", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "NewsFormatsTests",
      dependencies: [
        "NewsFormats", "NewsModel", "NewsReader", "NewsStore", "Diagnostics", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "NewsSessionTests",
      dependencies: ["NewsSession", "NewsModel", "Diagnostics"],
      swiftSettings: strict),
    .testTarget(
      name: "ShellTests",
      dependencies: [
        "Shell", "NewsSession", "NewsModel", "Diagnostics", "TerminalSupport", "dateline",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
