import ArgumentParser
import FoundationEssentials

/// The main file of verbs that also do without one: they serve whoever sets a feed up.
struct FoundSettings: ParsableArguments {
    @Option(
        name: .customLong("config"),
        help: "主配置文件，默认 \(FoundSettings.usual)，没有则不用 / main configuration file; by default that one, if it is there"
    )
    var given: String?

    private static let usual = "/etc/docket/docket.yaml"

    /// The one that was named, else the usual one where it is there for this account.
    var path: String? {
        given ?? (FileManager.default.fileExists(atPath: Self.usual) ? Self.usual : nil)
    }
}
