import Logging
import Synchronization
import Telemetry

/// Keeps the lines that were logged.
final class Notebook: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    /// A logger whose lines end here, at 2025-03-01 08:00 in Asia/Shanghai.
    func logger(_ form: LogForm = .plain, level: Logger.Level = .trace) -> Logger {
        Logger(label: "docket") { _ in
            JournalLogHandler(
                form: form,
                logLevel: level,
                now: { 1_740_787_200 },
                write: { line in self.kept.withLock { $0.append(line) } }
            )
        }
    }
}
