import Daemon
import Feeds
import FoundationEssentials
import Model
import Postgres
import Settings
import TestSupport
import Testing

@Suite("Passes", .ownDatabase, .timeLimit(.minutes(20)))
struct PassesTests {
    @Test("what is stored can be looked at without the key for personal data; nothing is taken in without it")
    func withoutKey() async throws {
        let house = try await House.plain()
        var configuration = house.configuration
        configuration.pepperFile += ".absent"
        let connection = Connection(OwnDatabase.parameters, label: "test")
        #expect(throws: StartFault.self) { try Passes(configuration, connection: connection, reading: .here) }
        let passes = try Passes(configuration, connection: connection, reading: .here, takesIn: false)
        try await passes.prepare()
        let now = try #require(Instant(rfc3339: "2025-03-17T09:00:00+08:00"))
        _ = try await passes.review(now: now)
        let feed = try house.feed("breath_test")
        var looks = SettlingFiles()
        await #expect(throws: StartFault.self) {
            _ = try await passes.intake(feed, looks: &looks, now: now, clock: now) { _ in }
        }
    }

    @Test("a digest asked for in a second language keeps its number and its span")
    func translated() async throws {
        let house = try await House.plain()
        let first = try #require(Instant(rfc3339: "2025-03-16T09:00:00+08:00"))
        let second = try #require(Instant(rfc3339: "2025-03-17T09:00:00+08:00"))
        _ = try await house.passes.report(now: first, language: .chinese)
        let (chinese, chinesePage) = try await house.passes.report(now: second, language: .chinese)
        let (english, englishPage) = try await house.passes.report(now: second, language: .english)
        #expect(chinese.number == 2 && english.number == 2)
        #expect(english.text.contains("2025-03-16 09:00 to 2025-03-17 09:00"))
        #expect(englishPage == chinesePage.replacing(".html", with: ".en.html"))
        let (again, _) = try await house.passes.report(now: second, language: .chinese)
        #expect(again == chinese)
    }
}
