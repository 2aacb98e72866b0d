import Model
import TestSupport

/// Everything a review leaves behind that must not depend on how the files came.
struct Verdict: Equatable, Sendable {
    var stops: [String]
    var tests: [String]
    var links: [String]
    var findings: [String]
    var open: [String]
    /// Stops that grouping all tests at once does not find.
    var strays: [String] = []

    init(of house: borrowing House) async throws {
        stops = try await house.texts("SELECT t::text FROM docket.stop t ORDER BY 1")
        tests = try await house.texts("SELECT t::text FROM docket.stop_test t ORDER BY 1")
        links = try await house.texts("SELECT t::text FROM docket.link t ORDER BY 1")
        // When an altered version was first shown is known only as far as the exports that came tell (`seen_at`).
        findings = try await house.texts(
            """
            SELECT (to_jsonb(t) - CASE check_id WHEN 'record-altered' THEN ARRAY['since', 'due', 'details'] ELSE '{}' END)::text
            FROM docket.finding t ORDER BY 1
            """
        )
        open = try await house.texts(
            "SELECT concat_ws(' ', check_id, subject, unit, severity, remark) FROM docket.alert WHERE open ORDER BY 1"
        )
    }

    /// What one has and the other has not.
    func differences(from full: Verdict) -> [String] {
        [(stops, full.stops), (tests, full.tests), (links, full.links), (findings, full.findings), (open, full.open)]
            .flatMap { mine, theirs in
                Set(mine).subtracting(theirs).sorted().map { "only step by step: " + $0 }
                    + Set(theirs).subtracting(mine).sorted().map { "only at once: " + $0 }
            } + full.strays.map { "no stop of all tests together: " + $0 }
    }
}
