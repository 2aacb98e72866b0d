import FoundationEssentials
import Model
import Simulation
import Testing

struct ScoreTests {
    private let key: AnswerKey

    init() throws {
        let json = """
            {"seed": 1, "days": 8, "start": "2025-03-03", "asOf": "2025-03-11T09:00:00+08:00",
             "planted": [
               {"check": "drunk-no-case", "subject": "A|1", "state": "violated", "severity": "critical", "why": ""},
               {"check": "drunk-no-case", "subject": "A|2", "state": "undetermined", "severity": "high", "why": ""}],
             "traps": [{"check": "drunk-no-case", "subject": "A|3", "why": ""}]}
            """
        key = try AnswerKey(json: Data(json.utf8))
    }

    private func seen(_ subject: String, _ state: FindingState) -> Observation {
        Observation(check: "drunk-no-case", subject: subject, state: state)
    }

    @Test("all found and nothing else")
    func perfect() {
        let score = Score(key, observed: [seen("A|1", .violated), seen("A|2", .undetermined), seen("A|3", .holds)])
        #expect(score.line == "demo: planted 2, found 2, missed 0, false 0")
    }

    @Test("an undetermined trouble that was raised all the same is missed and false")
    func raisedTooEarly() {
        let score = Score(key, observed: [seen("A|1", .violated), seen("A|2", .violated)])
        #expect(score.line == "demo: planted 2, found 1, missed 1, false 1")
        #expect(score.falseSubjects == ["drunk-no-case A|2"])
    }

    @Test("a trap that was raised is a false alarm, an unseen trouble is missed")
    func trapped() {
        let score = Score(key, observed: [seen("A|3", .violated), seen("A|2", .undetermined)])
        #expect(score.line == "demo: planted 2, found 1, missed 1, false 1")
        #expect(score.missedSubjects == ["drunk-no-case A|1"])
    }

    @Test("the same subject of another check does not count as found")
    func otherCheck() {
        let other = Observation(check: "reading-no-video", subject: "A|1", state: .violated)
        #expect(Score(key, observed: [other]).missed == 2)
        #expect(Score(key, observed: [other]).falseAlarms == 1)
    }

    private let late = """
        {"seed": 1, "days": 8, "start": "2025-03-03", "asOf": "2025-03-11T09:00:00+08:00",
         "planted": [
           {"check": "upload-late", "subject": "A|1", "state": "closed", "severity": "medium", "why": ""},
           {"check": "record-gap", "subject": "A|2", "state": "violated", "severity": "high", "why": ""}],
         "traps": []}
        """

    @Test("late but done is an alert that is closed, and no longer open")
    func closed() throws {
        let key = try AnswerKey(json: Data(late.utf8))
        let gap = Observation(check: "record-gap", subject: "A|2", state: .violated)
        let done = Observation(closed: "A|1", of: "upload-late")
        #expect(Score(key, observed: [done, gap]).isPerfect)
        #expect(Score(key, observed: [gap]).missedSubjects == ["upload-late A|1"])
        let open = Observation(check: "upload-late", subject: "A|1", state: .violated)
        #expect(Score(key, observed: [done, gap, open]).line == "demo: planted 2, found 1, missed 1, false 1")
    }

    @Test("what was planted for a check that is not set up counts neither way")
    func notSetUp() throws {
        let key = try AnswerKey(json: Data(late.utf8))
        let gap = Observation(check: "record-gap", subject: "A|2", state: .violated)
        let score = Score(key, observed: [gap], checks: ["record-gap", "manual-entry"])
        #expect(score.line == "demo: planted 1, found 1, missed 0, false 0")
        #expect(score.notSetUp == ["upload-late"])
        #expect(score.checks.map(\.check) == ["manual-entry", "record-gap"])
    }

    @Test("recall is of what was planted, precision of what is open")
    func shares() {
        let score = Score(key, observed: [seen("A|1", .violated), seen("A|3", .violated)])
        #expect(score.checks.map(\.recall) == [0.5])
        #expect(score.checks.map(\.precision) == [0.5])
        #expect(score.checks[0].line == "drunk-no-case: planted 2, found 1, recall 50%, precision 50%")
        #expect(Score(key, observed: []).checks[0].precision == nil)
    }
}
