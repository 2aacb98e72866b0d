import Model
import Testing

@Suite struct AlertNumberTests {
    @Test(
        "a number is region, year and serial",
        arguments: [(12, "430800-2026-00012"), (123_456, "430800-2026-123456")]
    )
    func written(serial: Int64, text: String) throws {
        let number = try #require(AlertNumber(region: 430_800, year: 2026, serial: serial))
        #expect(number.description == text)
        #expect(AlertNumber(text) == number)
    }

    @Test(
        "an alert has one name only",
        arguments: [
            "", "430800-2026", "430800-2026-12", "430800-2026-000012", "430800-2026-00000", "43080-2026-00012",
            "430800-26-00012", "430800-2026-00012 ", "+30800-2026-00012", "430800--2026-00012", "430800-2026-00012-1",
            "430800-2026-99999999999999999999", "４30800-2026-00012",
        ]
    )
    func refused(text: String) {
        #expect(AlertNumber(text) == nil)
    }

    @Test("numbers are ordered by region, year and serial")
    func order() throws {
        let texts = ["430800-2025-99999", "430800-2026-00002", "430800-2026-100000", "430900-2024-00001"]
        #expect(try texts.reversed().map { try #require(AlertNumber($0)) }.sorted().map(\.description) == texts)
    }
}
