import Checks
import Model
import Testing

@Suite struct CompletenessTests {
    private let feeds = [
        FeedCompleteness(name: "cili", kind: .caseFile, serves: ["430821"], until: march(5, 0)),
        FeedCompleteness(name: "sangzhi", kind: .caseFile, serves: ["430822"], until: march(3, 0)),
        FeedCompleteness(name: "video", kind: .recording, serves: [], until: march(4, 0)),
        FeedCompleteness(name: "robots", kind: .robotViolation, serves: ["430811"], until: nil),
    ]

    private func until(_ unit: String, _ kinds: [Kind]) -> Instant? {
        Completeness(of: kinds, for: unit, feeds: feeds).until
    }

    @Test("a unit is judged by the register that serves it, and no other")
    func serving() {
        #expect(until("430821010000", [.caseFile]) == march(5, 0))
        #expect(until("430822010000", [.caseFile]) == march(3, 0))
    }

    @Test("every kind a check needs must be complete: the earliest counts")
    func severalKinds() {
        #expect(until("430821010000", [.caseFile, .recording]) == march(4, 0))
        #expect(until("430811010000", [.robotViolation, .recording]) == nil)
    }

    @Test("a unit no register serves can never be judged, and that is said")
    func unserved() {
        let completeness = Completeness(of: [.caseFile], for: "430802010000", feeds: feeds)
        #expect(completeness.unserved == [.caseFile])
        #expect(completeness.until == nil)
        #expect(completeness.lacking(at: march(1, 0)) == [.noFeed(.caseFile)])
    }

    @Test("a record without a unit, or of the detachment above, needs every register")
    func above() {
        #expect(until("", [.caseFile]) == march(3, 0))
        #expect(until("430800000000", [.caseFile]) == march(3, 0))
        #expect(until("510000000000", [.caseFile]) == nil)
    }

    @Test("what is lacking is named by kind and feed")
    func lacking() {
        let completeness = Completeness(of: [.recording, .caseFile], for: "", feeds: feeds)
        #expect(completeness.lacking(at: march(4, 0)).map(\.code) == ["case_file:sangzhi"])
        #expect(completeness.lacking(at: march(3, 0)).isEmpty)
    }
}
