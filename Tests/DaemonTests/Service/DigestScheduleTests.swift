import Daemon
import Model
import Testing

@Suite("The daily digest")
struct DigestScheduleTests {
    private let schedule = DigestSchedule(minute: 8 * 60)

    private func at(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text + "+08:00")) }

    @Test("is due at once where there never was one")
    func first() throws {
        #expect(schedule.isDue(at: try at("2025-03-01T03:00:00"), last: nil))
    }

    @Test("is due from its minute on, once a day")
    func daily() throws {
        let yesterday = try at("2025-03-01T08:00:05")
        #expect(!schedule.isDue(at: try at("2025-03-02T07:59:59"), last: yesterday))
        #expect(schedule.isDue(at: try at("2025-03-02T08:00:00"), last: yesterday))
        #expect(!schedule.isDue(at: try at("2025-03-02T23:00:00"), last: try at("2025-03-02T08:00:00")))
    }

    @Test("is written once after days of silence, not once for each of them")
    func missed() throws {
        let now = try at("2025-03-09T07:00:00")
        #expect(schedule.isDue(at: now, last: try at("2025-03-01T08:00:00")))
        #expect(!schedule.isDue(at: now, last: now))
    }
}
