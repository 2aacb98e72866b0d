import Feeds
import Hashing
import Postgres
import Settings
import Store

extension FolderIntake {
    /// Puts the files that were taken out of the way, where the feed says so: now, or at an earlier poll that was cut off
    /// before it came to that.
    ///
    /// - Parameters:
    ///   - candidates: what lay in the folder when the poll began.
    ///   - connection: for a look at what was taken.
    /// - Returns: why they cannot be; nil where they were.
    /// - Throws: `DatabaseError`, `CancellationError`.
    func clear(_ candidates: [Candidate], _ connection: Connection) async throws -> String? {
        guard folder.after != .leave, !candidates.isEmpty else { return nil }
        let feed = pass.feed
        let taken = try await connection.use { session in
            try TakenFile.all(named: candidates.map(\.name), feed: feed.name, region: feed.region, session)
        }
        let byMark = Dictionary(taken.map { ($0.mark, $0) }, uniquingKeysWith: { first, _ in first })
        do {
            for candidate in candidates {
                guard let file = byMark[SourceMark(candidate)] else { continue }
                let hash = Hex.text(file.sha256)
                // Whatever the database says: without its copy the file is the only one.
                _ = try pass.archive.kept(hash)
                try folder.clear(candidate, isUnreadable: file.isUnreadable, sha256: hash)
            }
            return nil
        } catch let fault as FolderFault {
            return "\(fault)"
        } catch let fault as ArchiveFault {
            return "\(fault)"
        }
    }
}
