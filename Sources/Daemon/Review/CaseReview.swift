import Matching
import Model
import Postgres
import Store

/// Finds for each stop the cases that answer for it.
///
/// A case answers one stop, so stops that contend for a case are judged together.
struct CaseReview {
    let region: Int32
    let rules: ReviewRules
    /// Cases that are in their registers no more.
    let vanished: Set<String>

    /// Links all stops there are, so that none else can contend with them.
    ///
    /// - Returns: their keys.
    /// - Throws: `DatabaseError`.
    func all(_ stops: [String], _ session: borrowing Session) throws -> [String] {
        let cases = try CaseQuery.candidates(
            ofStops: stops,
            within: rules.shownWindow,
            vanished: vanished,
            region: region,
            session
        )
        return try judge(stops.sorted(), by: cases, session)
    }

    /// Links the stops that were worked out anew, and those that contend with them for a case.
    ///
    /// The `freed` cases may have lost the stop they answered: their other stops are judged anew too.
    ///
    /// - Returns: the keys of every stop whose links were judged.
    /// - Throws: `DatabaseError`.
    func run(_ stops: [String], freed: [String], _ session: borrowing Session) throws -> [String] {
        let others = try CaseQuery.stops(ofCases: freed, within: rules.answerWindow, region: region, session)
        var keys = Set(stops).union(others)
        var fresh = keys.sorted()
        var cases: [String: CaseRecord] = [:]
        while !fresh.isEmpty {
            let found = try CaseQuery.candidates(
                ofStops: fresh,
                within: rules.shownWindow,
                vanished: vanished,
                region: region,
                session
            )
            .filter { cases.updateValue($0, forKey: $0.key) == nil }
            let contenders = try CaseQuery.stops(
                ofCases: found.map(\.key),
                within: rules.answerWindow,
                region: region,
                session
            )
            fresh = contenders.filter { keys.insert($0).inserted }
        }
        return try judge(keys.sorted(), by: Array(cases.values), session)
    }

    private func judge(_ stops: [String], by cases: [CaseRecord], _ session: borrowing Session) throws -> [String] {
        let judged = try StopStore.members(of: stops, region: region, session)
            .compactMap { Stop(tests: $0, exclusions: [:]) }
        let links = rules.cases.assign(stops: judged, cases: cases.sorted { $0.key < $1.key })
        try StopStore.replaceLinks(of: stops, kind: .caseFile, with: links.map(row), region: region, session)
        return stops
    }

    private func row(_ link: CaseLink) -> LinkRow {
        LinkRow(
            stop: link.stop,
            kind: Kind.caseFile.rawValue,
            record: link.caseKey,
            strength: link.strength.rawValue,
            reasons: link.reasons.map(\.rawValue),
            refusal: link.refusal?.rawValue,
            answers: link.answers
        )
    }
}
