import Settings
import Testing

@Suite("The file of a check, spoilt")
struct CheckFileTests {
    private static let file = "checks/stops/drink-no-measure.yaml"

    @Test(
        "SQL that writes, asks the clock or is unconfined is refused, with its line",
        arguments: [
            ("s.exempt IS NULL", "s.exempt IS NULL AND s.positive_at < now()", "reads the clock or chance, now"),
            ("s.exempt IS NULL", "s.exempt IS NULL AND s.positive_at < NOW ( )", "reads the clock or chance, now"),
            ("s.exempt IS NULL", "s.positive_at < CURRENT_TIMESTAMP", "current_timestamp"),
            ("s.exempt IS NULL", "s.positive_at :: date IS NULL", "takes the date by the session's zone"),
            ("s.exempt IS NULL", "CAST(s.positive_at AS date) IS NULL", "takes the date by the session's zone"),
            ("s.exempt IS NULL", "s.exempt IS NULL; DELETE FROM docket.stop", "a semicolon"),
            ("s.exempt IS NULL", "s.exempt IS NULL FOR UPDATE", "changes or blocks the database, update"),
            ("SELECT s.key AS subject", "WITH g AS (DELETE FROM docket.stop) SELECT s.key AS subject", "delete"),
            ("SELECT s.key AS subject", "UPDATE s.key AS subject", "不是查询 / not a query"),
            ("s.exempt IS NULL", "s.alcohol > :least", "unknown parameter :least"),
            ("s.region = :region", "s.region = :regions", "未知的参数 :regions"),
            ("s.key = ANY (:subjects)", "true", "没有用 :subjects 限定范围"),
            ("s.exempt IS NULL", "s.exempt = 'x", "a quote or comment never ends"),
            ("s.exempt IS NULL", "s.exempt = $1", "a parameter by number"),
        ]
    )
    func sql(old: String, new: String, cause: String) throws {
        let draft = try Draft()
        try draft.replace(old, with: new, in: Self.file)
        let problems = draft.problems
        #expect(problems.contains { $0.keyPath == "sql" && $0.cause.contains(cause) }, "\(problems)")
        #expect(problems.allSatisfy { $0.file == draft.path(Self.file) && $0.line > 0 })
    }

    @Test("a check cannot bear the name of a rule intake keeps by itself, whose alerts it would close")
    func reserved() throws {
        let draft = try Draft()
        try draft.replace("check: drink-no-measure", with: "check: delivery-set-aside", in: Self.file)
        #expect(draft.problems.map(\.keyPath) == ["check"], "\(draft.problems)")
        #expect(draft.problems.first?.cause.contains("a rule of the intake itself") == true)
    }

    @Test("what stands in texts and comments is nobody's business")
    func innocent() throws {
        let draft = try Draft()
        let old = "s.exempt IS NULL"
        try draft.replace(
            old,
            with: "s.exempt IS DISTINCT FROM 'update; 12:30 :x' /* now(); delete :y */ -- drop;",
            in: Self.file
        )
        #expect(draft.problems.isEmpty, "\(draft.problems)")
    }

    @Test("a parameter that is misspelt, or never used, is named")
    func parameters() throws {
        let draft = try Draft()
        try draft.replace("remedy:\n", with: "parameters: { least: 20 }\nremedy:\n", in: Self.file)
        try draft.replace("s.exempt IS NULL", with: "s.alcohol > :leest", in: Self.file)
        let texts = draft.problems.map(\.description)
        #expect(texts.count == 2)
        #expect(texts.contains { $0.contains("did you mean :least?") })
        #expect(texts.contains { $0.contains("the parameter least is never used") })
    }

    @Test("a parameter the program gives itself cannot be set")
    func builtIn() throws {
        let draft = try Draft()
        try draft.replace("remedy:\n", with: "parameters: { region: 430800 }\nremedy:\n", in: Self.file)
        #expect(
            draft.problems.contains {
                $0.keyPath == "parameters.region" && $0.cause.contains("cannot name a parameter")
            }
        )
    }

    @Test("without an example that fires, or one that stays silent, a check is refused")
    func examples() throws {
        let draft = try Draft()
        let sound = try Draft()
        try draft.replace(
            "state: violated, severity: high }\n  - name: 强制",
            with: "state: holds }\n  - name: 强制",
            in: Self.file
        )
        #expect(draft.problems.isEmpty, "one that fires is left: \(draft.problems)")
        try sound.replace("examples:", with: "examples: []\nmore:", in: Self.file)
        let causes = sound.problems.map(\.cause)
        #expect(causes.contains { $0.contains("no example fires") })
    }

    @Test(
        "kinds, fields, clocks and values nobody knows are named with what was probably meant",
        arguments: [
            (
                "needs: [breath_test, breath_test.alcohol", "needs: [breath_tets, breath_test.alcohol", "needs[0]",
                "did you mean breath_test?"
            ),
            ("clock: MEASURE_REPORT", "clock: MEASURE_REPROT", "clock", "did you mean MEASURE_REPORT?"),
            ("absence_of: [case_file]", "absence_of: [recording]", "needs", "补上 recording"),
            ("subject: stop", "subject: stops", "subject", "did you mean stop?"),
            (
                "category: measure, occurred_at: \"2025-03-03 21:10:00\", measure_at",
                "categroy: measure, occurred_at: \"2025-03-03 21:10:00\", measure_at", "case_file.categroy",
                "did you mean category?"
            ),
            (
                "category: measure, occurred_at: \"2025-03-03 21:10:00\", measure_at",
                "category: mesure, occurred_at: \"2025-03-03 21:10:00\", measure_at", "case_file.category",
                "did you mean measure?"
            ),
            (
                "measure_at: \"2025-03-03 21:30:00\"", "measure_at: \"2025-03-03T21:30\"", "case_file.measure_at",
                "yyyy-MM-dd"
            ),
            ("alcohol: \"19.99\"", "alcohol: low", "breath_test.alcohol", "decimal number"),
            ("check: drink-no-measure", "check: ../etc/passwd", "check", "letters, digits"),
            ("en: Drink reading with no measure or case", "en: \"\"", "title.en", "填写"),
        ]
    )
    func unknown(old: String, new: String, key: String, remedy: String) throws {
        let draft = try Draft()
        try draft.replace(old, with: new, in: Self.file)
        let problems = draft.problems
        #expect(
            problems.contains { $0.keyPath.hasSuffix(key) && $0.description.contains(remedy) && $0.line > 0 },
            "\(problems.map(\.description))"
        )
    }
}
