package import Model

/// What the last looks into a drop folder saw, to tell files that still grow from files at rest.
///
/// A file is at rest once two looks at least `settleSeconds` apart saw the same file, size and time of change, or once
/// its content was last changed longer ago than that. A time of change in the future proves nothing.
package struct SettlingFiles: Equatable, Sendable {
    private struct Sighting: Equatable, Sendable {
        let identity: FileIdentity
        /// When this state was first seen.
        let since: Instant
    }

    private var sightings: [String: Sighting] = [:]

    package init() {}

    /// Takes in one look and tells which of the files are at rest, in the order given.
    package mutating func settled(_ candidates: [Candidate], settleSeconds: Int64, now: Instant) -> [Candidate] {
        var seen: [String: Sighting] = [:]
        let atRest = candidates.filter { candidate in
            let identity = candidate.identity
            var since = now
            if let before = sightings[candidate.name], before.identity.hasSameContent(as: identity) {
                // A clock that was set back starts the waiting anew.
                since = min(before.since, now)
            }
            seen[candidate.name] = Sighting(identity: identity, since: since)
            let modified = Instant(microseconds: identity.modified / 1000)
            return since.adding(seconds: settleSeconds) <= now && since < now
                || modified.adding(seconds: settleSeconds) < now
        }
        // Files that are gone are forgotten.
        sightings = seen
        return atRest
    }
}
