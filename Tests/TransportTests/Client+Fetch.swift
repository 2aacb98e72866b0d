import Testing
import Transport

extension Client {
    /// The whole body of what a URL leads to, as text.
    borrowing func fetch(
        _ url: String,
        limits: TransferLimits = TransferLimits(),
        trust: ServerTrust = ServerTrust()
    ) throws -> (response: Response, body: String) {
        var bytes: [UInt8] = []
        let request = Request(try #require(Address(url)), trust: trust, limits: limits)
        let response = try perform(request) { bytes += $0 }
        return (response, String(decoding: bytes, as: UTF8.self))
    }
}
