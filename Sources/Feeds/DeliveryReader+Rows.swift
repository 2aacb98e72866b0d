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
}
