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
            }
        }
        let score = Score(answers, observed: observed)
        if common.json {
            try Terminal.json(Report(score))
        } else {
            for subject in score.missedSubjects { Terminal.complain("未发现 missed: \(subject)") }
            for subject in score.falseSubjects { Terminal.complain("误报 false: \(subject)") }
            Terminal.say(score.line)
        }
        guard score.isPerfect else { throw ExitCode(1) }
    }

    private struct Report: Encodable {
        let planted: Int
        let found: Int
        let missed: [String]
        let falseAlarms: [String]

        init(_ score: Score) {
            (planted, found) = (score.planted, score.found)
            (missed, falseAlarms) = (score.missedSubjects, score.falseSubjects)
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
