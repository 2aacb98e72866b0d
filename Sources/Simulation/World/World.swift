/// Everything that happened in the simulated prefecture, and what the answer key says of it.
package struct World: Sendable {
    package let timetable: Timetable
    package let roster: Roster
    package let tests: [BreathTest]
    package let cases: [CaseEntry]
    package let clips: [Clip]
    package let sightings: [Sighting]
    package let messages: [Message]
    package let internalSpans: [InternalTestSpan]
    package let affairs: Affairs
    package let key: AnswerKey

    /// The natural key a finding about this test's stop bears where the test is the stop's first.
    package func subject(of test: BreathTest) -> String {
        "\(roster.testers[test.tester].device)|\(test.number)"
    }

    /// What a tester had counted when the simulation began.
    func firstNumber(of tester: Int) -> Int {
        roster.testers[tester].resetAt == nil ? 1_200 + tester * 341 : 60_000
    }

    /// A prefecture in which nothing happens, for what its exports look like.
    static let empty = World(
        timetable: Timetable(start: 0, days: 8),
        roster: Roster(start: 0),
        tests: [],
        cases: [],
        clips: [],
        sightings: [],
        messages: [],
        internalSpans: [],
        affairs: Affairs(),
        key: AnswerKey(seed: 0, days: 8, start: "", asOf: "", planted: [], traps: [])
    )
}
