import Model
import Testing

@Suite struct InstantTests {
    @Test("an instant is written in China time and in UTC")
    func written() throws {
        let instant = try #require(Instant(rfc3339: "2025-03-01T00:30:15Z"))
        #expect(instant.chinaMinuteText == "2025-03-01 08:30")
        #expect(instant.chinaSecondText == "2025-03-01 08:30:15")
        #expect(instant.chinaRFC3339Text == "2025-03-01T08:30:15+08:00")
        #expect(instant.utcText == "2025-03-01T00:30:15Z")
    }

    @Test(
        "a fraction is written only where there is one",
        arguments: [(500_000, ".5"), (1, ".000001"), (120_300, ".1203"), (0, "")]
    )
    func fraction(microseconds: Int64, text: String) {
        #expect(Instant(microseconds: microseconds).utcText == "1970-01-01T00:00:00\(text)Z")
    }

    @Test("time before 1970 is written forwards all the same")
    func before1970() {
        #expect(Instant(microseconds: -1).utcText == "1969-12-31T23:59:59.999999Z")
        #expect(ChinaTime.day(of: Instant(microseconds: -28_800_000_001)) == Day(number: -1))
        #expect(ChinaTime.day(of: Instant(microseconds: -28_800_000_000)) == Day(number: 0))
    }

    @Test(
        "offsets of every spelling name the same instant",
        arguments: [
            "2025-03-01T08:30:15+08:00", "2025-03-01T08:30:15+0800", "2025-03-01t08:30:15+08", "2025-03-01 00:30:15z",
            "2025-02-28T18:30:15.000-06:00", "2025-03-01T06:00:15+05:30", "2025-03-01T00:30:15.0000000009Z",
        ]
    )
    func offsets(text: String) {
        #expect(Instant(rfc3339: text) == Instant(rfc3339: "2025-03-01T00:30:15Z"))
    }

    @Test(
        "what is no RFC 3339 is refused",
        arguments: [
            "2025-03-01T00:30:15", "2025-03-01", "2025-03-01T24:00:00Z", "2025-03-01T23:59:60Z", "2025-03-01T23:60:00Z",
            "2025-02-30T00:00:00Z", "2025-03-01T00:30:15+", "2025-03-01T00:30:15+8", "2025-03-01T00:30:15+08:",
            "2025-03-01T00:30:15+08:60", "2025-03-01T00:30:15+99:00", "2025-03-01T00:30:15.Z", "2025-03-01T00:30Z", "",
            "2025-03-01T00:30:15Zz", "2025-03-01X00:30:15Z", "2025-03-01T0:30:15Z",
        ]
    )
    func refused(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test("instants of 1900 to 2200 come back from their text")
    func roundTrip() {
        var chance = Chance(seed: 7)
        var wrong: [Int64] = []
        for _ in 0..<20_000 {
            let instant = Instant(
                microseconds: Int64.random(in: -2_208_988_800_000_000...7_289_568_000_000_000, using: &chance)
            )
            if Instant(rfc3339: instant.utcText) != instant { wrong.append(instant.microseconds) }
            if Instant(rfc3339: instant.chinaRFC3339Text) != instant { wrong.append(instant.microseconds) }
            let day = ChinaTime.day(of: instant)
            let since = instant.seconds(since: ChinaTime.startOfDay(day))
            if since != Int64(ChinaTime.secondOfDay(instant)) { wrong.append(instant.microseconds) }
        }
        #expect(wrong.isEmpty)
    }

    @Test("the ends of the range hold instead of trapping")
    func ends() {
        let (first, last) = (Instant(microseconds: .min), Instant(microseconds: .max))
        for instant in [first, last] {
            #expect(!instant.chinaRFC3339Text.isEmpty && !instant.utcText.isEmpty)
            #expect((0..<86_400).contains(ChinaTime.secondOfDay(instant)))
        }
        #expect(ChinaTime.startOfDay(Day(number: .max)) > Instant(microseconds: .max - 86_400_000_000))
        #expect(ChinaTime.startOfDay(Day(number: .min)) < Instant(microseconds: .min + 86_400_000_000))
        #expect(last.seconds(since: first) == .max)
        #expect(first.seconds(since: last) == .min)
    }

    @Test("an hour, minute or second that is on no clock names no instant")
    func noTime() {
        let day = Day(number: 20_000)
        #expect(ChinaTime.instant(day, hour: 24) == nil)
        #expect(ChinaTime.instant(day, hour: 8, minute: 60) == nil)
        #expect(ChinaTime.instant(day, hour: 8, minute: 0, second: -1) == nil)
        #expect(ChinaTime.instant(day, hour: 23, minute: 59, second: 59)?.chinaSecondText == "2024-10-04 23:59:59")
    }
}
