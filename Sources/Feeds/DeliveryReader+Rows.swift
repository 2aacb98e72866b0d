import Model

extension DeliveryReader {
    /// Whether a delivery holds any row at all, sound or not.
    ///
    /// - Throws: `UnreadableDelivery`, `ArchiveFault`; an empty file is no fault here.
    package func holdsRows(_ file: ArchivedFile) throws -> Bool {
        struct Found: Error {}
        do {
            _ = try read(file, each: { _ in throw Found() }, rejected: { _, _ in throw Found() })
            return false
        } catch is Found {
            return true
        } catch let unreadable as UnreadableDelivery where unreadable.cause == .empty {
            return false
        }
    }

    /// Counts a rejected row.
    ///
    /// - Throws: `UnreadableDelivery` where there are too many of them.
    func count(_ rejection: RowRejection, _ tally: inout DeliveryTally) throws(UnreadableDelivery) {
        tally.rejected += 1
        guard tally.rejected > mostRejected, tally.rejected > tally.mapped else { return }
        throw .tooManyRejected(mostRejected, rejection)
    }
}
