// swift-tools-version:6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// A room of the house: one library target with its tests beside it.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(of name: String, with dependencies: [Target.Dependency] = [], fixtures: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: [.byName(name: name)] + dependencies,
        exclude: fixtures,
        swiftSettings: settings
    )
}

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
    name: "docket",
    products: [
        .executable(name: "docket", targets: ["docket"]),
        // Listens, for the demonstration; the daemon has no part in it.
        .executable(name: "docket-vendor", targets: ["docket-vendor"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Listed as data flows: from the commands at the top down to the system libraries.
        .executableTarget(
            name: "docket",
            dependencies: [
                "Daemon", "Digests", "Simulation", "Store", "Feeds", "Settings", "Telemetry", "Postgres", "Model",
                arguments, logging, lifecycle, signals,
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "docket-vendor",
            dependencies: ["Vendor", "Simulation", arguments],
            swiftSettings: settings
        ),
        room("Vendor", ["Simulation"]),
        room(
            "Daemon",
            [
                "Fetching", "Feeds", "Matching", "Checks", "Alerts", "Digests", "Store", "Settings", "Telemetry",
                "Transport", "Postgres",
                "Hashing", "Model", logging, lifecycle,
            ]
        ),
        room("Fetching", ["Feeds", "Settings", "Transport", "Postgres", "Model"]),
        room("Feeds", ["Settings", "Hashing", "Model", "CProcess", "CArchive", "CZlib", "CExpat", "CFreeXL"]),
        room("Matching", ["Model"]),
        room("Checks", ["Model"]),
        room("Alerts", ["Model"]),
        room("Digests", ["Model"]),
        room("Simulation", ["Model", "CArchive"]),
        room("Store", ["Postgres", "Hashing", "Model"], resources: [.embedInCode("Migrations")]),
        room("Settings", ["Transport", "Model", "Hashing", yams], resources: [.embedInCode("Shipped")]),
        room("Telemetry", [logging]),
        room("Transport", ["CCurl"]),
        room("Postgres", ["CLibpq"]),
        room("Hashing", ["CCrypto"]),
        room("Model"),
        .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CProcess"),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CFreeXL", pkgConfig: "freexl", providers: [.apt(["libfreexl-dev"])]),

        .target(
            name: "TestSupport",
            dependencies: ["Daemon", "Store", "Settings", "Postgres", "Model", "CZlib"],
            path: "Tests/TestSupport",
            swiftSettings: settings
        ),
        tests(of: "Model"),
        tests(of: "Hashing"),
        tests(of: "Postgres", with: ["TestSupport"]),
        tests(of: "Transport", with: ["TestSupport", "Vendor"]),
        tests(of: "Settings", with: ["TestSupport", "Transport", "Model"], fixtures: ["Fixtures"]),
        tests(of: "Feeds", with: ["TestSupport", "Settings", "Model", "Hashing"]),
        tests(
            of: "Fetching",
            with: ["TestSupport", "Feeds", "Settings", "Transport", "Postgres", "Model"]
        ),
        tests(of: "Matching", with: ["Model"]),
        tests(of: "Checks", with: ["Model"]),
        tests(of: "Alerts", with: ["Model"]),
        tests(of: "Digests", with: ["Model"]),
        tests(of: "Simulation", with: ["Model"]),
        tests(of: "Store", with: ["TestSupport", "Postgres", "Hashing", "Model"]),
        tests(of: "Telemetry", with: [logging]),
        tests(
            of: "Daemon",
            with: [
                "TestSupport", "Store", "Settings", "Feeds", "Transport", "Checks", "Matching", "Alerts", "Digests",
                "Simulation", "Vendor",
                "Postgres", "Hashing", "Model", "Telemetry", "docket", logging, lifecycle,
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// Only Tests/Fuzz/run asks for it: what libFuzzer drives is built with its instruments throughout.
if Context.environment["DOCKET_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzz",
            dependencies: ["Feeds", "Settings", "Model"],
            path: "Tests/Fuzz",
            exclude: ["docket.yaml", "feeds", "run", "seeds"],
            swiftSettings: settings
        )
    )
}
