import Checks
import Model
import Testing

@Suite struct FindingRuleTests {
    private let start = march(3, 21)

    private func row(answered: Bool = false, answeredAt: Instant? = nil, waits: Bool = false) -> CheckRow {
        CheckRow(
            subject: "JC01|17",
            unit: "430821010000",
            since: start,
            isAnswered: answered,
            answeredAt: answeredAt,
            waits: waits
        )
    }

    private func complete(until: Instant?) -> Completeness {
        Completeness(
            of: [.caseFile],
            for: "430821010000",
            feeds: [FeedCompleteness(name: "register", kind: .caseFile, serves: ["430821"], until: until)]
        )
    }

    private func rule(_ length: Clock.Length?, isUnknown: Bool = false, claimsAbsence: Bool = true) -> FindingRule {
        let rung = Rung(clock: length.map { clock($0) }, band: band("usual", .critical))
        return FindingRule(first: rung, isClockUnknown: isUnknown, calendar: calendar, claimsAbsence: claimsAbsence)
    }

    private func band(_ name: String, _ severity: Severity) -> CheckBand {
        CheckBand(name: name, severity: severity, reasonChinese: name, reasonEnglish: name)
    }

    @Test("not due until the very end of the limit, then violated")
    func due() {
        let complete = complete(until: march(9, 0))
        let rule = rule(.hours(24))
        #expect(rule.evaluate(row(), completeness: complete, now: march(4, 20, 59, 59)).state == .notDue)
        let violated = rule.evaluate(row(), completeness: complete, now: march(4, 21))
        #expect(violated.state == .violated)
        #expect(violated.due == march(4, 21))
    }

    @Test("a claim of absence waits until the feed is complete up to the deadline, and says for which")
    func undetermined() {
        let rule = rule(.hours(24))
        for until in [nil, march(4, 20, 59, 59)] {
            let found = rule.evaluate(row(), completeness: complete(until: until), now: march(8, 0))
            #expect(found.state == .undetermined)
            #expect(found.awaits == [.feed(.caseFile, name: "register")])
        }
        #expect(rule.evaluate(row(), completeness: complete(until: march(4, 21)), now: march(8, 0)).state == .violated)
    }

    @Test("an answer holds whatever the feeds lack, and shows when it came late")
    func answered() {
        let rule = rule(.hours(24))
        let late = rule.evaluate(
            row(answered: true, answeredAt: march(5, 0)),
            completeness: complete(until: nil),
            now: march(8, 0)
        )
        #expect(late.state == .holds)
        #expect(late.wasLate)
        let onTime = rule.evaluate(
            row(answered: true, answeredAt: march(4, 21)),
            completeness: complete(until: nil),
            now: march(8, 0)
        )
        #expect(!onTime.wasLate)
    }

    @Test(
        "what is wrong at once is violated at once, unless the row rests on something absent",
        arguments: [
            Clock.Length.hours(0), nil,
        ]
    )
    func atOnce(length: Clock.Length?) {
        let rule = rule(length)
        let nothing = complete(until: nil)
        #expect(rule.evaluate(row(), completeness: nothing, now: start).state == .violated)
        #expect(rule.evaluate(row(waits: true), completeness: nothing, now: start).state == .undetermined)
        #expect(rule.evaluate(row(waits: true), completeness: complete(until: start), now: start).state == .violated)
    }

    @Test("a check that claims no absence never waits")
    func noAbsence() {
        let rule = rule(.hours(24), claimsAbsence: false)
        #expect(
            rule.evaluate(row(waits: true), completeness: complete(until: nil), now: march(8, 0)).state == .violated
        )
    }

    @Test("a deadline beyond the work calendar is provisional, and when it has passed nothing is guessed")
    func noCalendar() {
        let found = rule(.workingDays(400)).evaluate(
            row(),
            completeness: complete(until: march(9, 0)),
            now: march(8, 0).adding(seconds: 3 * 366 * 86_400)
        )
        #expect(found.state == .undetermined)
        #expect(found.isProvisional)
        #expect(found.awaits == [.calendar])
    }

    @Test("a trouble that grows is of the band of the last clock that ran out, and of no higher one once it is mended")
    func grows() {
        let rule = FindingRule(
            first: Rung(clock: clock(.hours(24)), band: band("early", .medium)),
            later: [Rung(clock: clock(.hours(48)), band: band("late", .high))],
            calendar: calendar,
            claimsAbsence: false
        )
        func degree(_ row: CheckRow, at now: Instant) -> String {
            rule.evaluate(row, completeness: .none, now: now).band.name
        }
        #expect(degree(row(), at: march(4, 20)) == "early")
        #expect(degree(row(), at: march(4, 21)) == "early")
        #expect(degree(row(), at: march(5, 21)) == "late")
        #expect(degree(row(answered: true, answeredAt: march(5, 20)), at: march(20, 0)) == "early")
        #expect(degree(row(answered: true, answeredAt: march(6, 0)), at: march(20, 0)) == "late")
    }

    @Test("what holds a clock up by law moves its end")
    func pause() {
        let rule = rule(.hours(24), claimsAbsence: false)
        var held = row()
        held.pause = 3600
        #expect(rule.evaluate(held, completeness: .none, now: march(4, 21)).state == .notDue)
        #expect(rule.evaluate(held, completeness: .none, now: march(4, 22)).due == march(4, 22))
    }

    @Test("as time goes on a finding goes from not due to decided, and never back", arguments: 0..<20)
    func monotone(step: Int64) {
        let rule = rule(.hours(24))
        let complete = complete(until: march(4, 12).adding(seconds: step * 3600))
        var seen: [FindingState] = []
        for hour in 0..<60 as Range<Int64> {
            let state = rule.evaluate(row(), completeness: complete, now: start.adding(seconds: hour * 3600)).state
            if state != seen.last { seen.append(state) }
        }
        #expect(seen == [.notDue, step < 9 ? .undetermined : .violated])
    }

    @Test("where the clock was not in force at the time nothing is guessed, unless it is answered")
    func unknownClock() {
        let rule = rule(nil, isUnknown: true)
        let complete = Completeness(of: [], for: "", feeds: [])
        let open = rule.evaluate(row(), completeness: complete, now: march(20, 0))
        #expect(open.state == .undetermined)
        #expect(open.awaits == [.law])
        #expect(rule.evaluate(row(answered: true), completeness: complete, now: march(20, 0)).state == .holds)
    }

    @Test("a trouble waits for the registers that might excuse it, but only where there are any")
    func excuses() {
        let rule = rule(.hours(24))
        func state(registerUntil until: Instant?) -> FindingState {
            let feeds = [FeedCompleteness(name: "register", kind: .internalTest, serves: [], until: until)]
            let excuses = Completeness(of: [.internalTest, .breathTester], for: "430821010000", feeds: feeds)
            return rule.evaluate(row(), completeness: .none, excuses: excuses, now: march(20, 0)).state
        }
        #expect(state(registerUntil: start.adding(seconds: -1)) == .undetermined)
        #expect(state(registerUntil: nil) == .undetermined)
        #expect(state(registerUntil: start) == .violated)
        #expect(rule.evaluate(row(), completeness: .none, now: march(20, 0)).state == .violated)
    }
}
