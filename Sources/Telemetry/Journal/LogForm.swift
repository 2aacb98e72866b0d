import Glibc
import Logging

/// How a log line begins.
package enum LogForm: Equatable, Sendable {
    /// `<4>message`, the level as syslog numbers it; the journal adds the time.
    case journal
    /// `2025-03-01T08:00:00+08:00 warning message`, for a person at a terminal.
    case plain

    /// The journal's form where the descriptor is the very stream named by JOURNAL_STREAM (`device:inode`); 2 is standard error.
    package static func fitting(descriptor: Int32, environment: [String: String]) -> LogForm {
        var status = stat()
        guard let stream = environment["JOURNAL_STREAM"], fstat(descriptor, &status) == 0 else { return .plain }
        return stream == "\(status.st_dev):\(status.st_ino)" ? .journal : .plain
    }

    /// What stands before the message; `seconds` since 1970 UTC are shown in Asia/Shanghai.
    func beginning(level: Logger.Level, seconds: Int64) -> String {
        switch self {
        case .journal: "<\(level.syslogNumber)>"
        case .plain: "\(ShanghaiStamp(seconds: seconds)) \(level.rawValue) "
        }
    }
}

extension Logger.Level {
    /// The severity of syslog (RFC 5424, table 2).
    fileprivate var syslogNumber: Int {
        switch self {
        case .critical: 2
        case .error: 3
        case .warning: 4
        case .notice: 5
        case .info: 6
        case .debug, .trace: 7
        }
    }
}
