import Model
package import Postgres

/// Finds what is in its register no more.
package enum VanishedQuery {
    /// The cases one whole export lacks, and those a second one lacks too and that therefore answer for nothing.
    package struct Cases: Equatable, Sendable {
        package var missed: Set<String>
        package var vanished: Set<String>
    }

    /// The cases of the region that are gone now.
    ///
    /// - Throws: `DatabaseError`.
    package static func cases(region: Int32, _ session: borrowing Session) throws -> Cases {
        var cases = Cases(missed: [], vanished: [])
        try session.run(
            """
            SELECT v.key, v.state FROM docket.vanished_record v
            WHERE v.region = $1 AND v.kind = 'case_file' AND v.state <> 'returned' ORDER BY v.key
            """,
            [.integer32(region)]
        ).forEach { row in
            cases.missed.insert(try row.text(0))
            if try row.text(1) == "vanished" { cases.vanished.insert(try row.text(0)) }
        }
        return cases
    }

    /// The cases whose links do not say yet that they vanished, or still say so though they came again.
    ///
    /// - Throws: `DatabaseError`.
    package static func unsettled(_ vanished: Set<String>, region: Int32, _ session: borrowing Session) throws
        -> [String]
    {
        try session.run(
            """
            SELECT l.record FROM docket.link l
            WHERE l.region = $1 AND l.kind = 'case_file' AND l.record = ANY ($2) AND l.refusal IS DISTINCT FROM 'vanished'
                AND l.refusal IS DISTINCT FROM 'void'
            UNION
            SELECT l.record FROM docket.link l
            WHERE l.region = $1 AND l.kind = 'case_file' AND l.refusal = 'vanished' AND NOT l.record = ANY ($2)
            ORDER BY 1
            """,
            [.integer32(region), .texts(vanished.sorted())]
        ).map { row in try row.text(0) }
    }
}
