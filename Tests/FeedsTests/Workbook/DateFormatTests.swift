import TestSupport
import Testing

@testable import Feeds

@Suite("Dates are numbers that a format shows")
struct DateFormatTests {
    @Test(
        "which formats show dates and times",
        arguments: [
            ("yyyy-mm-dd", NumberFormat.date), ("yyyy\"年\"m\"月\"d\"日\";@", .date), ("[$-804]yyyy/m/d h:mm", .dateTime),
            ("h:mm:ss AM/PM", .time), ("上午/下午h\"时\"mm\"分\"", .time), ("[h]:mm:ss", .duration), ("[Red]0.00", .number),
            ("General", .number), ("0.00E+00", .number), ("#,##0.00_);[Red]\\(#,##0.00\\)", .number),
            ("\"day\"0", .number),
            ("0;yyyy", .number), ("[$-404]e/m/d", .date), ("[$-30804]ggge年", .date), ("mm:ss.0", .time),
            ("mmmm", .date),
            ("@", .number), ("0\\d", .number), ("[DBNum1][$-804]yyyy\"年\"", .date), ("", .number),
        ]
    )
    func codes(code: String, format: NumberFormat) { #expect(NumberFormat(code: code) == format) }

    private func text(_ serial: Double, _ format: NumberFormat, is1904: Bool = false) -> String? {
        var output: [UInt8] = []
        return SerialDate.append(serial, format, is1904: is1904, to: &output)
            ? String(decoding: output, as: UTF8.self) : nil
    }

    @Test("both calendars, with the day of 1900 that never was")
    func calendars() {
        #expect(text(1, .date) == "1900-01-01")
        #expect(text(59, .date) == "1900-02-28")
        #expect(text(60, .date) == "1900-02-29")
        #expect(text(61, .date) == "1900-03-01")
        #expect(text(46_023, .date) == "2026-01-01")
        #expect(text(2_958_465, .date) == "9999-12-31")
        #expect(text(0, .date, is1904: true) == "1904-01-01")
        #expect(text(44_561, .date, is1904: true) == "2026-01-01")
    }

    @Test("times to the second, and nothing left out that the number holds")
    func times() {
        #expect(text(46_023.295_138_888_89, .dateTime) == "2026-01-01 07:05:00")
        #expect(text(46_023, .dateTime) == "2026-01-01 00:00:00")
        #expect(text(46_023.5, .date) == "2026-01-01 12:00:00")
        #expect(text(46_023.5, .time) == "2026-01-01 12:00:00")
        #expect(text(0.999_994, .time) == "23:59:59")
        #expect(text(0.75, .dateTime) == "18:00:00")
        #expect(text(1.5, .duration) == "36:00:00")
        #expect(text(46_022.999_999_9, .dateTime) == "2026-01-01 00:00:00")
    }

    @Test("what is no date stays a number")
    func noDates() {
        #expect(text(-1, .date) == nil)
        #expect(text(2_958_466, .date) == nil)
        #expect(text(1e300, .dateTime) == nil)
        #expect(text(5, .number) == nil)
    }

    @Test("the formats a workbook has without naming them, and its own, reach the cells")
    func inSheets() throws {
        var book = XLSXBytes(
            "<row r='1'><c s='0'><v>46023</v></c><c s='1'><v>46023</v></c><c s='2'><v>46023.5</v></c><c s='3'><v>0.5</v></c>"
                + "<c s='4'><v>46023</v></c><c s='9'><v>46023</v></c><c s='1'><v>-3</v></c><c s='1' t='s'><v>0</v></c>"
                + "<c t='d'><v>2026-01-01T08:00:00.000Z</v></c></row>"
        )
        book.shared = "<si><t>日期</t></si>"
        book.formats = ["yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"]
        book.styles = [0, 14, 22, 20, 164]
        #expect(
            try readSheet(book).first?.cells == [
                "46023", "2026-01-01", "2026-01-01 12:00:00", "12:00:00", "2026-01-01", "46023", "-3", "日期",
                "2026-01-01 08:00:00",
            ]
        )
        book.is1904 = true
        #expect(try readSheet(book).first?.cells[1] == "2030-01-02")
    }
}
