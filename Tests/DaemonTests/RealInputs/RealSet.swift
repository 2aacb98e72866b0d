import Testing

/// One public export, how many of its rows became what, and what its records say.
struct RealSet: CustomTestStringConvertible, Sendable {
    let feed: String
    let file: String
    /// Rows read, all of them stored: none is rejected, and none passed over as blank behind the names.
    let rows: Int
    /// Rows that agree with another in all that was taken in, and are records of their own.
    var copies = 0
    /// What is compared of each record: text expressions over `t`, a row of the table of its kind.
    let content: Content
    /// SHA-256, in hexadecimal, of the contents, sorted by their bytes, a line each, as a reader that shares no code with
    /// Docket (Python's csv, openpyxl, xlrd) found them.
    let digest: String

    var testDescription: String { "\(feed): \(file)" }

    enum Content: Sendable {
        case breathTest, readings, penalty, stop, recording, robot

        /// The table and the fields, of which each is a text.
        var query: (table: String, fields: [String]) {
            switch self {
            case .breathTest: ("breath_test", ["device", Self.utc("tested_at")])
            case .readings: ("breath_test", ["device", Self.utc("tested_at"), "alcohol_raw"])
            case .penalty: ("case_file", ["case_no", "offence_code", Self.day("decided_at", in: "Asia/Taipei")])
            case .stop: ("case_file", ["case_no", "offence_code", Self.utc("occurred_at")])
            case .recording:
                (
                    "recording",
                    ["key", "case_no"] + ["started_at", "ended_at", "collected_at"].map { Self.utc($0, ".MS") }
                )
            case .robot: ("robot", ["robot", "coalesce(place, '')"])
            }
        }

        private static func utc(_ field: String, _ fraction: String = "") -> String {
            "to_char(\(field) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\(fraction)')"
        }

        private static func day(_ field: String, in zone: String) -> String {
            "to_char(\(field) AT TIME ZONE '\(zone)', 'YYYY-MM-DD')"
        }
    }
}
