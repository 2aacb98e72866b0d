import Daemon
import Model
import Settings
import Store

/// What `rejects list --json` prints. Times with their offset; of the text of rows only the shape.
struct RejectionListReport: Encodable {
    let causes: [Cause]
    let files: [File]

    init(_ causes: [RejectionCause], _ files: [FileInDoubt], _ encodings: [String: TextEncoding]) {
        self.causes = causes.map { Cause($0, encodings[$0.feed]) }
        self.files = files.map(File.init)
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

        init(_ file: FileInDoubt) {
            (delivery, feed, self.file, why) = (file.delivery, file.feed, file.fileName, file.trouble.sentence)
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

extension FileInDoubt {
    var sentences: [String] {
        let word =
            switch trouble {
            case .unreadable: "无法读取 unreadable"
            case .repetition: "重复 repetition"
            }
        let held = holdsBack ? "，停住完整时点 / holds its feed back" : ""
        return [
            "\(feed) 交付 delivery \(delivery) \(fileName): \(word), \(receivedAt.chinaMinuteText)\(held)",
            "  \(trouble.sentence)",
        ]
    }
}

extension FileInDoubt.Trouble {
    fileprivate var sentence: String {
        switch self {
        case .unreadable(let why): why
        case .repetition(let original):
            "与交付 \(original) 字节相同，本次应有的行缺失：请对方以同一文件名重新导出，无缺则 discard；常如此的来源写 repeats: pass / "
                + "the bytes are those of delivery \(original), its own rows are missing: have it exported anew under the "
                + "same name, or discard it if nothing is; a source that often does so: repeats: pass"
        }
    }
}

extension Configuration {
    /// The character set of each feed's files, by name.
    var encodings: [String: TextEncoding] {
        Dictionary(feeds.map { ($0.name, $0.format.encoding) }, uniquingKeysWith: { first, _ in first })
    }
}
