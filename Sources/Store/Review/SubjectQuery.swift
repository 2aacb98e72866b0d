package import Model
package import Postgres

/// Finds the subjects a review must look at, but for stops and notices.
package enum SubjectQuery {
    /// The subjects of a kind that deliveries may have changed.
    ///
    /// - Throws: `DatabaseError`.
    package static func touched(
        _ subject: SubjectKind,
        by deliveries: [Kind: [Int64]],
        region: Int32,
        _ session: borrowing Session
    ) throws -> Set<String> {
        var found: Set<String> = []
        for reach in Reach.all(to: subject) {
            guard let numbers = deliveries[reach.kind], !numbers.isEmpty else { continue }
            found.formUnion(
                try session.run(reach.sql + "\nORDER BY 1", [.integer32(region), .integers(numbers)])
                    .map { row in try row.text(0) }
            )
        }
        return found
    }

    /// All there are of subjects that are stretches of time; others need no list.
    ///
    /// - Throws: `DatabaseError`.
    package static func periods(_ subject: SubjectKind, region: Int32, _ session: borrowing Session) throws -> [String]
    {
        guard let period = period(subject) else { return [] }
        let sources = [
            ("breath_test", "r.tested_at"), ("device_counter", "r.read_at"), ("supply", "r.issued_at"),
            ("camera_inspection", "r.inspected_at"), ("test_tally", "(r.day::timestamp AT TIME ZONE 'Asia/Shanghai')"),
        ]
        let branches = sources.prefix(period == .day ? 1 : sources.count).flatMap { table, column in
            period.names(of: column).map {
                "SELECT DISTINCT \($0) AS name FROM docket.\(table) r WHERE r.region = $1 AND \(column) IS NOT NULL"
            }
        }
        return try session.run(branches.joined(separator: "\nUNION\n") + "\nORDER BY 1", [.integer32(region)])
            .map { row in try row.text(0) }
    }

    /// When each stretch of time begins, and the first moment after it; names that are none are left out.
    package static func bounds(_ names: [String], of subject: SubjectKind) -> (
        names: [String], starts: [Instant], ends: [Instant]
    ) {
        let bounds = names.compactMap { name in period(subject)?.bounds(of: name).map { (name, $0) } }
        return (bounds.map(\.0), bounds.map(\.1.from), bounds.map(\.1.to))
    }

    private static func period(_ subject: SubjectKind) -> Period? {
        switch subject {
        case .day: .day
        case .month: .month
        default: nil
        }
    }
}
