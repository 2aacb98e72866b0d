/// How often a platform answers badly, of a thousand answers each; which ones, a seed decides.
package struct Misbehaviour: Equatable, Sendable {
    /// Asks for patience (429, with `Retry-After`).
    package var busy: Int
    /// Fails (500).
    package var failed: Int
    /// Breaks off in the middle.
    package var truncated: Int
    /// Comes late, and in two pieces.
    package var slow: Int
    package var seed: UInt64

    /// What a platform may do in place of a plain answer.
    package enum Fault: String, Sendable, CaseIterable { case busy, failed, truncated, slow }

    /// Never does.
    package static let none = Misbehaviour(busy: 0, failed: 0, truncated: 0, slow: 0, seed: 0)

    /// More than every fourth answer is not as it should be.
    package static func usual(seed: UInt64) -> Misbehaviour {
        Misbehaviour(busy: 60, failed: 60, truncated: 60, slow: 100, seed: seed)
    }

    /// Times one page may fail on end; then it is answered.
    private static let patience = 2

    /// - Parameters:
    ///   - target: what is asked for.
    ///   - attempt: how often it was asked for in vain just before.
    ///   - count: how often it was asked for at all.
    /// - Returns: nil where the answer is a plain one.
    func fault(at target: String, attempt: Int, of count: Int) -> Fault? {
        guard attempt < Self.patience else { return nil }
        var rest = Int(hash("\(seed) \(count) \(target)") % 1000)
        for (fault, rate) in [(Fault.busy, busy), (.failed, failed), (.truncated, truncated), (.slow, slow)] {
            if rest < rate { return fault }
            rest -= rate
        }
        return nil
    }

    /// FNV-1a, with its bits mixed once more, for the last of them differ little between texts that do.
    private func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        return hash ^ (hash >> 31)
    }
}
