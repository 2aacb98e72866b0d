import Daemon
import Store

/// What `rejects replay` says of one delivery.
struct ReplayReport: Encodable {
    let delivery: Int64
    let feed: String
    /// Number of the replay; nil where none came about.
    private(set) var replay: Int64?
    /// Number of the delivery an unreadable file has become; nil of rejected rows.
    private(set) var takenAs: Int64?
    private(set) var read: Int64 = 0
    private(set) var stored: Int64 = 0
    private(set) var revised: Int64 = 0
    private(set) var unchanged: Int64 = 0
    private(set) var rejected: Int64 = 0
    /// Rejections where no row stands any more.
    private(set) var noRow: Int64 = 0
    /// Whether the delivery held its feed back and no longer does.
    private(set) var released = false
    /// Somebody else settled the rows meanwhile.
    private(set) var settledMeanwhile = false
    /// Why it stays as it is.
    private(set) var trouble: String?
    /// Whether nothing of it was kept.
    let dryRun: Bool

    init(_ replayed: Passes.Replayed, isRehearsal: Bool) {
        dryRun = isRehearsal
        switch replayed {
        case .rows(let outcome):
            (delivery, feed, replay) = (outcome.delivery, outcome.feed, outcome.number)
            (noRow, released) = (outcome.noRow, outcome.isReleased)
            count(outcome.counts)
        case .file(let delivery, let feed, let outcome):
            (self.delivery, self.feed) = (delivery, feed)
            switch outcome {
            case .taken(let number, let counts):
                takenAs = number
                count(counts)
            case .known(let number): takenAs = number
            case .unreadable(_, let why): trouble = why
            }
        case .settled(let delivery, let feed):
            (self.delivery, self.feed, settledMeanwhile) = (delivery, feed, true)
        case .failed(let delivery, let feed, let why):
            (self.delivery, self.feed, trouble) = (delivery, feed, why)
        }
    }

    private mutating func count(_ counts: DeliveryCounts) {
        (read, stored, revised) = (counts.read, counts.stored, counts.revised)
        (unchanged, rejected) = (counts.unchanged, counts.rejected)
    }

    var changedSomething: Bool { replay != nil || takenAs != nil }

    var sentence: String {
        let head = "\(feed) 交付 delivery \(delivery): "
        if let trouble { return head + "未重放 / not replayed: \(trouble)" }
        if settledMeanwhile {
            return head + "已由他人处理，不再有待处理的行 / somebody else has settled it meanwhile; no row of it is open"
        }
        let sum =
            "读入 read \(read) = 新存 stored \(stored) + 修订 revised \(revised) + 未变 unchanged \(unchanged) + 退回 rejected \(rejected)"
        let gone = noRow > 0 ? "，\(noRow) 处不再是一行 / no longer a row" : ""
        let taken = takenAs.map { "，作为交付 taken as delivery \($0)" } ?? ""
        return head + sum + gone + taken + (released ? "，不再停住完整时点 / no longer holds its feed back" : "")
    }
}
