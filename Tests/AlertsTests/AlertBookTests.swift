import Alerts
import Model
import Testing

@Suite struct AlertBookTests {
    @Test("a violated finding opens an alert, and a second time changes nothing")
    func opens() {
        var book = AlertBook([])
        let changes = book.absorb([finding(.violated)], successors: [:])
        #expect(changes.map(\.event) == [.opened])
        #expect(changes.first?.alert.due == hour(24))
        #expect(book.absorb([finding(.violated)], successors: [:]).isEmpty)
    }

    @Test("undetermined and not due open nothing", arguments: [FindingState.undetermined, .notDue, .holds])
    func opensNothing(state: FindingState) {
        var book = AlertBook([])
        #expect(book.absorb([finding(state)], successors: [:]).isEmpty)
    }

    @Test("what should have followed closes by evidence, and its vanishing reopens under the old clock")
    func reopens() {
        var book = AlertBook([])
        _ = book.absorb([finding(.violated)], successors: [:])
        #expect(book.absorb([finding(.holds)], successors: [:]).map(\.alert.closing) == [.evidence])
        let again = book.absorb([finding(.violated, since: 10, due: 34)], successors: [:])
        #expect(again.map(\.event) == [.reopened])
        #expect(again.first?.alert.due == hour(24))
        #expect(again.first?.alert.since == hour(0))
        #expect(book.absorb([finding(.violated, since: 10, due: 34)], successors: [:]).isEmpty)
    }

    @Test("an alert open already shows an earlier deadline, never a later one")
    func deadline() {
        var book = AlertBook([])
        _ = book.absorb([finding(.violated)], successors: [:])
        #expect(book.absorb([finding(.violated, since: 2, due: 26)], successors: [:]).isEmpty)
        let earlier = book.absorb([finding(.violated, since: -2, due: 22)], successors: [:])
        #expect(earlier.map(\.event) == [.updated])
        #expect(earlier.map(\.alert.due) == [hour(22)])
    }

    @Test("other severity or other evidence is an update")
    func updates() {
        var book = AlertBook([])
        _ = book.absorb([finding(.violated)], successors: [:])
        #expect(book.absorb([finding(.violated, severity: .critical)], successors: [:]).map(\.event) == [.updated])
        let seen = finding(.violated, severity: .critical, evidence: "two candidates")
        #expect(book.absorb([seen], successors: [:]).map(\.alert.evidence) == ["two candidates"])
    }

    @Test("an open alert does not lapse because the feeds fell behind: it stays open with a remark")
    func staysOpen() {
        var book = AlertBook([])
        _ = book.absorb([finding(.violated)], successors: [:])
        let remarked = book.absorb([finding(.undetermined)], successors: [:])
        #expect(remarked.map(\.event) == [.updated])
        #expect(remarked.map(\.alert.isOpen) == [true])
        #expect(remarked.map(\.alert.remark) == [.undetermined])
        #expect(book.absorb([finding(.undetermined)], successors: [:]).isEmpty)
        #expect(book.absorb([finding(.violated)], successors: [:]).map(\.alert.remark) == [nil])
    }

    @Test("a subject no check speaks of any more closes as gone, or as merged into its successor")
    func gone() {
        var book = AlertBook([])
        _ = book.absorb([finding(.violated), finding(.violated, subject: "JC01|18")], successors: [:])
        let changes = book.absorb([], successors: ["JC01|18": "JC01|16"])
        #expect(changes.map(\.alert.closing) == [.subjectGone, .mergedInto("JC01|16")])
        #expect(book.absorb([], successors: ["JC01|18": "JC01|16"]).isEmpty)
    }

    @Test("first seen done, but late, opens and closes in one step, once")
    func lateButDone() {
        var book = AlertBook([])
        let changes = book.absorb([finding(.holds, wasLate: true)], successors: [:])
        #expect(changes.map(\.event) == [.opened, .closed])
        #expect(book.states.map(\.isOpen) == [false])
        #expect(book.absorb([finding(.holds, wasLate: true)], successors: [:]).isEmpty)
    }

    @Test("what a person closed stays closed until it grows more severe")
    func closedByPerson() {
        var closed = AlertBook([])
        _ = closed.absorb([finding(.violated)], successors: [:])
        var states = closed.states
        for index in states.indices {
            states[index].isOpen = false
            states[index].closing = .person(reason: "设备故障")
        }
        var book = AlertBook(states)
        #expect(book.absorb([finding(.violated, evidence: "other")], successors: [:]).isEmpty)
        #expect(book.absorb([finding(.violated, severity: .critical)], successors: [:]).map(\.event) == [.reopened])
    }

    @Test("whether it was retrospective is settled when an alert is first opened")
    func retrospective() {
        var book = AlertBook([])
        _ = book.absorb([finding(.violated, isRetrospective: true)], successors: [:])
        #expect(book.absorb([finding(.violated)], successors: [:]).isEmpty)
        #expect(book.states.map(\.isRetrospective) == [true])
    }

    @Test(
        "every reason for closing can be read back from its code",
        arguments: [
            AlertClosing.evidence, .subjectGone, .mergedInto("JC01|1"), .person(reason: "标定检测:merged_into"),
        ]
    )
    func codes(closing: AlertClosing) {
        #expect(AlertClosing(code: closing.code) == closing)
        #expect(AlertClosing(code: "else") == nil)
    }
}
