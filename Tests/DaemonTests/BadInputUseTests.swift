import TestSupport
import Testing

@Suite("The command line, used wrongly", .timeLimit(.minutes(20)))
struct BadInputUseTests {
    private static let uses: [(arguments: String, words: String)] = [
        ("frobnicate", "frobnicate"), ("--colour", "--colour"),
        ("run --as-of 2025-03-17T09:00:00+08:00", "--as-of 只能与 --until-drained 同用 / --as-of needs --until-drained"),
        ("run --until-drained --as-of yesterday", "yesterday 不是时刻"), ("run --until-drained --as-of", "--as-of"),
        ("migrate extra", "extra"), ("migrate --config", "--config"), ("intake --all", "--all"),
        ("review --half", "--half"),
        ("digest --language fr", "fr"), ("status --yaml", "--yaml"), ("explain", "<alert>"),
        ("explain 430800-2026", "430800-2026 不是预警编号，应如 430800-2026-00012"), ("feed try", "<feed>"),
        ("feed try breath-tests", "<file>"), ("feed try breath-tests x.csv --rows many", "many"),
        ("feed taste", "taste"),
        ("config check extra", "extra"), ("simulate", "--out"), ("simulate --out /dev/null/x --seed -1", "--seed"),
        ("simulate --out /dev/null/x --config-directory /nowhere", "/nowhere 不是 Config 文件夹"),
        ("simulate --out /dev/null/x --format xls", "--format"), ("score", "--key"),
    ]

    @Test("ends with 64 and says what is wrong with which word, and how it is to be used", arguments: uses)
    func wrongUse(arguments: String, words: String) async throws {
        let run = try await DocketProgram.run(arguments.split(separator: " ").map(String.init))
        #expect(run.code == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(run.errors.hasPrefix("docket: 用法有误 / wrong use\n"), "\(run.errors)")
        #expect(run.errors.contains("Usage: docket"), "\(run.errors)")
    }

    @Test(
        "numbers a simulation cannot be made of end with 64",
        arguments: ["--days 3", "--days 400", "--scale 0", "--scale nan"]
    )
    func simulation(option: String) async throws {
        let config = BadInputPlace.shippedConfig
        let words = option.split(separator: " ").map(String.init)
        let run = try await DocketProgram.run(
            ["simulate", "--out", "/dev/null/x", "--config-directory", config] + words
        )
        #expect(run.code == 64)
        #expect(run.errors.contains("超出范围"), "\(run.errors)")
    }

    @Test(
        "help and the version are no mistakes",
        arguments: ["--help", "--version", "help run", "run --help", "feed", ""]
    )
    func help(arguments: String) async throws {
        let run = try await DocketProgram.run(arguments.split(separator: " ").map(String.init))
        #expect(run.code == 0)
        #expect(run.errors.isEmpty)
        #expect(!run.output.isEmpty)
    }

    @Test("a feed nobody configured is named before the database is touched, with those there are")
    func strangeFeed() async throws {
        let place = try BadInputPlace(database: "host=/nowhere")
        for arguments in [["intake", "breath-test"], ["feed", "try", "breath-test", "x.csv"]] {
            let run = try await DocketProgram.run(arguments + place.config)
            #expect(run.code == 64)
            #expect(run.errors.contains("没有名为 breath-test 的数据源"), "\(run.errors)")
            #expect(run.errors.contains("one of: breath-tests, robots"))
        }
    }
}
