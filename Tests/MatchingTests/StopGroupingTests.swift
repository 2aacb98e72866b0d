import Matching
import Model
import Testing

@Suite struct StopGroupingTests {
    @Test("a retest ten minutes later is the same stop, and the higher value makes the duty")
    func retest() {
        let found = stops([test(17, at: minutes(0), 8100, person: 1), test(18, at: minutes(10), 7900, person: 1)])
        #expect(found.count == 1)
        #expect(found.first?.dutyAlcohol == Alcohol(hundredths: 8100))
        #expect(found.first?.key == test(17, at: minutes(0)).key)
    }

    @Test("two persons on one device back to back are two stops")
    func backToBack() {
        let found = stops([test(17, at: minutes(0), 8100, person: 1), test(18, at: minutes(1), 0, person: 2)])
        #expect(found.map(\.persons) == [[token(1)], [token(2)]])
    }

    @Test("different names or plates part, an equal person ID overrides both")
    func attributes() {
        #expect(stops([test(1, at: minutes(0), name: 1), test(2, at: minutes(1), name: 2)]).count == 2)
        #expect(stops([test(1, at: minutes(0), plate: 1), test(2, at: minutes(1), plate: 2)]).count == 2)
        let renamed = [
            test(1, at: minutes(0), person: 1, plate: 1, name: 1),
            test(2, at: minutes(1), person: 1, plate: 2, name: 2),
        ]
        #expect(stops(renamed).count == 1)
        #expect(StopGrouping(rules: stopRules).deviceGroups(of: renamed).count == 1, "though nothing joined them later")
    }

    @Test("of several plates under one ID the last counts: a row that goes back to another is another vehicle's")
    func lastPlate() {
        let changed = [
            test(1, at: minutes(0), person: 1, plate: 1), test(2, at: minutes(1), person: 1, plate: 2),
        ]
        let grouping = StopGrouping(rules: stopRules)
        #expect(grouping.deviceGroups(of: changed + [test(3, at: minutes(2), plate: 2)]).count == 1)
        #expect(grouping.deviceGroups(of: changed + [test(3, at: minutes(2), plate: 1)]).count == 2)
        #expect(stops(changed + [test(3, at: minutes(2), plate: 1)]).count == 1, "the plate joins them all the same")
    }

    @Test("a row without identity joins the row before it, else the one after, and alone is a stop of its own")
    func anonymous() {
        let found = stops([
            test(1, at: minutes(0)), test(2, at: minutes(1), person: 1), test(3, at: minutes(2)),
            test(4, at: minutes(3), person: 2), test(9, at: minutes(4)),
        ])
        #expect(found.map { $0.tests.compactMap(\.recordNo) } == [[1, 2, 3], [4], [9]])
    }

    @Test("an anonymous retest fifteen minutes later joins, one second more and it does not")
    func deviceGap() {
        #expect(stops([test(1, at: seconds(0), person: 1), test(2, at: seconds(900))]).count == 1)
        #expect(stops([test(1, at: seconds(0), person: 1), test(2, at: seconds(901))]).count == 2)
    }

    @Test("the same person on another device within the hour is the same stop, one second more and it is not")
    func identityGap() {
        let first = test(1, at: seconds(0), person: 1)
        #expect(stops([first, test(70, at: seconds(3600), device: "JC02", person: 1)]).count == 1)
        #expect(stops([first, test(70, at: seconds(3601), device: "JC02", person: 1)]).count == 2)
    }

    @Test("one plate joins tests, but never two known persons")
    func sharedPlate() {
        let joined = stops([test(1, at: minutes(0), plate: 5), test(8, at: minutes(30), person: 1, plate: 5)])
        #expect(joined.count == 1)
        let swapped = stops([
            test(1, at: minutes(0), person: 1, plate: 5), test(8, at: minutes(5), person: 2, plate: 5),
            test(20, at: minutes(7), plate: 5),
        ])
        #expect(swapped.map(\.persons) == [[token(1)], [token(2)]])
        #expect(swapped.map { $0.tests.count } == [1, 2], "the nameless one goes to the nearer of the two")
    }

    @Test("tests without a record number follow nobody")
    func unnumbered() {
        #expect(stops([test(nil, at: minutes(0)), test(nil, at: minutes(1))]).count == 2)
        let between = [test(1, at: minutes(0), person: 1), test(nil, at: minutes(1)), test(2, at: minutes(2))]
        #expect(stops(between).map { $0.tests.compactMap(\.recordNo) } == [[1, 2], []])
    }

    @Test("the number after the greatest of all does not trap")
    func greatestNumber() {
        #expect(stops([test(.max, at: minutes(0)), test(.min, at: minutes(1))]).count == 2)
        let ends = [test(1, at: Instant(microseconds: .min)), test(2, at: Instant(microseconds: .max))]
        #expect(stops(ends).count == 2)
    }

    @Test("unit, officer and device are those of the test that makes the duty")
    func speaker() {
        let found = stops([
            test(1, at: minutes(0), 1000, unit: "a", officer: "1", person: 1),
            test(9, at: minutes(5), 9000, device: "JC02", unit: "b", officer: "2", person: 1),
        ])
        #expect(found.map { [$0.device, $0.unit, $0.officer] } == [["JC02", "b", "2"]])
        #expect(found.first?.firstTest(from: Alcohol(hundredths: 2000))?.recordNo == 9)
    }

    @Test("who is said to ride an e-bike is no motor driver, who is said nothing of is one")
    func vehicle() {
        #expect(stops([test(1, at: minutes(0), isMotor: false), test(2, at: minutes(1))]).first?.isMotor == false)
        #expect(stops([test(1, at: minutes(0))]).first?.isMotor == true)
        let both = [test(1, at: minutes(0), isMotor: false), test(2, at: minutes(1), isMotor: true)]
        #expect(stops(both).first?.isMotor == true)
    }

    @Test("of equal values the first makes the duty")
    func equalValues() {
        let found = stops([test(1, at: minutes(0), 9000, person: 1), test(2, at: minutes(1), 9000, person: 1)])
        #expect(found.first?.dutyTest?.recordNo == 1)
    }

    @Test("a test given twice counts once")
    func twice() {
        let row = test(1, at: minutes(0), 9000, person: 1)
        #expect(stops([row, row]).map(\.tests) == [[row]])
    }

    @Test("a refusal is kept beside the values, and its number never counts")
    func refusal() {
        let found = stops([test(1, at: minutes(0), 9900, mode: .refused), test(2, at: minutes(1), 2500)])
        #expect(found.first?.hasRefusal == true)
        #expect(found.first?.dutyAlcohol == Alcohol(hundredths: 2500))
    }
}
