import Matching
import Model
import Testing

@Suite struct CaseMatchingTests {
    private let matching = CaseMatching(rules: caseRules)
    private let drunk = stops([test(17, at: minutes(0), 13_250, person: 1, plate: 5, name: 9)])

    private func link(_ record: CaseRecord) -> CaseLink? {
        drunk.first.flatMap { matching.judge($0, record) }
    }

    @Test(
        "an equal person ID answers for 48 hours either way, to the second",
        arguments: [
            (172_800, nil), (172_801, .tooFar), (-172_800, nil), (-172_801, .tooFar),
        ] as [(Int64, MatchRefusal?)]
    )
    func personWindow(offset: Int64, refusal: MatchRefusal?) {
        let found = link(caseRecord("A1", at: seconds(offset), person: 1))
        #expect(found?.strength == .strong)
        #expect(found?.refusal == refusal)
        #expect(found?.answers == (refusal == nil))
    }

    @Test("an equal plate is medium, and refused where the IDs differ")
    func plate() {
        let found = link(caseRecord("A1", at: minutes(30), plate: 5))
        #expect(found?.strength == .medium)
        #expect(found?.answers == true)
        #expect(link(caseRecord("A1", at: minutes(30), person: 2, plate: 5))?.refusal == .differentPerson)
        #expect(link(caseRecord("A1", at: seconds(172_801), plate: 5))?.refusal == .tooFar)
    }

    @Test(
        "an equal name in the same unit is weak and answers nothing",
        arguments: [
            ("430821020000", 86_400, true), ("430822000000", 0, false), ("430821020000", 86_401, false),
        ]
    )
    func name(unit: String, offset: Int64, isLinked: Bool) {
        let found = link(caseRecord("A1", at: seconds(offset), unit: unit, name: 9))
        #expect(found?.strength == (isLinked ? .weak : nil))
        #expect(found?.answers != true)
    }

    @Test("a namesake with another ID is tried and refused")
    func namesake() {
        #expect(link(caseRecord("A1", at: minutes(1), person: 2, name: 9))?.refusal == .differentPerson)
    }

    @Test("a cited record answers whatever the time, and says so where the case names another person")
    func citation() {
        let cited = link(caseRecord("A1", at: nil, device: "JC01", recordNo: 17))
        #expect(cited?.strength == .strong)
        #expect(cited?.answers == true)
        let other = link(caseRecord("A1", at: seconds(9_000_000), device: "JC01", recordNo: 17, person: 2))
        #expect(other?.reasons == [.citedRecord, .citedForAnother])
        #expect(other?.answers == true)
        #expect(link(caseRecord("A1", at: minutes(0), device: "JC02", recordNo: 17)) == nil)
    }

    @Test("a void case answers nothing, and neither does one without a time")
    func voidAndTimeless() {
        #expect(link(caseRecord("A1", at: minutes(1), person: 1, isVoid: true))?.refusal == .void)
        #expect(link(caseRecord("A1", at: nil, device: "JC01", recordNo: 17, isVoid: true))?.answers == false)
        #expect(link(caseRecord("A1", at: nil, person: 1))?.refusal == .noTime)
    }

    @Test("candidates too far off are shown for a week and then forgotten")
    func shown() {
        #expect(link(caseRecord("A1", at: seconds(604_800), person: 1))?.refusal == .tooFar)
        #expect(link(caseRecord("A1", at: seconds(604_801), person: 1)) == nil)
        #expect(link(caseRecord("A1", at: minutes(0))) == nil)
    }

    @Test("one case does not answer two drunk drives of one person")
    func twoDrives() {
        let drives = stops([
            test(1, at: minutes(0), 9000, person: 1), test(40, at: minutes(1440), 9000, person: 1),
        ])
        let links = matching.assign(stops: drives, cases: [caseRecord("A1", at: minutes(20), person: 1)])
        #expect(links.map(\.answers) == [true, false])
        #expect(links.map(\.refusal) == [nil, .takenByOtherStop])
    }

    @Test("a case accepted just before the second drive answers the first")
    func acceptedBetween() {
        let drives = stops([
            test(1, at: minutes(0), 9000, person: 1), test(40, at: minutes(1260), 9000, person: 1),
        ])
        let links = matching.assign(stops: drives, cases: [caseRecord("A1", at: minutes(1200), person: 1)])
        #expect(links.map(\.answers) == [true, false])
    }

