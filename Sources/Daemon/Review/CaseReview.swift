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
            let found = try CaseQuery.candidates(ofStops: fresh, within: rules.shownWindow, region: region, session)
                .filter { cases.updateValue($0, forKey: $0.key) == nil }
            let contenders = try CaseQuery.stops(
                ofCases: found.map(\.key),
                within: rules.answerWindow,
                region: region,
                session
            )
            fresh = contenders.filter { keys.insert($0).inserted }
        }
        let judged = try StopStore.members(of: keys.sorted(), region: region, session)
            .compactMap { Stop(tests: $0, exclusions: [:]) }
        let links = rules.cases.assign(stops: judged, cases: cases.values.sorted { $0.key < $1.key })
        try StopStore.replaceLinks(
            of: keys.sorted(),
            kind: .caseFile,
            with: links.map(row),
            region: region,
            session
        )
        return keys.sorted()
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
