import Model
import Testing

@Suite struct TimeFormatTests {
    private func read(_ text: String, _ pattern: String, _ zone: Zone = .china) throws -> String? {
        let bytes = Array(text.utf8)
        return try TimeFormat(pattern).parse(bytes.span, zone: zone)?.chinaRFC3339Text
    }

    @Test(
        "the ways sources write 2025-03-01 08:05:09",
        arguments: [
            ("yyyy-MM-dd HH:mm:ss", "2025-03-01 08:05:09"),
            ("yyyy-MM-dd HH:mm:ss", "  2025-03-01   08:05:09\t"),
            ("yyyy/M/d H:m:s", "2025/3/1 8:5:9"),
            ("yyyy/M/d H:m:s", "2025/03/01 08:05:09"),
            ("yyyyMMddHHmmss", "20250301080509"),
            ("yyyy年MM月dd日 HH时mm分ss秒", "2025年03月01日 08时05分09秒"),
            ("yyyy年M月d日H时m分s秒", "2025年3月1日8时5分9秒"),
            ("MM/dd/yyyy hh:mm:ss a", "03/01/2025 08:05:09 AM"),
            ("M/d/yyyy h:mm:ss a", "3/1/2025 8:05:09 am"),
            ("yyyy-MM-dd ah:mm:ss", "2025-03-01 上午8:05:09"),
            ("yyyy-MM-ddTHH:mm:ssXXX", "2025-03-01T08:05:09+08:00"),
            ("yyyy-MM-dd'T'HH:mm:ssXXX", "2025-03-01T00:05:09Z"),
            ("yyyy-MM-dd HH:mm:ss XXX", "2025-02-28 18:05:09 -0600"),
            ("yyyy-MM-dd HH:mm:ss.SSS", "2025-03-01 08:05:09.000"),
            ("yyyy-MM-dd HH:mm:ss[.SSS]", "2025-03-01 08:05:09"),
            ("yyyy-MM-dd HH:mm:ss[.S]", "2025-03-01 08:05:09.0000000"),
            ("dd.MM.yyyy 'um' HH:mm:ss", "01.03.2025 um 08:05:09"),
            ("dd''MM''yyyy HH:mm:ss", "01'03'2025 08:05:09"),
        ]
    )
    func written(pattern: String, text: String) throws {
        #expect(try read(text, pattern) == "2025-03-01T08:05:09+08:00")
    }

    @Test(
        "fields a pattern leaves out are zero",
        arguments: [
            ("yyyy-MM-dd", "2025-03-01", "2025-03-01T00:00:00+08:00"),
            ("yyyy M d H", "2025 3 1 0", "2025-03-01T00:00:00+08:00"),
            ("yyyy M d H", "2014 12 31 23", "2014-12-31T23:00:00+08:00"),
            ("yyyy-MM-dd HH:mm", "2025-03-01 08:30", "2025-03-01T08:30:00+08:00"),
            ("yyyy-MM-dd[ HH:mm]", "2025-03-01", "2025-03-01T00:00:00+08:00"),
            ("yyyy-MM-dd[ HH:mm]", "2025-03-01 08:30", "2025-03-01T08:30:00+08:00"),
            ("yyyy-MM-dd HH:mm:ss[.SSS]", "2025-03-01 08:05:09.250", "2025-03-01T08:05:09.25+08:00"),
            ("yyyy-MM-dd HH:mm:ss.SSSSSSSSS", "2025-03-01 08:05:09.123456789", "2025-03-01T08:05:09.123456+08:00"),
        ]
    )
    func partial(pattern: String, text: String, instant: String) throws {
        #expect(try read(text, pattern) == instant)
    }

    @Test("twelve o'clock is the first hour of either half of the day")
    func noon() throws {
        let pattern = "MM/dd/yyyy hh:mm a"
        #expect(try read("03/01/2025 12:00 AM", pattern) == "2025-03-01T00:00:00+08:00")
        #expect(try read("03/01/2025 12:00 PM", pattern) == "2025-03-01T12:00:00+08:00")
        #expect(try read("03/01/2025 11:59 PM", pattern) == "2025-03-01T23:59:00+08:00")
        #expect(try read("2025-03-01 下午1:00", "yyyy-MM-dd ah:mm") == "2025-03-01T13:00:00+08:00")
        #expect(try read("03/01/2025 13:00 PM", pattern) == nil)
        #expect(try read("03/01/2025 00:00 AM", pattern) == nil)
    }

    @Test(
        "what is no time is refused",
        arguments: [
            "2025-02-29 00:00:00", "2025-03-01 24:00:00", "2025-03-01 23:59:60", "2025-03-01 23:60:00",
            "1899-12-31 23:59:59",
            "2201-01-01 00:00:00", "0000-00-00 00:00:00", "2025-03-01", "2025-03-01 08:05", "2025-03-01 08:05:09x", "",
            "2025-03-01T08:05:09", "2025-3-1 08:05:09", "2025-03-0108:05:09", "x2025-03-01 08:05:09",
            "２025-03-01 08:05:09",
        ]
    )
    func refused(text: String) throws {
        #expect(try read(text, "yyyy-MM-dd HH:mm:ss") == nil)
    }

    @Test("a day is read from a date or a time, and checked as strictly")
    func days() throws {
        func day(_ text: String, _ pattern: String) throws -> String? {
            let bytes = Array(text.utf8)
            return try TimeFormat(pattern).parseDay(bytes.span)?.text
        }
        #expect(try day("2025/3/1", "yyyy/M/d") == "2025-03-01")
        #expect(try day("20250301235959", "yyyyMMddHHmmss") == "2025-03-01")
        #expect(try day("20250301240000", "yyyyMMddHHmmss") == nil)
        #expect(try day("20250230", "yyyyMMdd") == nil)
    }

    @Test(
        "a pattern that cannot work is refused with its place",
        arguments: [
            ("yyyy-MM-dd HH:mm:xx", 18), ("yy-MM-dd", 1), ("yyyy-MM", 8), ("yyyy-MM-dd mm", 14), ("yyyy-MM-dd hh", 14),
            ("yyyy-MM-dd HH a", 16), ("yyyy-MM-dd MM", 12), ("yyyyMd", 6), ("yyyy-MM-dd[ HH", 11), ("yyyy-MM-dd]", 11),
            ("yyyy-MM-dd[ HH[:mm]]", 15), ("yyyy-MM-dd 'at HH", 12), ("YYYY-MM-dd", 1), ("", 1),
            ("yyyy-MM-dd HH hh a", 19),
            ("yyyy-MM-ddZ", 11), ("yyyy-MMM-dd", 6), ("yyyy-M-d[HH]", 10),
        ]
    )
    func badPattern(pattern: String, position: Int) throws {
        let error = #expect(throws: TimeFormatError.self) { try TimeFormat(pattern) }
        #expect(error?.position == position)
        #expect(error?.description.contains(pattern) == true)
    }

    @Test("every instant written in a format is read back from it")
    func roundTrip() throws {
        let format = try TimeFormat("yyyy-MM-dd HH:mm:ss")
        var chance = Chance(seed: 11)
        var wrong: [Instant] = []
        for _ in 0..<20_000 {
            let seconds = Int64.random(in: -2_208_945_600...7_289_539_199, using: &chance)
            let instant = Instant(microseconds: seconds * 1_000_000)
            let bytes = Array(instant.chinaSecondText.utf8)
            if format.parse(bytes.span, zone: .china) != instant { wrong.append(instant) }
        }
        #expect(wrong.isEmpty)
    }
}
