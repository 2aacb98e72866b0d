import ArgumentParser
import Daemon
import Settings

extension CheckCommand {
    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "test",
            abstract: "用核查自带的例子验证，不留下任何数据 / Try checks by their own examples, keeping nothing",
            discussion: """
                例 / Examples:
                  docket check test --config /etc/docket/docket.yaml
                  docket check test drunk-no-case /tmp/new-check.yaml --config /etc/docket/docket.yaml
                """
        )

        @Argument(help: "核查名称或文件；默认全部 / names of checks, or files; all by default")
        var checks: [String] = []

        @OptionGroup var common: CommonOptions

        func run() async throws {
            let configuration = try common.load()
            let chosen =
                checks.isEmpty ? configuration.checks : try checks.map { try CheckCommand.find($0, in: configuration) }
            let trials = try await common.passes("check", configuration).tried(chosen)
            if common.json { try Terminal.json(trials.map(Report.init)) } else { trials.forEach(tell) }
            if checks.isEmpty { configuration.refusedChecks.forEach { Terminal.complain($0.description) } }
            let isSound = trials.allSatisfy(\.isPassed) && (!checks.isEmpty || configuration.refusedChecks.isEmpty)
            guard isSound else { throw ExitCode(78) }
        }

        private func tell(_ trial: CheckTrial) {
            let passed = trial.examples.count { $0.faults.isEmpty }
            Terminal.say("\(trial.check.id): \(passed)/\(trial.check.examples.count) 例通过 examples hold")
            if let refusal = trial.refusal { say("  ! \(refusal)") }
            for example in trial.examples where !example.faults.isEmpty {
                say("  ! \(example.name)")
                example.faults.forEach { say("      \($0)") }
            }
        }

        private func say(_ line: String) {
            Paragraph(indented: line, width: Terminal.room).lines.forEach(Terminal.say)
        }

        private struct Report: Encodable {
            let check: String
            let refusal: String?
            let examples: [Example]

            struct Example: Encodable {
                let name: String
                let faults: [String]
            }

            init(_ trial: CheckTrial) {
                (check, refusal) = (trial.check.id, trial.refusal)
                examples = trial.examples.map { Example(name: $0.name, faults: $0.faults) }
            }
        }
    }
}
