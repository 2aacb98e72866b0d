package import Model
package import Postgres

/// Only what changed is written: a review of everything that finds nothing new leaves every row as it was.
extension StopStore {
    /// Puts stops in place of the old ones they were made of, with their tests. The links of stops that changed are gone.
    ///
    /// - Returns: the old stops as they stood.
    /// - Throws: `DatabaseError`.
    package static func replace(
        _ old: [String],
        by stops: [StopRow],
        region: Int32,
        _ session: borrowing Session
    ) throws -> [StopRow] {
        let stored = try rows(of: old, region: region, session)
        let before = Dictionary(stored.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let fresh = stops.filter { before[$0.key] != $0 }
        let unchanged = Set(stops.map(\.key)).subtracting(fresh.map(\.key))
        try remove(old.filter { !unchanged.contains($0) }, region: region, session)
        try insert(fresh, region: region, session)
        return stored
    }

    /// Puts links of one kind in place of all that the stops had of it.
    ///
    /// - Throws: `DatabaseError`.
    package static func replaceLinks(
        of stops: [String],
        kind: Kind,
        with links: [LinkRow],
        region: Int32,
        _ session: borrowing Session
    ) throws {
        let before = Dictionary(grouping: try self.links(of: stops, kind: kind, region: region, session), by: \.stop)
        let after = Dictionary(grouping: links, by: \.stop)
        let changed = stops.filter { stop in
            (before[stop] ?? []) != (after[stop] ?? []).sorted { $0.record < $1.record }
        }
        let stale = changed.filter { before[$0] != nil }
        if !stale.isEmpty {
            try session.run(
                "DELETE FROM docket.link WHERE region = $1 AND stop = ANY ($2) AND kind = $3",
                [.integer32(region), .texts(stale), .text(kind.rawValue)]
            )
        }
        let fresh = changed.flatMap { after[$0] ?? [] }
        guard !fresh.isEmpty else { return }
        _ = try session.copy(into: "docket.link") { writer in
            for link in fresh { try write(link, region: region, to: &writer) }
        }
    }

    /// Removes stops; their tests and links go with them.
    private static func remove(_ stops: [String], region: Int32, _ session: borrowing Session) throws {
        guard !stops.isEmpty else { return }
        for table in ["link", "stop_test"] {
            try session.run(
                "DELETE FROM docket.\(table) WHERE region = $1 AND stop = ANY ($2)",
                [.integer32(region), .texts(stops)]
            )
        }
        try session.run(
            "DELETE FROM docket.stop WHERE region = $1 AND key = ANY ($2)",
            [.integer32(region), .texts(stops)]
        )
    }

    /// Adds stops with their tests; none of them may be there.
    private static func insert(_ stops: [StopRow], region: Int32, _ session: borrowing Session) throws {
        guard !stops.isEmpty else { return }
        _ = try session.copy(into: "docket.stop") { writer in
            for stop in stops { try write(stop, region: region, to: &writer) }
        }
        _ = try session.copy(into: "docket.stop_test") { writer in
            for stop in stops {
                for member in stop.tests { try write(member, of: stop.key, region: region, to: &writer) }
            }
        }
    }
}
