/// Counts what comes out of one packed file, over all its members, and stops at the limit.
final class UnpackingAccount {
    private let most: Int64
    private var done: Int64 = 0

    /// - Parameter packed: bytes of the packed file.
    init(packed: Int64, limits: PackedLimits = .standard) { most = limits.most(of: packed) }

    /// - Throws: `UnreadableDelivery` once more came out than may.
    func add(_ count: Int) throws(UnreadableDelivery) {
        done += Int64(count)
        guard done <= most else { throw .unpacksTooMuch(most) }
    }
}
