import Foundation

/// The rows of a simulation's exports as they were written, file by file.
struct ExportReader {
    let scratch: Scratch

    /// One row by the names of its columns; one with another number of fields than its header is spoilt.
    struct Line {
        let exported: Int64
        let fields: [String: String]
        let first: [String]
        let isSpoilt: Bool

        subscript(_ name: String) -> String { fields[name] ?? "" }

        func time(_ name: String) -> Int64? { ExportReader.time(self[name]) }
    }

    /// Every row of a feed in the order of export.
    func lines(_ feed: String) throws -> [Line] {
        try scratch.files().filter { $0.name.hasPrefix("in/\(feed)/") }.flatMap { file in
            let text = ExportTests.decode(file.bytes, isGB18030: feed == "breath-tests")
            let stamp = String(file.name.suffix(18).prefix(14))
            return Self.lines(text, feed, exported: Self.time(stamp) ?? 0)
        }
    }

    /// The last version of each row, by the columns that name it.
    func latest(_ feed: String, by names: [String]) throws -> [String: Line] {
        Dictionary(
            try lines(feed).filter { !$0.isSpoilt }.map { line in (names.map { line[$0] }.joined(separator: "|"), line) }
        ) { $1 }
    }

    /// The rows of the last export alone.
    func last(_ feed: String) throws -> [Line] {
        let all = try lines(feed)
        let last = all.map(\.exported).max()
        return all.filter { $0.exported == last }
    }

    private static func lines(_ text: String, _ feed: String, exported: Int64) -> [Line] {
        let separator: Character = ["breath-tests-b", "cases-direct"].contains(feed) ? ";" : ","
        var rows = text.split(whereSeparator: \.isNewline).map { fields(String($0), separator) }
        if feed == "cases-county" { rows.removeFirst() }
        guard var header = rows.first else { return [] }
        header[0] = String(header[0].trimmingPrefix("\u{FEFF}"))
        return rows.dropFirst().map { row in
            let named = Dictionary(zip(header, row)) { first, _ in first }
            return Line(exported: exported, fields: named, first: row, isSpoilt: row.count != header.count)
        }
    }

    private static func fields(_ line: String, _ separator: Character) -> [String] {
        var (fields, field, isQuoted) = ([String](), "", false)
        for character in line {
            if character == "\"", isQuoted || field.isEmpty {
                isQuoted.toggle()
            } else if character == separator, !isQuoted {
                fields.append(field)
                field = ""
            } else {
                field.append(character)
            }
        }
        return fields + [field]
    }

    /// Seconds since 1970 of `yyyy-MM-dd HH:mm:ss` or `yyyyMMddHHmmss` in China; nil for anything else.
    static func time(_ text: String) -> Int64? {
        let digits = text.filter(\.isNumber)
        guard digits.count == 14, let number = Int64(digits) else { return nil }
        var parts = DateComponents()
        parts.year = Int(number / 10_000_000_000)
        parts.month = Int(number / 100_000_000 % 100)
        parts.day = Int(number / 1_000_000 % 100)
        parts.second = Int(number / 10_000 % 100 * 3_600 + number / 100 % 100 * 60 + number % 100)
        guard (1...12).contains(parts.month ?? 0) else { return nil }
        return calendar.date(from: parts).map { Int64($0.timeIntervalSince1970.rounded()) }
    }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 28_800) ?? .gmt
        return calendar
    }()
}
