import Daemon
import Glibc
import Store
import Synchronization

/// One line on the terminal that says what is being done; on anything but a terminal, a line for each file.
final class ProgressLine: Sendable {
    private struct Seen {
        var files = 0
        var rows: Int64 = 0
        var rejected: Int64 = 0
    }

    private let seen = Mutex(Seen())
    private let isInteractive = Terminal.isInteractive

    func show(_ event: IntakePass.Event) {
        switch event {
        case .reading(let feed, let file, let done, let total):
            guard isInteractive, total > 0 else { return }
            draw("\(feed) \(file) \(done * 100 / max(total, 1))%")
        case .done(let feed, let file, let outcome):
            note(outcome)
            let counts = seen.withLock { "\($0.files) 文件 files, \($0.rows) 行 rows, \($0.rejected) 退回 rejected" }
            if isInteractive { draw("\(counts) · \(feed) \(file)") } else { tell(feed, file, outcome) }
        case .postponed(let feed, let file, let why):
            Terminal.complain("\(feed) \(file): 留待下次 / left for the next poll: \(why)")
        }
    }

    func finish() {
        guard isInteractive else { return }
        Terminal.write("\r\u{1B}[K", to: STDERR_FILENO)
    }

    private func note(_ outcome: DeliveryOutcome) {
        seen.withLock { seen in
            seen.files += 1
            if case .taken(_, let counts) = outcome {
                seen.rows += counts.read
                seen.rejected += counts.rejected
            }
        }
    }

    private func tell(_ feed: String, _ file: String, _ outcome: DeliveryOutcome) {
        switch outcome {
        case .taken(let number, let counts):
            let sum = "\(counts.read) = \(counts.stored) + \(counts.revised) + \(counts.unchanged) + \(counts.rejected)"
            Terminal.write("\(feed) \(file) → \(number): \(sum)\n", to: STDERR_FILENO)
        case .known(let number):
            Terminal.write("\(feed) \(file) → \(number) 已知 known\n", to: STDERR_FILENO)
        case .unreadable(let number, let why):
            Terminal.write("\(feed) \(file) → \(number) 无法读取 unreadable: \(why)\n", to: STDERR_FILENO)
        }
    }

    private func draw(_ text: String) {
        Terminal.write("\r\u{1B}[K" + String(text.prefix(100)), to: STDERR_FILENO)
    }
}
