import Foundation

/// The rows of a simulation's exports as they were written, file by file.
final class ExportReader {
    private let files: [(name: String, bytes: Data)]
    private var read: [String: [Line]] = [:]

    init(_ scratch: Scratch) throws { files = try scratch.files() }

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
    func lines(_ feed: String) -> [Line] {
        if let lines = read[feed] { return lines }
        let lines = files.filter { $0.name.hasPrefix("in/\(feed)/") }.flatMap { file in
            let text = ExportTests.decode(file.bytes, isGB18030: feed == "breath-tests")
            let stamp = String(file.name.suffix(18).prefix(14))
            return Self.lines(text, feed, exported: Self.time(stamp) ?? 0)
        }
        read[feed] = lines
        return lines
    }

    /// The last version of each row, by the columns that name it.
    func latest(_ feed: String, by names: [String]) -> [String: Line] {
        Dictionary(
            lines(feed).filter { !$0.isSpoilt }.map { line in (names.map { line[$0] }.joined(separator: "|"), line) }
        ) { $1 }
    }

    /// The rows of the last export alone.
    func last(_ feed: String) -> [Line] {
        let all = lines(feed)
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
        let (year, month, day) = (number / 10_000_000_000, number / 100_000_000 % 100, number / 1_000_000 % 100)
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        // Days in the months before this one, and the leap days of the years before.
        let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][Int(month) - 1]
        let leap = (year - 1969) / 4 + (year % 4 == 0 && month > 2 ? 1 : 0)
        let date = (year - 1970) * 365 + leap + Int64(before) + day - 1
        let seconds = number / 10_000 % 100 * 3_600 + number / 100 % 100 * 60 + number % 100
        return date * 86_400 + seconds - 28_800
    }
}
