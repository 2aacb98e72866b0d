import Foundation
import Glibc

/// A server that is a program of its own, ended with this object.
package final class ChildServer: Sendable {
    private let process: SpawnedProgram
    /// Where it listens on the loopback.
    package let port: Int

    package struct NotUp: Error { let words: String }

    /// Runs the program on a free port, which takes the place of `PORT` in its arguments, and waits until it answers.
    ///
    /// - Throws: `NotUp` where it ends instead, or why it cannot be run.
    package init(_ program: String, _ arguments: (_ port: Int) throws -> [String], in folder: TemporaryFolder) throws {
        port = try Self.freePort()
        let log = folder.path + "/server.log"
        process = try SpawnedProgram(program, arguments(port), in: folder, log: log)
        while !Self.answers(port) {
            guard process.isRunning else {
                throw NotUp(words: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
            }
            usleep(20_000)
        }
    }

    deinit { stop() }

    /// Kills it, and waits until it is gone.
    package func stop() {
        process.kill()
    }

    package static func freePort() throws -> Int {
        let (descriptor, port) = bound(0)
        guard descriptor >= 0 else { throw NotUp(words: "no port") }
        close(descriptor)
        return port
    }

    private static func answers(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = loopback(port)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private static func bound(_ port: Int) -> (Int32, Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = loopback(port)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        return (isBound ? descriptor : -1, Int(UInt16(bigEndian: address.sin_port)))
    }

    private static func loopback(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(clamping: port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
