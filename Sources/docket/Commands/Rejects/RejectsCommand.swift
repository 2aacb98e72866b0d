import ArgumentParser

struct RejectsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rejects",
        abstract: "退回行：查看、重放、作废 / Rejected rows: look, replay, discard",
        discussion: """
            例 / Examples:
              docket rejects list --config /etc/docket/docket.yaml
              docket rejects show --delivery 17
              docket rejects replay --feed breath-tests --dry-run
              docket rejects discard --delivery 17 --reason "更正的行在第18次交付 / corrected rows came in delivery 18"
            """,
        subcommands: [List.self, Show.self, Replay.self, Discard.self]
    )
}
