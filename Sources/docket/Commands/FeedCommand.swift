import ArgumentParser

struct FeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "数据源 / Feeds",
        subcommands: [DraftCommand.self, TryCommand.self]
    )
}
