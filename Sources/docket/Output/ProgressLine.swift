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
        case .copying(let feed, let file, let done, let total):
            draw(done, of: total, "\(feed) \(file) 归档 archiving")
        case .reading(let feed, let file, let done, let total):
            draw(done, of: total, "\(feed) \(file)")
        case .done(let feed, let file, let outcome):
            note(outcome)
            let counts = seen.withLock { "\($0.files) 文件 files, \($0.rows) 行 rows, \($0.rejected) 退回 rejected" }
            if isInteractive {
                draw("\(counts) · \(feed) \(file)")
            } else {
                Terminal.write(event.sentence + "\n", to: STDERR_FILENO)
            }
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

    private func draw(_ done: Int64, of total: Int64, _ what: String) {
        guard isInteractive, total > 0 else { return }
        draw("\(what) \(Int(Double(done) / Double(total) * 100))%")
    }

    private func draw(_ text: String) {
        Terminal.write("\r\u{1B}[K" + String(text.prefix(100)), to: STDERR_FILENO)
    }
}
