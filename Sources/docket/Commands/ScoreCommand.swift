import ArgumentParser
import Daemon
import FoundationEssentials
import Model
import Postgres
import Settings
import Simulation
import Store

struct ScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "对照虚构地区的答案 / Compare the alerts with the answer key of a simulation",
        discussion: "例 / Example: docket score --key /tmp/demo/answer-key.json --config /tmp/demo/docket.yaml"
    )

    @Option(name: .long, help: "答案文件 / the answer key")
    var key: String

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let answers = try answerKey()
        let passes = try await common.passes("score")
        let region = passes.configuration.region
        let observed = try await passes.connection.use { session in
            try StandingQuery.all(region: region, session).compactMap { standing in
                FindingState(rawValue: standing.state).map {
                    Observation(check: standing.check, subject: standing.subject, state: $0)
                }
            } + Self.closed(region: region, session)
        }
        let score = Score(answers, observed: observed, checks: Set(passes.configuration.checks.map(\.id)))
        if common.json {
            try Terminal.json(Report(score))
        } else {
            for subject in score.missedSubjects { Terminal.complain("未发现 missed: \(subject)") }
            for subject in score.falseSubjects { Terminal.complain("误报 false: \(subject)") }
            for check in score.checks { Terminal.say(check.line) }
            if !score.notSetUp.isEmpty {
                Terminal.say("未设置 not set up: \(score.notSetUp.joined(separator: ", "))")
            }
            Terminal.say(score.line)
        }
        guard score.isPerfect else { throw ExitCode(1) }
    }

    /// Alerts that were opened once and are closed.
    private static func closed(region: Int32, _ session: borrowing Session) throws -> [Observation] {
        try session.run(
            "SELECT DISTINCT check_id, subject FROM docket.alert WHERE region = $1 AND NOT open ORDER BY 1, 2",
            [.integer32(region)]
        ).map { row in Observation(closed: try row.text(1), of: try row.text(0)) }
    }

    private struct Report: Encodable {
        let planted: Int
        let found: Int
        let missed: [String]
        let falseAlarms: [String]
        let checks: [Check]
        /// Checks the key names and the configuration lacks.
        let notSetUp: [String]

        struct Check: Encodable {
            let check: String
            let planted: Int
            let found: Int
            let raised: Int
            /// Nil where nothing was planted, or nothing is open.
            let recall: Double?
            let precision: Double?
        }

        init(_ score: Score) {
            (planted, found) = (score.planted, score.found)
            (missed, falseAlarms) = (score.missedSubjects, score.falseSubjects)
            checks = score.checks.map {
                Check(
                    check: $0.check,
                    planted: $0.planted,
                    found: $0.found,
                    raised: $0.raised,
                    recall: $0.recall,
                    precision: $0.precision
                )
            }
            notSetUp = score.notSetUp
        }
    }

    private func answerKey() throws -> AnswerKey {
        guard let data = try? Data(contentsOf: URL(filePath: key)) else {
            throw Refusal(code: 74, description: "\(key): 无法读取，请检查路径 / cannot be read; check the path")
        }
        guard let answers = try? AnswerKey(json: data) else {
            throw Refusal(
                code: 65,
                description:
                    "\(key): 不是答案文件，请用 docket simulate 写出的 answer-key.json / is no answer key; use the answer-key.json that docket simulate wrote"
            )
        }
        return answers
    }
}
