import Testing

@Suite("The SQL gives the same answers on one server and on a cluster")
struct SQLTextTests {
    @Test("the SQL of the store, the checks and the migrations is found")
    func found() throws {
        #expect(try SQLText.migrations.get().count >= 5)
        #expect(try SQLText.checks.get().count >= 4)
        #expect(try SQLText.checks.get().allSatisfy { $0.text.contains("docket.") })
        #expect(try SQLText.store.get().count > 60)
    }

    @Test("nothing depends on the server's clock, the session or what a cluster cannot do")
    func forbidden() throws {
        for text in try SQLText.all.get() {
            for word in Forbidden.words(in: text.text) { Issue.record("\(text): \(word)") }
        }
    }

    @Test("forbidden words are noticed in any case, and only as words")
    func noticesForbidden() {
        #expect(Forbidden.words(in: "SELECT Now ( ), current_date") == ["now()", "CURRENT_…"])
        #expect(Forbidden.words(in: "SELECT d.known, x.merged FROM knows (1)").isEmpty)
        #expect(Forbidden.words(in: "select at::date, to_char(at, 'YYYY')") == ["a day or text of a time without zone"])
        #expect(Forbidden.words(in: "SELECT (at AT TIME ZONE 'Asia/Shanghai')::date").isEmpty)
        #expect(Forbidden.words(in: "SELECT 1 FROM docket.feed f FOR UPDATE") == ["FOR UPDATE without region"])
        #expect(Forbidden.words(in: "SELECT 1 FROM docket.feed f WHERE f.region = $1 FOR UPDATE").isEmpty)
    }

    @Test("every join of region tables names region")
    func joins() throws {
        let kinds = try TableKinds()
        for text in try SQLText.all.get() {
            for use in kinds.joins(in: text.text) where !use.namesRegion { Issue.record("\(text): JOIN \(use.table)") }
        }
    }

    @Test("every statement on a region table says of which region")
    func conditions() throws {
        let kinds = try TableKinds()
        for text in try SQLText.checks.get() + SQLText.store.get() {
            for table in kinds.withoutRegion(in: text.text) { Issue.record("\(text): \(table)") }
        }
    }

    @Test("a join or a statement without region is noticed")
    func noticesMissingRegion() throws {
        let kinds = try TableKinds()
        func joined(_ sql: String) -> [Bool] { kinds.joins(in: sql).map(\.namesRegion) }
        #expect(
            joined("SELECT 1 FROM docket.stop s JOIN docket.link l ON l.stop = s.key WHERE l.region = 1") == [false]
        )
        #expect(joined("FROM docket.stop s JOIN docket.link l ON l.region = s.region AND l.stop = s.key") == [true])
        #expect(joined("FROM docket.alert a LEFT JOIN docket.unit u ON u.code = a.unit").isEmpty)
        #expect(kinds.withoutRegion(in: "SELECT 1 FROM docket.stop s WHERE s.key = $1") == ["stop"])
        #expect(kinds.withoutRegion(in: "SELECT key FROM docket.stop WHERE region = $1").isEmpty)
        #expect(kinds.withoutRegion(in: "DELETE FROM docket.stop") == ["stop"])
        #expect(kinds.withoutRegion(in: "UPDATE docket.stop SET key = $2 WHERE region = $1").isEmpty)
        #expect(kinds.withoutRegion(in: "INSERT INTO docket.stop (key, region) VALUES ($1, $2)") == ["stop"])
        #expect(kinds.withoutRegion(in: "INSERT INTO docket.stop (region, key) VALUES ($1, $2)").isEmpty)
        #expect(
            kinds.withoutRegion(
                in:
                    "SELECT 1 FROM docket.stop s WHERE s.region = $1 AND EXISTS (SELECT FROM docket.link s WHERE s.stop = $2)"
            ) == ["stop", "link"]
        )
    }

    @Test("what conflicts is told by region first")
    func conflicts() throws {
        for text in try SQLText.all.get() {
            for match in text.text.matches(of: /ON CONFLICT \(([a-z_]+)/.ignoresCase())
            where match.1 != "region" && !["check_id", "code", "version"].contains(match.1) {
                Issue.record("\(text): ON CONFLICT (\(match.1)")
            }
        }
    }

    @Test("whoever reads several rows says in which order, or that none is relied on")
    func order() throws {
        for text in try SQLText.store.get()
        where text.readsManyRows && !text.text.contains(/ORDER BY/.ignoresCase())
            && !text.before.hasSuffix("// In no order.\n            ")
        {
            Issue.record("\(text): no ORDER BY")
        }
    }

    @Test("no count is taken from a command tag")
    func tags() throws {
        for file in try Repository.files(in: "Sources/Store", endingIn: ".swift") {
            let source = try Repository.text(file)
            #expect(!source.contains(".affected"), "\(file)")
            for match in source.matches(of: /(.*)session\.copy\(/) {
                #expect(match.1.hasSuffix("_ = try "), "\(file): the number COPY reports is used")
            }
        }
    }
}