    @Test("a citation wins over a nearer stop of the same person")
    func citationWins() {
        let drives = stops([
            test(1, at: minutes(0), 9000, person: 1), test(40, at: minutes(1440), 9000, person: 1),
        ])
        let record = caseRecord("A1", at: minutes(1440), device: "JC01", recordNo: 1, person: 1)
        #expect(matching.assign(stops: drives, cases: [record]).map(\.answers) == [true, false])
    }

    @Test("a case goes to the stop of its person before a nearer one of its plate")
    func surest() {
        let drives = stops([
            test(1, at: minutes(0), 9000, person: 1), test(40, at: minutes(600), 9000, plate: 5),
        ])
        let record = caseRecord("A1", at: minutes(610), person: 1, plate: 5)
        #expect(matching.assign(stops: drives, cases: [record]).map(\.answers) == [true, false])
    }

    @Test("between two stops equally near, the one with the lower key is answered, in whatever order they come")
    func tie() {
        let drives = stops([
            test(1, at: minutes(0), 9000, key: "b", person: 1), test(40, at: minutes(600), 9000, key: "a", person: 1),
        ])
        var rules = caseRules
        rules.toleranceSeconds = 86_400
        for order in [drives, drives.reversed()] {
            let links = CaseMatching(rules: rules).assign(
                stops: order,
                cases: [caseRecord("A1", at: minutes(300), person: 1)]
            )
            #expect(links.filter(\.answers).map(\.stop) == ["a"])
        }
    }

    @Test("a number two stops of one person hold is cited for both, of two persons for one")
    func citedTwice() {
        let record = caseRecord("A1", at: minutes(0), device: "JC01", recordNo: 1)
        func answers(_ second: UInt64) -> [Bool] {
            let drives = stops([
                test(1, at: minutes(0), 9000, person: 1), test(1, at: minutes(600), 9000, person: second),
            ])
            return matching.assign(stops: drives, cases: [record]).map(\.answers)
        }
        #expect(answers(1) == [true, true])
        #expect(answers(2).count(where: { $0 }) == 1)
    }

    @Test("a stop may hold several cases")
    func severalCases() {
        let cases = [caseRecord("A1", at: minutes(20), person: 1), caseRecord("M1", at: minutes(5), plate: 5)]
        #expect(matching.assign(stops: drunk, cases: cases).map(\.caseKey) == ["A1", "M1"])
        #expect(matching.assign(stops: drunk, cases: cases).allSatisfy { $0.answers })
    }

    @Test("an ID that fails its own check contradicts nobody: the plate still answers")
    func doubtfulID() {
        var record = caseRecord("A1", at: minutes(30), person: 2, plate: 5)
        #expect(link(record)?.refusal == .differentPerson)
        record.isPersonDoubtful = true
        #expect(link(record)?.answers == true)
    }

    @Test("a retest whose ID was mistyped stays in its stop, and is not another person")
    func mistypedRetest() {
        func found(isDoubtful: Bool) -> Int {
            stops([
                test(17, at: minutes(0), 13_250, person: 1, plate: 5),
                test(18, at: minutes(4), 12_000, person: 2, isPersonDoubtful: isDoubtful, plate: 5),
            ]).count
        }
        #expect(found(isDoubtful: false) == 2)
        #expect(found(isDoubtful: true) == 1)
    }

    @Test(
        "one case answers further stops of its person on the same occasion, and no later ones",
        arguments: [(61, true), (121, false)] as [(Int64, Bool)]
    )
    func occasion(minute: Int64, answers: Bool) {
        var rules = caseRules
        rules.occasionSeconds = 2 * 3600
        let both = stops([
            test(17, at: minutes(0), 13_250, person: 1),
            test(40, at: minutes(minute), 12_000, device: "JC02", person: 1),
        ])
        #expect(both.count == 2)
        let links = CaseMatching(rules: rules).assign(stops: both, cases: [caseRecord("A1", at: minutes(0), person: 1)])
        #expect(links.map(\.answers) == [true, answers])
        #expect(links.last?.refusal == (answers ? nil : .takenByOtherStop))
    }

    @Test("a number mistyped does not take a case from the person it names")
    func mistypedCitation() {
        let both = stops([
            test(17, at: minutes(0), 13_250, person: 1), test(40, at: minutes(90), 12_000, person: 2),
        ])
        let record = caseRecord("A1", at: minutes(90), device: "JC01", recordNo: 17, person: 2)
        let links = matching.assign(stops: both, cases: [record])
        #expect(links.filter(\.answers).map(\.stop) == both.filter { $0.persons == [token(2)] }.map(\.key))
    }
}
