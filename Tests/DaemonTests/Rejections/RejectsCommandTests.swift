import Foundation
import Glibc
import Model
import Postgres
import Synchronization
import TestSupport
import Testing

@Suite("Rejected rows are looked at, replayed and discarded by command", .ownDatabase, .timeLimit(.minutes(20)))
struct RejectsCommandTests {
    /// Two rows whose time is written in a form the feed does not know yet, and a sound one.
    private static let dirty =
        BadInputPlace.header + "JC01,1,2025/3/3 21:10,45.2,张三丰\n" + BadInputPlace.row(2)
        + "JC01,3,2025/3/3 22:10,45.2,李四光\n"

    private func place(_ rows: String = dirty) async throws -> BadInputPlace {
        let place = try BadInputPlace()
        try place.deliver(rows, as: "a.csv")
        let run = try await DocketProgram.run(["intake"] + place.config)
        #expect(run.code == 0, "\(run.errors)")
        return place
    }

    /// The administrator declares the second form.
    private func mend(_ place: BadInputPlace) throws {
        let path = place.path("feeds/breath-tests.yaml")
        var text = try String(contentsOfFile: path, encoding: .utf8)
        text.replace(#"format: "yyyy-MM-dd HH:mm:ss""#, with: #"format: ["yyyy-MM-dd HH:mm:ss", "yyyy/M/d HH:mm"]"#)
        try place.folder.write(text, to: "feeds/breath-tests.yaml")
    }

    private func run(_ place: BadInputPlace, _ arguments: String...) async throws -> DocketProgram.Outcome {
        try await DocketProgram.run(["rejects"] + arguments + place.config)
    }

    private func json(_ place: BadInputPlace, _ arguments: String...) async throws -> Any {
        let run = try await DocketProgram.run(["rejects"] + arguments + ["--json"] + place.config)
        #expect(run.code == 0, "\(run.errors)")
        return try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    }

    @Test("a delivery or a feed there is not is refused, and one with nothing open is not")
    func noSuch() async throws {
        let place = try await place(BadInputPlace.header + BadInputPlace.row(1))
        for verb in [["list"], ["show"], ["replay"], ["discard", "--reason", "相同 / alike"]] {
            for (option, value, told) in [("--delivery", "9", "没有交付 9"), ("--feed", "none", "没有数据源 none")] {
                let refused = try await DocketProgram.run(["rejects"] + verb + [option, value] + place.config)
                #expect(refused.code == 65 && refused.errors.contains(told), "\(verb): \(refused.errors)")
            }
            let nothing = try await DocketProgram.run(["rejects"] + verb + ["--delivery", "1"] + place.config)
            #expect(nothing.code == 0, "\(verb): \(nothing.errors)")
        }
    }

    @Test("they are listed by cause, with what to do, and nobody's name")
    func list() async throws {
        let place = try await place()
        let told = try await run(place, "list")
        #expect(told.code == 0, "\(told.errors)")
        for words in [
            "breath-tests time 测试时间: 2 行 rows, 1 次交付 deliveries", "line 2: AA99,9,9999/9/9 99:99,99.9,某某某",
            "为该列补充 format", "2 行待处理 / rows wait, 0 个文件待处理",
        ] {
            #expect(told.output.contains(words), "\(words) in \(told.output)")
        }
        let report = try #require(try await json(place, "list", "--cause", "time") as? [String: Any])
        let causes = try #require(report["causes"] as? [[String: Any]])
        #expect(causes.count == 1 && causes[0]["rows"] as? Int == 2)
        for arguments in [["list"], ["list", "--json"], ["show"], ["show", "--json"]] {
            let run = try await DocketProgram.run(["rejects"] + arguments + place.config)
            #expect(!run.output.contains("张三丰") && !run.output.contains("李四光"), "\(run.output)")
        }
        #expect(try await BadInputPlace.texts("SELECT who FROM docket.disclosure").isEmpty)
    }

    @Test("lists and the state of things fit a hundred columns where there is no terminal")
    func width() async throws {
        let place = try await place()
        try place.deliver("设备编号;记录号;测试时间\n", as: "呼气式酒精检测仪检测记录导出表（湖南省某某市公安局交通警察支队直属一大队）.csv")
        _ = try await DocketProgram.run(["intake"] + place.config)
        for verb in [["rejects", "list"], ["status"]] {
            let told = try await DocketProgram.run(verb + place.config)
            #expect(told.code == 0, "\(told.errors)")
            #expect(told.output.contains("breath-tests"), "\(told.output)")
            for line in told.output.split(separator: "\n") {
                #expect(String(line).columns <= 100, "\(verb) \(String(line).columns): \(line)")
            }
        }
    }

    @Test("each shows its place; its text in clear is shown for a reason only, and that is recorded")
    func show() async throws {
        let place = try await place()
        let told = try await run(place, "show", "--line", "4")
        #expect(told.output.contains("a.csv 第4行 line 4, 字节 bytes "), "\(told.output)")
        #expect(told.output.contains("1/1 行 rows"))

        let refused = try await run(place, "show", "--raw")
        #expect(refused.code == 64)
        #expect(refused.errors.contains("--raw 须以 --reason 说明理由"), "\(refused.errors)")
        #expect(try await run(place, "show", "--raw", "--reason", "  ").code == 64)

        let clear = try await run(place, "show", "--line", "4", "--raw", "--reason", "核对时间")
        #expect(clear.code == 0, "\(clear.errors)")
        #expect(clear.output.contains("JC01,3,2025/3/3 22:10,45.2,李四光"), "\(clear.output)")
        #expect(!clear.output.contains("张三丰"))
        let notes = try await BadInputPlace.texts(
            "SELECT concat_ws(' | ', number, what, reason) FROM docket.disclosure"
        )
        #expect(notes == ["1 | rejected rows (delivery/line): 1/4 | 核对时间"])
        #expect(try await BadInputPlace.texts("SELECT who FROM docket.disclosure").first?.isEmpty == false)
    }

    @Test("once the mapping is mended they are replayed: rehearsed first, kept then, and no work is left")
    func replay() async throws {
        let place = try await place()
        let vain = try await run(place, "replay")
        #expect(vain.code == 0, "\(vain.errors)")
        #expect(vain.output.contains("读入 read 2 = 新存 stored 0 + 修订 revised 0 + 未变 unchanged 0 + 退回 rejected 2"))

        try mend(place)
        let before = try await BadInputPlace.census()
        let rehearsed = try await run(place, "replay", "--dry-run")
        #expect(rehearsed.code == 0, "\(rehearsed.errors)")
        #expect(rehearsed.output.contains("read 2 = 新存 stored 2"), "\(rehearsed.output)")
        #expect(rehearsed.output.contains("未保留任何改动"))
        #expect(try await BadInputPlace.census() == before)

        let one = try #require(try await json(place, "replay", "--line", "2") as? [[String: Any]])
        #expect(one.count == 1 && one[0]["stored"] as? Int == 1 && one[0]["released"] as? Bool == false)
        let other = try await run(place, "replay")
        #expect(other.output.contains("stored 1"), "\(other.output)")
        #expect(other.output.contains("不再停住完整时点"))
        #expect(
            try await BadInputPlace.texts(
                "SELECT concat_ws(' ', record_no, delivery, line, latest) FROM docket.breath_test ORDER BY record_no"
            ) == ["1 1 2 t", "2 1 3 t", "3 1 4 t"]
        )
        #expect(
            try await BadInputPlace.texts(
                "SELECT concat_ws(' ', read, stored, revised, unchanged, rejected, holds_back) FROM docket.delivery"
            ) == ["3 1 0 0 2 f"]
        )
        #expect(
            try await BadInputPlace.texts(
                "SELECT concat_ws(' ', line, settlement, replay) FROM docket.rejection ORDER BY line"
            ) == ["2 replayed 2", "4 replayed 3"]
        )
        let rest = try await run(place, "replay")
        #expect(rest.code == 0 && rest.output.contains("没有待处理的行 / no open row matches"))
    }

    @Test("they are discarded for a reason only, and only where it is said which")
    func discard() async throws {
        let place = try await place()
        for arguments in [
            ["discard", "--delivery", "1"], ["discard", "--reason", "x"],
            ["discard", "--delivery", "1", "--reason", " "],
        ] {
            let refused = try await DocketProgram.run(["rejects"] + arguments + place.config)
            #expect(refused.code == 64, "\(arguments) \(refused.output)")
        }
        #expect(try await BadInputPlace.texts("SELECT number::text FROM docket.delivery WHERE holds_back") == ["1"])
        let one = try await run(place, "discard", "--line", "2", "--reason", "测试数据 / a test")
        #expect(one.output.contains("1 行作废 rows discarded"), "\(one.output)")
        #expect(!one.output.contains("不再停住"))
        let rest = try #require(
            try await json(place, "discard", "--feed", "breath-tests", "--reason", "第2次交付补齐") as? [[String: Any]]
        )
        #expect(rest.count == 1 && rest[0]["rows"] as? Int == 1 && rest[0]["released"] as? Bool == true)
        #expect(
            try await BadInputPlace.texts(
                "SELECT concat_ws(' ', line, settlement, settled_because) FROM docket.rejection ORDER BY line"
            ) == ["2 discarded 测试数据 / a test", "4 discarded 第2次交付补齐"]
        )
        #expect(try await BadInputPlace.texts("SELECT number::text FROM docket.delivery WHERE holds_back").isEmpty)
        let none = try await run(place, "discard", "--delivery", "1", "--reason", "x")
        #expect(none.code == 0 && none.output.contains("没有待处理的行"))
    }

    @Test("a whole file nothing could be read of is taken again from the archive, or discarded")
    func unreadable() async throws {
        let place = try await place("设备编号,记录号,时间,测试值,姓名\nJC01,1,2025-03-03 21:10:00,45.2,张三丰\n")
        let told = try await run(place, "list")
        #expect(told.output.contains("breath-tests 交付 delivery 1 a.csv: 无法读取 unreadable"), "\(told.output)")
        let vain = try await run(place, "replay")
        #expect(vain.code == 65)
        #expect(vain.output.contains("未重放 / not replayed") && vain.output.contains("缺少列"), "\(vain.output)")

        try place.deliver("设备编号,记录号,时间,测试值,姓名\nJC01,2,2025-03-03 21:10:00,45.2,李四光\n", as: "b.csv")
        _ = try await DocketProgram.run(["intake"] + place.config)
        let path = place.path("feeds/breath-tests.yaml")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try place.folder.write(text.replacing("column: 测试时间", with: "column: 时间"), to: "feeds/breath-tests.yaml")
        let taken = try await run(place, "replay", "--delivery", "1")
        #expect(taken.code == 0, "\(taken.output) \(taken.errors)")
        #expect(taken.output.contains("作为交付 taken as delivery 3"), "\(taken.output)")
        let gone = try await run(place, "discard", "--delivery", "2", "--reason", "试导出")
        #expect(gone.output.contains("整个文件作废 whole file discarded，不再停住完整时点"), "\(gone.output)")
        #expect(
            try await BadInputPlace.texts(
                "SELECT concat_ws(' ', number, stored, holds_back, released_because) FROM docket.delivery ORDER BY number"
            ) == ["1 0 f", "2 0 f 试导出", "3 1 f"]
        )
        let rest = try await run(place, "list")
        #expect(rest.output.contains("0 行待处理 / rows wait, 0 个文件待处理"), "\(rest.output)")
    }

    @Test(
        "used wrongly, a verb ends with 64 and says how it is to be used",
        arguments: [
            ("list --cause lateness", "lateness"), ("list --since yesterday", "yesterday 不是时刻"),
            ("show --reason x", "--reason 只与 --raw 同用"), ("discard --delivery 1", "--reason"),
            ("replay --all", "--all"),
        ]
    )
    func wrongUse(arguments: String, words: String) async throws {
        let run = try await DocketProgram.run(["rejects"] + arguments.split(separator: " ").map(String.init))
        #expect(run.code == 64)
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test("a replay killed in the middle leaves no trace and is repeated")
    func killed() async throws {
        let place = try await place()
        try mend(place)
        let before = try await BadInputPlace.census()
        let running = Mutex<pid_t>(0)
        let lock = "LOCK TABLE docket.breath_test IN ACCESS EXCLUSIVE MODE"
        let outcome = try await holding(lock, until: 1, then: { #expect(kill(running.withLock { $0 }, SIGKILL) == 0) })
        {
            try await DocketProgram.run(["rejects", "replay"] + place.config) { process in
                running.withLock { $0 = process }
            }.outcome
        }
        #expect(outcome.code == -SIGKILL)
        #expect(try await BadInputPlace.census() == before)
        let again = try await run(place, "replay")
        #expect(again.output.contains("stored 2"), "\(again.output) \(again.errors)")
    }

    @Test("of two people who replay at once one wins, and the other is told")
    func atOnce() async throws {
        let place = try await place()
        try mend(place)
        // Both have seen the open rows before either may go on.
        let lock = "SELECT 1 FROM docket.feed WHERE region = 430800 FOR UPDATE"
        let arguments = ["rejects", "replay", "--json"] + place.config
        let outcomes = try await holding(lock, until: 2) {
            async let first = DocketProgram.run(arguments)
            async let second = DocketProgram.run(arguments)
            return try await [first, second]
        }
        #expect(outcomes.map(\.code) == [0, 0], "\(outcomes.map(\.errors))")
        let reports = try outcomes.map {
            try #require((try JSONSerialization.jsonObject(with: Data($0.output.utf8)) as? [[String: Any]])?.first)
        }
        #expect(reports.map { $0["stored"] as? Int ?? -1 }.sorted() == [0, 2])
        #expect(reports.count { $0["settledMeanwhile"] as? Bool == true } == 1)
        #expect(try await BadInputPlace.texts("SELECT read::text FROM docket.replay") == ["2"])
    }

    /// Runs `body` while another session holds a lock, until so many sessions wait for it.
    private func holding<Value: Sendable>(
        _ lock: String,
        until waiting: Int64,
        then act: @escaping @Sendable () -> Void = {},
        _ body: () async throws -> Value
    ) async throws -> Value {
        let isHeld = Mutex(false)
        let connection = OwnDatabase.connection
        async let end: Void = connection.use { session in
            try session.rolledBack { session in
                try session.runScript(lock)
                isHeld.withLock { $0 = true }
                let count = """
                    SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock'
                    """
                // The server tells of its sessions as they were when the transaction began to ask, unless it is told not to.
                while try session.run(count).single({ try $0.integer(0) }) < waiting {
                    try session.runScript("SELECT pg_stat_clear_snapshot()")
                }
                act()
            }
        }
        while !isHeld.withLock({ $0 }) { await Task.yield() }
        let value = try await body()
        try await end
        return value
    }
}
