import Model
import Settings
import Testing

@Suite("The configuration that is shipped")
struct ShippedConfigTests {
    @Test("loads without a problem")
    func loads() throws {
        let configuration = try Configuration.load(path: Repository.config + "/docket.yaml")
        #expect(
            configuration.checks.map(\.id) == [
                "drink-no-measure", "drunk-no-case", "reading-no-video", "sms-unreviewed",
            ]
        )
        #expect(configuration.fingerprint.count == 64)
        #expect(configuration.region == 430800)
    }
}
