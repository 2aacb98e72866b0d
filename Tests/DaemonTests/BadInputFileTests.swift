import Foundation
import TestSupport
import Testing

@Suite("Files a feed should not have handed over", .ownDatabase, .timeLimit(.minutes(20)))
struct BadInputFileTests {
    private static let header = BadInputPlace.header

    /// What the delivery is known by: the four fates, or the reason nothing was read.
    private static let fate = """
        SELECT coalesce(unreadable, concat_ws(' ', read, '=', stored, revised, unchanged, rejected))
        FROM docket.delivery ORDER BY number
        """

    /// A file nothing can be read of.
    struct Unreadable: CustomTestStringConvertible, Sendable {
        let what: String
        let bytes: [UInt8]
        let reason: String
        var testDescription: String { what }

        init(_ what: String, _ text: String, _ reason: String) { self.init(what, Array(text.utf8), reason) }

        init(_ what: String, _ bytes: [UInt8], _ reason: String) {
            (self.what, self.bytes, self.reason) = (what, bytes, reason)
        }
    }

    private static let unreadableFiles = [
        Unreadable("empty", "", "文件是空的 / the file is empty; 请重新导出 / export it again"),
        Unreadable("a mark and nothing behind it", "\u{FEFF}", "the file is empty"),
        Unreadable("blank lines", "\n\n\n", "第 1 行 / line 1: 第 1 行没有列名 / no column names on line 1; 改正 csv.header_row"),
        Unreadable("an image", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "这不是 CSV"),
        Unreadable("a workbook", [0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0], "这不是 CSV"),
        Unreadable(
            "bytes",
            (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) },
            "请导出为 CSV / export it as CSV"
        ),
        Unreadable("UTF-16", [0xFF, 0xFE, 0x41, 0, 0x2C, 0, 0x42, 0], "the file begins with a mark of utf-16"),
        Unreadable("GB 18030", [0xC9, 0xE8, 0xB1, 0xB8, 0x2C, 0xBC, 0xC7, 0xC2, 0xBC, 10], "csv.encoding"),
        Unreadable("semicolons", header.replacing(",", with: ";"), "第 1 行 / line 1: 缺少列 / columns are missing: 设备编号"),
        Unreadable("a column more", "备注," + header, "有未声明的列 / columns the feed does not know: 备注; 写入 columns 或 ignore"),
        Unreadable("a column less", "设备编号,记录号,测试时间,姓名\n", "columns are missing: 测试值"),
        Unreadable("a column twice", "姓名," + header, "第 1 列与第 6 列同名 / columns 1 and 6 bear the same name"),
        Unreadable("a nameless column", "," + header, "第 1 列没有列名 / column 1 has no name"),
        Unreadable("a header never closed", "\"" + header, "第 1 行 / line 1: 列名行无法解析"),
    ]

    @Test(
        "nothing of it is taken, the reason is kept with its remedy, and the next file is taken",
        arguments: unreadableFiles
    )
    func unreadable(file: Unreadable) async throws {
        let place = try BadInputPlace()
        let passes = try await place.passes()
        try place.deliver(file.bytes, as: "a.csv")
        try await place.intake(passes)
        let fates = try await BadInputPlace.texts(Self.fate)
        #expect(fates.count == 1)
        #expect(fates.first?.contains(file.reason) == true, "\(fates)")
        #expect(fates.first?.contains("; ") == true, "cause and remedy: \(fates)")
        #expect(try await BadInputPlace.texts("SELECT key FROM docket.breath_test").isEmpty)
        try place.deliver(Self.header + BadInputPlace.row(1), as: "b.csv")
        try await place.intake(passes)
        #expect(try await BadInputPlace.texts(Self.fate).last == "1 = 1 0 0 0")
    }

    /// A file some rows of which are refused.
    struct Ragged: CustomTestStringConvertible, Sendable {
        let what: String
        let bytes: [UInt8]
        let fate: String
        /// Line, reason and part of the explanation of each rejection.
        let rejections: [(line: String, words: String)]
        var testDescription: String { what }

        init(_ what: String, _ rows: String, _ fate: String, _ rejections: [(String, String)]) {
            self.init(what, Array(rows.utf8), fate, rejections)
        }

        init(_ what: String, _ rows: [UInt8], _ fate: String, _ rejections: [(String, String)]) {
            self.what = what
            bytes = Array(header.utf8) + rows
            self.fate = fate
            self.rejections = rejections.map { (line: $0.0, words: $0.1) }
        }
    }

    private static let raggedFiles = [
        Ragged("only a header", "", "0 = 0 0 0 0", []),
        Ragged("cut short", BadInputPlace.row(1) + "JC01,2,2025-03-0", "2 = 1 0 0 1", [("3", "有 3 列，应有 5 列")]),
        Ragged(
            "rows of three and of seven cells",
            "a,b,c\n" + BadInputPlace.row(1) + "a,b,c,d,e,f,g\n",
            "3 = 1 0 0 2",
            [("2", "有 3 列，应有 5 列"), ("4", "7 fields where the header has 5")]
        ),
        Ragged(
            "an unclosed quote before sound rows",
            "JC01,\"9,x\n" + (1...500).map { BadInputPlace.row($0) }.joined(),
            "501 = 500 0 0 1",
            [("2", "引号没有结束 / a quote is opened and never closed")]
        ),
        Ragged("a quote within a cell", "JC\"01,1,2,3,4\n" + BadInputPlace.row(1), "2 = 1 0 0 1", [("2", "引号")]),
        Ragged("a NUL within a row", "JC\0,1,2,3,4\n" + BadInputPlace.row(1), "2 = 1 0 0 1", [("2", "a NUL byte")]),
        Ragged(
            "a row in another character set",
            Array("JC01,7,2025-03-03 21:10:00,45.2,".utf8) + [0xD5, 0xC5, 0xC8, 10] + Array(BadInputPlace.row(1).utf8),
            "2 = 1 0 0 1",
            [("2", "姓名|第 1 字节不是 utf-8 文字")]
        ),
        Ragged(
            "a date that never was",
            "JC01,1,2025-02-30 21:10:00,45.2,张三\n",
            "1 = 0 0 0 1",
            [("2", "不是 yyyy-MM-dd HH:mm:ss 形式的时间")]
        ),
        Ragged("a word for a number", "JC01,1,2025-03-03 21:10:00,high,张三\n", "1 = 0 0 0 1", [("2", "high")]),
        Ragged(
            "more than the instrument can show",
            "JC01,1,2025-03-03 21:10:00,441,张三\n",
            "1 = 0 0 0 1",
            [("2", "酒精值超出量程或为负")]
        ),
        Ragged("a required cell left empty", ",1,2025-03-03 21:10:00,45.2,张三\n", "1 = 0 0 0 1", [("2", "缺少必填值")]),
    ]

    @Test(
        "the rows that cannot be read are refused with their line, the others are taken, and so is the next file",
        arguments: raggedFiles
    )
    func ragged(file: Ragged) async throws {
        let place = try BadInputPlace()
        let passes = try await place.passes()
        try place.deliver(file.bytes, as: "a.csv")
        try await place.intake(passes)
        #expect(try await BadInputPlace.texts(Self.fate) == [file.fate])
        let found = try await BadInputPlace.texts(
            "SELECT concat_ws('|', line, reason, column_name, explanation) FROM docket.rejection ORDER BY line"
        )
        #expect(found.count == file.rejections.count)
        for (text, (line, words)) in zip(found, file.rejections) {
            #expect(text.hasPrefix(line + "|") && text.contains(words), "\(text)")
        }
        let sums = "SELECT 'x' FROM docket.delivery WHERE read <> stored + revised + unchanged + rejected"
        #expect(try await BadInputPlace.texts(sums).isEmpty)
        try place.deliver(Self.header + BadInputPlace.row(9001), as: "b.csv")
        try await place.intake(passes)
        #expect(try await BadInputPlace.texts(Self.fate).last == "1 = 1 0 0 0")
    }

    @Test("every line opening a quote that is never closed costs its own row and no more, in linear time")
    func quoteBomb() async throws {
        let place = try BadInputPlace()
        let passes = try await place.passes()
        let lines = 100_000
        try place.deliver(
            Self.header + String(repeating: "JC01,\"\n", count: lines) + BadInputPlace.row(1),
            as: "a.csv"
        )
        try await place.intake(passes)
        let fate = try #require(try await BadInputPlace.texts(Self.fate).first)
        #expect(fate == "\(lines + 1) = 1 0 0 \(lines)")
    }
}
