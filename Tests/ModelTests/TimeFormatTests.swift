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
            ("yyyy-MM-dd HH:mm:ss", "２０２５－０３－０１　０８：０５：０９"),
            ("yyyy／M／d H：m：s", "2025/3/1 8:5:9"),
            ("yyyy/M/d[ ]ah:mm:ss", "2025/3/1上午8:05:09"),
            ("yyyy/M/d h:mm:ss a", "2025/3/1 8:05:09 Am"),
            ("iso-8601", "2025-03-01T08:05:09+08:00"),
            ("iso-8601", "2025-03-01T00:05:09.000Z"),
            ("iso-8601", "2025-03-01T00:05:09,0Z"),
            ("iso-8601", "20250301T080509"),
            ("iso-8601", "20250301T080509+0800"),
            ("[民國]R年M月d日 H:mm:ss", "民國114年3月1日 8:05:09"),
            ("RRRMMddHHmmss", "1140301080509"),
            ("R.MM.dd HH:mm:ss", "114.03.01 08:05:09"),
            ("excel", "45717.33690972222"),
            ("excel-1904", "44255.33690972222"),
            ("unix", "1740787509"),
            ("unix", "1.740787509E9"),
            ("unix-ms", "1740787509000"),
            ("unix-ms", "１７４０７８７５０９０００"),
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
            "２〇２５-03-01 08:05:09", "二〇二五-03-01 08:05:09",
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
            ("yyyy-MM-ddZ", 11), ("yyyy-MMM-dd", 6), ("yyyy-M-d[HH]", 10), ("RMMdd", 2), ("RRRR/MM/dd", 1),
            ("yyyy/RRR/MM/dd", 15), ("Excel", 1), ("iso8601", 1),
        ]
    )
    func badPattern(pattern: String, position: Int) throws {
        let error = #expect(throws: TimeFormatError.self) { try TimeFormat(pattern) }
        #expect(error?.position == position)
        #expect(error?.description.contains(pattern) == true)
    }

    @Test(
        "the ways registers write days, in the years of the Republic too",
        arguments: [
            ("[民國]R年M月d日", "民國105年3月7日"), ("[民國]R年M月d日", "105年3月7日"), ("R/M/d", "105/3/7"), ("R/M/d", "105/03/07"),
            ("R/M/d", "１０５／３／７"), ("R.MM.dd", "105.03.07"), ("RRRMMdd", "1050307"), ("R-M-d", "105-3-7"),
            ("yyyy年M月d日", "2016年3月7日"), ("yyyyMMdd", "20160307"), ("iso-8601", "2016-03-07"), ("iso-8601", "20160307"),
            ("excel", "42436"), ("excel", "42436.999"), ("excel-1904", "40974"), ("unix", "1457280000"),
            ("unix-ms", "1457366399999"),
        ]
    )
    func days(pattern: String, text: String) throws {
        let bytes = Array(text.utf8)
        #expect(try TimeFormat(pattern).parseDay(bytes.span)?.text == "2016-03-07")
    }

    @Test("two digits are a year of the Republic only where three are not demanded, and no year is the year 0")
    func yearsOfTheRepublic() throws {
        #expect(try read("99/12/31", "R/M/d") == "2010-12-31T00:00:00+08:00")
        #expect(try read("0991231", "RRRMMdd") == "2010-12-31T00:00:00+08:00")
        for (text, pattern) in [
            ("991231", "RRRMMdd"), ("0/1/1", "R/M/d"), ("2016/3/7", "R/M/d"), ("105/2/30", "R/M/d"),
        ] {
            #expect(try read(text, pattern) == nil, "\(text)")
        }
    }

    @Test(
        "the serials of Excel are days, as its two systems count them",
        arguments: [
            ("excel", "1", "1900-01-01T00:00:00+08:00"), ("excel", "59", "1900-02-28T00:00:00+08:00"),
            ("excel", "61", "1900-03-01T00:00:00+08:00"), ("excel", "45000.25", "2023-03-15T06:00:00+08:00"),
            ("excel", "45000,25", "2023-03-15T06:00:00+08:00"), ("excel", "4.500025E4", "2023-03-15T06:00:00+08:00"),
            ("excel", "45000.295138888891", "2023-03-15T07:05:00+08:00"),
            ("excel", "45000.99999999999", "2023-03-16T00:00:00+08:00"),
            ("excel-1904", "0", "1904-01-01T00:00:00+08:00"), ("excel-1904", "60", "1904-03-01T00:00:00+08:00"),
        ] as [(String, String, String)]
    )
    func serials(pattern: String, text: String, instant: String) throws {
        #expect(try read(text, pattern) == instant)
    }

    @Test(
        "what is no serial, or no day of its system, is refused",
        arguments: ["0", "60", "60.5", "-1", "2958466", "1e9", "99999999999999999999", "45,000", "", "x", "2023-03-15"]
    )
    func noSerials(text: String) throws {
        #expect(try read(text, "excel") == nil)
    }

    @Test("a number of seconds names a moment, whose day depends on the zone")
    func seconds() throws {
        let bytes = Array("1457362800".utf8)
        let format = try TimeFormat("unix")
        #expect(format.bearsOffset && format.needsZoneForDay)
        #expect(format.parseDay(bytes.span, zone: .china)?.text == "2016-03-07")
        #expect(format.parseDay(bytes.span, zone: try Zone("+09:00"))?.text == "2016-03-08")
        #expect(try read("1457362800.25", "unix") == "2016-03-07T23:00:00.25+08:00")
        for text in ["99999999999", "-9999999999", "1e300", "１e", "."] { #expect(try read(text, "unix") == nil) }
    }

    @Test("a form bears its own offset only where no text of it can lack one")
    func offsets() throws {
        for (pattern, bears) in [
            ("yyyy-MM-ddXXX", true), ("yyyy-MM-dd[XXX]", false), ("yyyy-MM-dd'X'", false), ("iso-8601", false),
            ("excel", false), ("unix-ms", true),
        ] {
            #expect(try TimeFormat(pattern).bearsOffset == bears, "\(pattern)")
        }
    }

    @Test("of a day that orders of writing read as two days, every pair of forms gives two: the list then refuses it")
    func ambiguousOrders() throws {
        let (monthFirst, dayFirst) = (try TimeFormat("M/d/yyyy"), try TimeFormat("d/M/yyyy"))
        for month in 1...12 {
            for day in 1...28 {
                let bytes = Array("\(month)/\(day)/2026".utf8)
                let (american, european) = (monthFirst.parseDay(bytes.span), dayFirst.parseDay(bytes.span))
                #expect(american == Day(year: 2026, month: month, day: day))
                #expect(european == (day <= 12 ? Day(year: 2026, month: day, day: month) : nil))
            }
        }
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
