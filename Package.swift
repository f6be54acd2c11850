// swift-tools-version: 6.1
import PackageDescription

// The planner's loops pay for a check that two pieces of code don't touch one variable at once. Debug builds, and so all
// tests, make it; what is delivered doesn't.
let innerLoops: [SwiftSetting] = [
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))
]

// Arrows point one way: a target may use what it lists here and nothing else.
// `make gate` proves it (Scripts/arrows).
let package = Package(
  name: "cairn",
  platforms: [.macOS(.v14)],
  products: [.executable(name: "cairn", targets: ["cairn"])],
  dependencies: [
    // Subcommands, options, help and shell completions, kept by Apple; parsing arguments is not why Cairn exists.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    // YAML with real positions of every node (libyaml inside); the only YAML library in Swift that is kept.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    // SQLite with migrations, one owner of the connection and full-text search; a database is not why Cairn exists.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // 0: values that import nothing of ours.
    .target(name: "Catalogs"),
    .target(name: "Display"),
    .target(name: "CCurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    // 1
    .target(name: "Planning", dependencies: ["Catalogs"], swiftSettings: innerLoops),
    // Finding what a catalog offers: words, facets, ranking.
    .target(name: "Library", dependencies: ["Catalogs"]),
    // What is kept of a learner: a pure value, with its history.
    .target(name: "Learners", dependencies: ["Catalogs", "Planning"]),
    // What figures rest on, who vouches, what it is worth, and what else gives the same skill.
    .target(name: "Appraisal", dependencies: ["Catalogs", "Planning"]),
    // 2: none of these sees another.
    // Facts of catalogs and plans in words, the same on the screens and on the command line.
    .target(name: "Wording", dependencies: ["Catalogs", "Planning", "Appraisal"]),
    .target(
      name: "Screens",
      dependencies: ["Catalogs", "Planning", "Library", "Appraisal", "Learners", "Display", "Wording"]),
    .target(
      name: "Interchange",
      dependencies: ["Catalogs", "Planning", .product(name: "Yams", package: "Yams")]),
    // SQLite behind values: what learners told, and the index of what is on offer.
    .target(
      name: "Storage",
      dependencies: [
        "Catalogs", "Planning", "Library", "Learners", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(name: "Curses", dependencies: ["Display", "CCurses"]),
    // 3
    .executableTarget(
      name: "cairn",
      dependencies: [
        "Catalogs", "Planning", "Library", "Appraisal", "Learners", "Wording", "Display", "Screens", "Interchange",
        "Storage",
        "Curses",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        // For the files of the configuration, whose faults are told with their line.
        .product(name: "Yams", package: "Yams"),
      ]),
    // Times the planner on Benchmarks/instances; `make bench` sets it beside other solvers.
    .executableTarget(
      name: "cairn-bench",
      dependencies: [
        "Catalogs", "Planning", "Library", "Interchange",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "CatalogsTests", dependencies: ["Catalogs"]),
    .testTarget(name: "AppraisalTests", dependencies: ["Appraisal", "Planning", "Catalogs", "Interchange"]),
    .testTarget(name: "PlanningTests", dependencies: ["Planning", "Catalogs", "Interchange"]),
    .testTarget(name: "LibraryTests", dependencies: ["Library", "Catalogs", "Interchange"]),
    .testTarget(name: "LearnersTests", dependencies: ["Learners", "Planning", "Catalogs"]),
    .testTarget(name: "DisplayTests", dependencies: ["Display"]),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "Screens", "Wording", "Display", "Library", "Learners", "Appraisal", "Planning", "Catalogs", "Interchange",
      ],
      // Expected frames, read through the path of the tests.
      exclude: ["Snapshots"]),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Storage", "Library", "Learners", "Planning", "Catalogs", "Interchange",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "Catalogs"]),
    .testTarget(
      name: "CairnTests",
      dependencies: [
        "cairn", "Catalogs", "Planning", "Learners", "Wording", "Display", "Screens", "Interchange", "Storage",
        "Curses",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
