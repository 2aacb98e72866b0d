import Foundation
import Model
import Settings
import Simulation
import TestSupport
import Testing

@Suite("The commands over a whole prefecture", .ownDatabase, .timeLimit(.minutes(20)))
struct CommandTests {
    private func prefecture() throws -> (folder: TemporaryFolder, config: [String], asOf: [String]) {
        let folder = try TemporaryFolder()
        let key = try Simulation(seed: 3, days: 8, scale: 0.02).write(to: folder.path).key
        let main = try SimulationConfig(seed: 3, configDirectory: BadInputPlace.shippedConfig).write(to: folder.path)
        var text = try String(contentsOf: URL(filePath: main), encoding: .utf8)
        text.replace("database: \"\"", with: "database: \"\(OwnDatabase.parameters)\"")
        try Data(text.utf8).write(to: URL(filePath: main))
        return (folder, ["--config", main], ["--as-of", "\(key.asOf)"])
    }

    private func json(_ arguments: [String]) async throws -> Any {
        let run = try await DocketProgram.run(arguments + ["--json"])
        #expect(run.code == 0, "\(arguments): \(run.errors)")
        return try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    }

    @Test("every verb that takes --json prints one JSON document and nothing else, and the counts agree")
    func json() async throws {
        let (folder, config, asOf) = try prefecture()
        _ = try #require(try await json(["config", "check"] + config) as? [String: Any])
        let migrated = try #require(try await json(["migrate"] + config) as? [String: Any])
        #expect((migrated["applied"] as? [Any])?.isEmpty == true)
        let drained = try #require(try await json(["run", "--until-drained"] + asOf + config) as? [String: Any])
        #expect(drained["deliveries"] as? Int ?? 0 > 50)
        let polls = try #require(try await json(["intake"] + asOf + config) as? [[String: Any]])
        #expect(polls.count == 22 && polls.allSatisfy { $0["taken"] as? Int == 0 })
        let reviewed = try #require(try await json(["review"] + asOf + config) as? [String: Any])
        #expect(reviewed["opened"] as? Int == 0)
        let status = try #require(try await json(["status"] + config) as? [String: Any])
        let alerts = try #require(status["alerts"] as? [[String: Any]])
        let opened = try #require(drained["opened"] as? Int)
        #expect(alerts.count == opened - (drained["closed"] as? Int ?? 0))
        let number = try #require(alerts.first?["alert"] as? String)
        let told = try #require(try await json(["explain", number] + config) as? [String: Any])
        #expect(told["alert"] as? String == number)
        let records = (told["evidence"] as? [String: Any])?["records"] as? [Any]
        #expect(records?.isEmpty == false && records?.count == (told["values"] as? [Any])?.count)
        let score = try #require(
            try await json(["score", "--key", folder.path + "/answer-key.json"] + config) as? [String: Any]
        )
        #expect((score["missed"] as? [Any])?.isEmpty == true && (score["falseAlarms"] as? [Any])?.isEmpty == true)
        let robots = folder.path + "/in/robots/"
        let file = try #require(try FileManager.default.contentsOfDirectory(atPath: robots).first)
        let tried = try #require(try await json(["feed", "try", "robots", robots + file] + config) as? [String: Any])
        #expect(tried["wouldStore"] as? Int == 8 && (tried["records"] as? [Any])?.count == 8)
    }

    @Test("an alert is explained by law, clock, records with file and line, and what it takes to close it")
    func explain() async throws {
        let (folder, config, asOf) = try prefecture()
        let run = try await DocketProgram.run(["run", "--until-drained"] + asOf + config)
        #expect(run.code == 0, "\(run.errors)")
        let numbers = try await BadInputPlace.texts(
            "SELECT alert FROM docket.alert_overview WHERE check_id = 'drunk-no-case' AND state = 'open' ORDER BY 1"
        )
        let told = try await DocketProgram.run(["explain", try #require(numbers.first)] + config)
        #expect(told.code == 0, "\(told.errors)")
        for words in [
            "醉驾检测无案件 / Drunk reading with no case",
            "时限 clock: ADM_ACCEPT 受案登记 / Acceptance of the case, 24 小时 hours; 公通字〔2015〕32号",
            "先排除 rule out first: 工作日饮酒测试", "关闭条件 closes by: ", "  breath_test ", "alcohol=", "sha256 ", "经过 history:",
            " opened critical",
        ] {
            #expect(told.output.contains(words), "\(words) in \(told.output)")
        }
        #expect(!told.output.contains("存档中缺少原件"))
        withExtendedLifetime(folder) {}
    }

    @Test("SIGTERM ends the daemon within ten seconds, with 0")
    func terminated() async throws {
        let (folder, config, _) = try prefecture()
        let inbox = try #require(NotifyInbox(folder.path + "/notify"))
        let environment = ["NOTIFY_SOCKET": folder.path + "/notify"]
        let clock = ContinuousClock()
        let (outcome, ended) = try await DocketProgram.run(["run"] + config, environment: environment) { process in
            var messages = inbox.messages.makeAsyncIterator()
            while let message = await messages.next(), !message.contains("STATUS=") || message.contains("就绪") {}
            #expect(kill(process, SIGTERM) == 0)
            return clock.now
        }
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(clock.now - ended < .seconds(10))
    }
}
