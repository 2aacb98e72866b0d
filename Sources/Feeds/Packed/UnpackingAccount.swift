/// Counts what comes out of one packed file, over all its members, and stops at the limit. A member that is read again
/// counts once.
final class UnpackingAccount {
    private let most: Int64
    private var total: Int64 = 0
    private var counted: [String: Int64] = [:]
    private var member = ""
    private var done: Int64 = 0
    /// How much of the member under way counts already.
    private var already: Int64 = 0

    /// Opens the account of a packed file.
    ///
    /// - Parameters:
    ///   - packed: bytes of the packed file.
    ///   - limits: how much may come out.
    init(packed: Int64, limits: PackedLimits = .standard) { most = limits.most(of: packed) }

    /// A member is read from its beginning.
    func begin(_ name: String) {
        counted[member] = already
        (member, done, already) = (name, 0, counted[name] ?? 0)
    }

    /// - Throws: `UnreadableDelivery` once more came out than may.
    func add(_ count: Int) throws(UnreadableDelivery) {
        done += Int64(count)
        guard done > already else { return }
        total += done - already
        already = done
        guard total <= most else { throw .unpacksTooMuch(most) }
    }
}
