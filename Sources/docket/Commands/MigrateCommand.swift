import ArgumentParser
import Postgres
import Settings
import Store

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "建立或升级数据库表结构 / Create or upgrade the schema",
        discussion: "例 / Example: docket migrate --config /etc/docket/docket.yaml"
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let configuration = try common.load()
        let connection = Connection(configuration.database, label: "migrate")
        let now = Wall.now
        let isQuiet = common.json
        let applied = try await connection.use { session in
            var applied: [Report.Step] = []
            try Migrator().migrate(session, now: now) { progress in
                switch progress {
                case .waiting: Terminal.complain("另一进程正在升级，等待中 / another process is migrating; waiting")
                case .applied(let number, let name):
                    applied.append(Report.Step(number: number, name: name))
                    if !isQuiet { Terminal.say("\(number) \(name)") }
                }
            }
            return applied
        }
        if isQuiet { return try Terminal.json(Report(applied: applied)) }
        Terminal.say("表结构已是最新 / the schema is up to date")
    }

    private struct Report: Encodable {
        let applied: [Step]

        struct Step: Encodable {
            let number: Int32
            let name: String
        }
    }
}
