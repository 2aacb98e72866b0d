import ArgumentParser
import Model
import Settings

extension CheckCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "列出全部核查及其能否运行 / List all checks, and whether they can run",
            discussion: "例 / Example: docket check list --config /etc/docket/docket.yaml"
        )

        @OptionGroup var common: CommonOptions

        func run() async throws {
            let configuration = try common.load()
            let entries = configuration.checks.map { Entry($0, configuration) }
            if common.json { return try Terminal.json(entries) }
            let head = ["核查 check", "版 v", "状态 status", "对象 subject", "名称 title", "缺少 missing"]
            let rows = entries.map { entry in
                [
                    entry.check, String(entry.version), entry.status, entry.subject,
                    "\(entry.titleChinese) / \(entry.titleEnglish)", entry.missing.joined(separator: ", "),
                ]
            }
            TextTable([head] + rows, uncut: [0]).lines(within: Terminal.width).forEach(Terminal.say)
            configuration.refusedChecks.forEach { Terminal.complain($0.description) }
        }

        private struct Entry: Encodable {
            let check: String
            let version: Int64
            let status: String
            let subject: String
            let titleChinese: String
            let titleEnglish: String
            /// Kinds of record, and fields of them, no feed brings: while there are any, the check cannot run.
            let missing: [String]

            init(_ check: CheckDefinition, _ configuration: Configuration) {
                (self.check, version) = (check.id, check.number)
                (status, subject) = (check.status.rawValue, check.subject.rawValue)
                (titleChinese, titleEnglish) = (check.titleChinese, check.titleEnglish)
                missing = check.missing(among: configuration.feeds).map(\.code)
            }
        }
    }
}
