import Foundation
import Model
import Testing

@Suite struct ZoneTests {
    private func utc(_ local: String, _ zone: String) throws -> String? {
        let bytes = Array(local.utf8)
        return try TimeFormat("yyyy-MM-dd HH:mm:ss").parse(bytes.span, zone: Zone(zone))?.utcText
    }

    @Test(
        "local times become instants",
        arguments: [
            ("Asia/Shanghai", "2025-03-01 08:00:00", "2025-03-01T00:00:00Z"),
            ("UTC", "2025-03-01 08:00:00", "2025-03-01T08:00:00Z"),
            ("+08:00", "2025-03-01 08:00:00", "2025-03-01T00:00:00Z"),
            ("-0600", "2025-03-01 08:00:00", "2025-03-01T14:00:00Z"),
            ("America/Chicago", "2025-01-15 08:00:00", "2025-01-15T14:00:00Z"),
            ("America/Chicago", "2025-07-15 08:00:00", "2025-07-15T13:00:00Z"),
            ("America/New_York", "2019-07-04 00:00:00", "2019-07-04T04:00:00Z"),
            ("Australia/Sydney", "2025-01-15 08:00:00", "2025-01-14T21:00:00Z"),
            ("Asia/Kathmandu", "2025-01-15 05:45:00", "2025-01-15T00:00:00Z"),
            ("Europe/Berlin", "1995-10-01 12:00:00", "1995-10-01T11:00:00Z"),
        ]
    )
    func local(zone: String, local: String, instant: String) throws {
        #expect(try utc(local, zone) == instant)
    }

    @Test("a time the clocks skip in spring is refused")
    func gap() throws {
        #expect(try utc("2025-03-09 01:59:59", "America/Chicago") == "2025-03-09T07:59:59Z")
        #expect(try utc("2025-03-09 02:00:00", "America/Chicago") == nil)
        #expect(try utc("2025-03-09 02:59:59", "America/Chicago") == nil)
        #expect(try utc("2025-03-09 03:00:00", "America/Chicago") == "2025-03-09T08:00:00Z")
        #expect(try utc("2025-10-05 02:15:00", "Australia/Lord_Howe") == nil)
    }

    @Test("a time that occurs twice in autumn is the first of the two")
    func fold() throws {
        #expect(try utc("2025-11-02 00:59:59", "America/Chicago") == "2025-11-02T05:59:59Z")
        #expect(try utc("2025-11-02 01:30:00", "America/Chicago") == "2025-11-02T06:30:00Z")
        #expect(try utc("2025-11-02 02:00:00", "America/Chicago") == "2025-11-02T08:00:00Z")
    }

    @Test(
        "names that are no zone are refused with a remedy",
        arguments: [
            "", "Mars/Olympus", "CST", "+25:00", "+8", "+08:00x", "Asia/Shanghai ", "/", "../etc/passwd", "America/",
        ]
    )
    func unknown(name: String) {
        let error = #expect(throws: ZoneError.self) { try Zone(name) }
        #expect(error?.description.contains("Asia/Shanghai") == true)
    }

    @Test(
        "the table of a zone says what Foundation says, and leads back to the same clock",
        arguments: ["America/Chicago", "America/New_York", "Europe/London", "Africa/Casablanca", "Australia/Lord_Howe"]
    )
    func agrees(name: String) throws {
        let zone = try Zone(name)
        let reference = try #require(TimeZone(identifier: name))
        var chance = Chance(seed: 13)
        var wrong: [Instant] = []
        for _ in 0..<4000 {
            let seconds = Int64.random(in: -2_208_000_000...7_289_000_000, using: &chance)
            let instant = Instant(microseconds: seconds * 1_000_000)
            let offset = zone.offset(at: instant)
            let expected = reference.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
            if offset != expected { wrong.append(instant) }
            let shown = instant.local(offset: offset)
            let read = zone.instant(shown.day, secondOfDay: Int(shown.microseconds / 1_000_000))
            guard let read, read <= instant else {
                wrong.append(instant)
                continue
            }
            if read.local(offset: zone.offset(at: read)) != shown { wrong.append(instant) }
        }
        #expect(wrong.isEmpty)
    }

    @Test("a second of day beyond the day, and days beyond all reckoning, name no instant and do no harm")
    func extremes() throws {
        let zone = try Zone("America/Chicago")
        #expect(zone.instant(Day(number: 0), secondOfDay: 86_400) == nil)
        #expect(zone.instant(Day(number: 0), secondOfDay: .max) == nil)
        _ = zone.instant(Day(number: .max), secondOfDay: 0)
        _ = zone.instant(Day(number: .min), secondOfDay: 0)
    }
}
