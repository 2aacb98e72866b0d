import Daemon
import Model
import Settings
import Store

/// What `rejects list --json` prints. Times with their offset; of the text of rows only the shape.
struct RejectionListReport: Encodable {
    let causes: [Cause]
    let unreadable: [File]

    init(_ causes: [RejectionCause], _ files: [UnreadableFile], _ encodings: [String: TextEncoding]) {
        self.causes = causes.map { Cause($0, encodings[$0.feed]) }
        unreadable = files.map(File.init)
    }

    struct Cause: Encodable {
        let feed: String
        let cause: String
        let column: String?
        let explanation: String
        let remedy: String
        let rows: Int64
        let deliveries: Int64
        let firstSeen: String
        let lastSeen: String
        let example: RejectedRowReport?

        init(_ cause: RejectionCause, _ encoding: TextEncoding?) {
            (feed, self.cause, column) = (cause.feed, cause.reason.rawValue, cause.column)
            (explanation, remedy) = (cause.cause, cause.reason.remedy)
            (rows, deliveries) = (cause.rows, cause.deliveries)
            (firstSeen, lastSeen) = (cause.firstSeen.chinaRFC3339Text, cause.lastSeen.chinaRFC3339Text)
            example = cause.example.map { RejectedRowReport($0, isClear: false, encoding) }
        }
    }

    struct File: Encodable {
        let delivery: Int64
        let feed: String
        let file: String
        let why: String
        let received: String
        let holdsBack: Bool

        init(_ file: UnreadableFile) {
            (delivery, feed, self.file, why) = (file.delivery, file.feed, file.fileName, file.why)
            (received, holdsBack) = (file.receivedAt.chinaRFC3339Text, file.holdsBack)
        }
    }
}

/// What `rejects show --json` prints.
struct RejectedRowsReport: Encodable {
    /// How many there are, shown or not.
    let all: Int64
    let rows: [RejectedRowReport]
}

/// One rejected row as it may be shown.
struct RejectedRowReport: Encodable {
    let delivery: Int64
    let feed: String
    let file: String
    let sha256: String
    let part: String?
    let line: Int64
    let byteFrom: Int64
    let byteLength: Int64
    let cause: String
    let column: String?
    let explanation: String
    /// The last replay that tried it.
    let replay: Int64?
    /// How the row is built; nil where the text itself is given.
    let shape: String?
    /// The text in clear; given only where that is recorded.
    let raw: String?

    init(_ row: RejectedRow, isClear: Bool, _ encoding: TextEncoding?) {
        (delivery, feed, file, sha256) = (row.delivery, row.feed, row.fileName, row.sha256)
        (part, line, byteFrom, byteLength) = (row.part, row.line, row.byteFrom, row.byteLength)
        (cause, column, explanation) = (row.reason.rawValue, row.column, row.explanation)
        replay = row.replay
        shape = isClear ? nil : RawText.shape(row.raw, as: encoding)
        raw = isClear ? RawText.clear(row.raw, as: encoding) : nil
    }

    var sentences: [String] {
        let place = part.map { " [\($0)]" } ?? ""
        let tried = replay.map { "，重放 replay \($0)" } ?? ""
        return [
            "\(feed) 交付 delivery \(delivery) \(file)\(place) 第\(line)行 line \(line), 字节 bytes \(byteFrom)+\(byteLength)\(tried)",
            "  \(cause)\(column.map { " \($0)" } ?? ""): \(explanation)",
            "  \(raw ?? shape ?? "")",
        ]
    }
}

extension RejectionCause {
    func sentences(_ encoding: TextEncoding?) -> [String] {
        let span =
            firstSeen == lastSeen
            ? firstSeen.chinaMinuteText : "\(firstSeen.chinaMinuteText) – \(lastSeen.chinaMinuteText)"
        let head =
            "\(feed) \(reason.rawValue)\(column.map { " \($0)" } ?? ""): \(rows) 行 rows, \(deliveries) 次交付 deliveries, \(span)"
        let shown = example.map { example in
            let row = RejectedRowReport(example, isClear: false, encoding)
            return "  例 e.g. 交付 delivery \(row.delivery) 第\(row.line)行 line \(row.line): \(row.shape ?? "")"
        }
        return [head, "  \(cause)"] + [shown].compactMap { $0 } + ["  → \(reason.remedy)"]
    }
}

extension UnreadableFile {
    var sentences: [String] {
        [
            "\(feed) 交付 delivery \(delivery) \(fileName): 无法读取 unreadable, \(receivedAt.chinaMinuteText)"
                + (holdsBack ? "，停住完整时点 / holds its feed back" : ""),
            "  \(why)",
        ]
    }
}

extension Configuration {
    /// The character set of each feed's files, by name.
    var encodings: [String: TextEncoding] {
        Dictionary(feeds.map { ($0.name, $0.format.encoding) }, uniquingKeysWith: { first, _ in first })
    }
}
