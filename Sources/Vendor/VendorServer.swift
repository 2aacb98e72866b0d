package import Simulation

/// A vendor's platform on the loopback: by token, page by page, and not always well.
package final class VendorServer: Sendable {
    private let server: ScriptedServer
    private let desk: VendorDesk

    /// - Parameters:
    ///   - platform: what it hands out.
    ///   - misbehaviour: how often it answers badly.
    ///   - port: what it listens on; a free one where it is 0.
    /// - Throws: `ScriptedServer.CannotListen`.
    package init(_ platform: Platform, _ misbehaviour: Misbehaviour, port: UInt16 = 0) throws {
        let desk = VendorDesk(platform, misbehaviour)
        self.desk = desk
        server = try ScriptedServer(port: port) { desk.answer($0) }
    }

    /// Where it is.
    package var address: String { "http://127.0.0.1:\(server.port)" }

    /// How often it answered so; a plain answer is counted under nil.
    package var tally: [Misbehaviour.Fault?: Int] { desk.tally }

    /// The same in words.
    package var account: String {
        let tally = desk.tally
        let words: [(Misbehaviour.Fault, String)] = [
            (.busy, "429"), (.failed, "500"), (.truncated, "中断 broken off"), (.slow, "迟缓 slow"),
        ]
        let faults = words.map { "\($0.1) \(tally[$0.0] ?? 0)" }.joined(separator: ", ")
        return "\(tally.values.reduce(0, +)) 次答复 answers: \(faults)"
    }

    /// Ends it.
    package func stop() { server.stop() }
}
