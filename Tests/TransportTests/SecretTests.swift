import Testing
import Transport

@Suite("A secret")
struct SecretTests {
    @Test("never shows when it is printed, described or reflected")
    func isMasked() {
        let secret = Secret("open sesame")
        let credentials = Credentials.password(user: "docket", secret)
        for text in ["\(secret)", String(reflecting: secret), "\(credentials)", String(reflecting: credentials)] {
            #expect(!text.contains("sesame"))
        }
        var dumped = ""
        dump(credentials, to: &dumped)
        #expect(!dumped.contains("sesame"))
    }
}
