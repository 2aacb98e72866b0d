import Model
import TestSupport

/// Makes up exports of three registers: records that come again, altered or not, rows that are no good, and texts with
/// everything in them that some format has a meaning for.
struct ExportingSource {
    private var random: SeededGenerator

    static let kinds: [Kind] = [.breathTest, .caseFile, .notice]
    private static let pieces = [
        "湘阳路", "检测", "，", "\"", "\"\"", ",", ";", "\n", "'", "<b>", "&amp;", "]]>", "😀", "é", "\u{3000}", " ", "\t",
        "|", "\\", "{", "}", "=", "007", "#", "1e3", "。", "北门外五百米", "\\n", "null",
    ]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// A few exports of each register, a day apart, oldest first.
    ///
    /// - Parameters:
    ///   - count: how many moments of export.
    ///   - last: the last of them.
    ///   - isDoubled: whether some moments have two exports, which may say different things of one record.
    /// - Returns: them, register by register.
    mutating func exports(of count: Int, last: Instant, isDoubled: Bool = false) -> [Export] {
        Self.kinds.flatMap { kind in
            var told: [[String: String]] = []
            return (0..<count).flatMap { number in
                (0..<(isDoubled && chance(2) ? 2 : 1)).map { (number, $0) }
            }.map { number, edition in
                var rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in row(kind) }
                // What was told before comes again, as it was or altered, and some of it twice in one file.
                for row in told where chance(2) { rows.append(chance(2) ? row : altered(row, kind)) }
                for row in rows where chance(5) { rows.append(chance(2) ? row : altered(row, kind)) }
                told += rows
                for _ in 0..<Int.random(in: 0...2, using: &random) { rows.append(spoilt(row(kind), kind)) }
                rows.shuffle(using: &random)
                return Export(
                    kind: kind,
                    exportedAt: last.adding(seconds: Int64(number - count + 1) * 86_400),
                    edition: edition,
                    rows: rows
                )
            }
        }
    }

    private mutating func row(_ kind: Kind) -> [String: String] {
        let number = String(Int.random(in: 1...8, using: &random))
        switch kind {
        case .breathTest:
            return [
                "device": pick(["JC|01", "JC\\02", "检03"]), "record_no": number, "tested_at": moment(),
                "alcohol": pick(["0", "12", "19.99", "80", "132.5", ""]), "mode": pick(["active", "passive", ""]),
                "signed": pick(["true", "false", ""]), "unit": pick(["430802010000", ""]), "officer": "080101",
                "place": text(), "person_name": pick(["张三", "欧阳 五"]), "person_id": "430802190001010013",
                "plate": pick(["湘G12345", "湘GA0088", ""]),
            ]
        case .caseFile:
            return [
                "case_no": "湘公(交)〔2025〕\(number)号", "category": pick(["measure", "acceptance"]), "filed_at": moment(),
                "offence_code": text(), "nonfiling_reason": text(), "person_name": "李四",
                "plate": pick(["湘G54321", ""]),
            ]
        default:
            return [
                "message_no": "S\(number)", "sent_at": moment(), "channel": text(), "robot": text(),
                "status": pick(["sent", "failed", ""]), "phone": pick(["13812345678", ""]),
            ]
        }
    }

    private mutating func altered(_ row: [String: String], _ kind: Kind) -> [String: String] {
        row.merging(self.row(kind).filter { !kind.schema.naturalKey.contains($0.key) }) { $1 }
    }

    private mutating func spoilt(_ row: [String: String], _ kind: Kind) -> [String: String] {
        let faults: [[String: String]] =
            switch kind {
            case .breathTest: [["tested_at": "2025-13-01 00:00:00"], ["alcohol": "许多"], ["device": ""], ["mode": "奇"]]
            case .caseFile: [["case_no": ""], ["category": text() + "?"], ["filed_at": text() + "?"]]
            default: [["sent_at": "昨天"], ["status": "\"sent\""], ["message_no": " "]]
            }
        return row.merging(faults.randomElement(using: &random) ?? [:]) { $1 }
    }

    // MARK: - Chance

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 1...one, using: &random) == 1 }

    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

    private mutating func text() -> String {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in pick(Self.pieces) }.joined()
    }

    private mutating func moment() -> String {
        Instant(microseconds: 1_741_003_200_000_000)
            .adding(seconds: Int64(Int.random(in: 0...200_000, using: &random))).chinaSecondText
    }
}
