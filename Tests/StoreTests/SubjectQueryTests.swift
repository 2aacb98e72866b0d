import Model
import Postgres
import Store
import TestSupport
import Testing

@Suite("Changes are followed to the subjects of checks", .ownDatabase)
struct SubjectQueryTests {
    private static let periods: [SubjectKind] = [.day, .month]

    @Test(
        "from every kind a check of the subject may speak of, by SQL the server takes",
        arguments: SubjectKind.allCases.filter { $0 != .stop && $0 != .notice }
    )
    func reaches(subject: SubjectKind) async throws {
        try await OwnDatabase.connection.use { session in
            try Migrator().migrate(session, now: Instant(microseconds: 0))
            for kind in Kind.allCases {
                let touched = try SubjectQuery.touched(subject, by: [kind: [1]], region: 430_800, session)
                #expect(touched.isEmpty)
            }
            _ = try SubjectQuery.periods(subject, region: 430_800, session)
        }
    }

    @Test("a night of duty is one day, and a month is bounded by midnights in China")
    func bounds() throws {
        let day = SubjectQuery.bounds(["2025-03-03", "none"], of: .day)
        #expect(day.names == ["2025-03-03"])
        #expect(day.starts.map(\.chinaSecondText) == ["2025-03-03 06:00:00"])
        #expect(day.ends.map(\.chinaSecondText) == ["2025-03-04 06:00:00"])
        let month = SubjectQuery.bounds(["2025-12", "2024-02"], of: .month)
        #expect(month.starts.map(\.chinaSecondText) == ["2025-12-01 00:00:00", "2024-02-01 00:00:00"])
        #expect(month.ends.map(\.chinaSecondText) == ["2026-01-01 00:00:00", "2024-03-01 00:00:00"])
    }
}
