import Settings
import Testing

@Suite("Checks that are not sound are left out, and the others go on")
struct CheckSetTests {
    @Test("a file with a fault is told with its place, and the rest is loaded")
    func leftOut() throws {
        let draft = try Draft()
        try draft.replace("subject: stop", with: "subject: stops", in: "checks/stops/drink-no-measure.yaml")
        let configuration = try draft.load()
        #expect(configuration.refusedChecks.map(\.keyPath) == ["subject"])
        #expect(configuration.refusedChecks.allSatisfy { $0.line > 0 && !$0.remedy.isEmpty })
        #expect(!configuration.checks.contains { $0.id == "drink-no-measure" })
        #expect(configuration.checks.contains { $0.id == "drunk-no-case" })
    }

    @Test("of two files with one name neither is loaded, for nobody knows which is meant")
    func twins() throws {
        let draft = try Draft()
        try draft.replace(
            "check: drink-no-measure",
            with: "check: drunk-no-case",
            in: "checks/stops/drink-no-measure.yaml"
        )
        let configuration = try draft.load()
        #expect(configuration.refusedChecks.count == 2)
        #expect(configuration.refusedChecks.allSatisfy { $0.cause.contains("drunk-no-case") })
        #expect(!configuration.checks.contains { $0.id == "drunk-no-case" })
    }

    @Test("SQL that speaks of records whose changes are not followed to the subject is refused, with its line")
    func unfollowed() throws {
        let draft = try Draft()
        try draft.replace(
            "s.exempt IS NULL",
            with: "s.exempt IS NULL AND EXISTS (SELECT FROM docket.complaint)",
            in: "checks/stops/drink-no-measure.yaml"
        )
        let problem = try #require(try draft.load().refusedChecks.first)
        #expect(problem.cause.contains("docket.complaint"))
        #expect(problem.keyPath == "sql")
    }
}
