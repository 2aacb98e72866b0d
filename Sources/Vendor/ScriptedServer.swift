import Foundation
import Glibc
import Synchronization

/// A server on the loopback that answers HTTP requests byte by byte as it is told to, well or badly.
package final class ScriptedServer: Sendable {
    /// What it listens on.
    package let port: Int
    private let listening: Int32
    private let answer: @Sendable (Call) -> [Act]
    private let log = Mutex<[Call]>([])
    private let open = Mutex<Set<Int32>>([])

    /// A request it received.
    package struct Call: Sendable {
        /// The first call of the server is number 0.
        package let number: Int
        /// With the query.
        package let target: String
        /// By name in lower case.
        package let headers: [String: String]
        /// Which connection it came over, counted from 0.
        package let connection: Int

        package var path: String { String(target.prefix { $0 != "?" }) }
        package var query: String { String(target.dropFirst(path.count + 1)) }
        /// A parameter of the query, decoded.
        package subscript(_ name: String) -> String? {
            URLComponents(string: target)?.queryItems?.first { $0.name == name }?.value
        }
    }

    /// One thing it does, in order. After the last it waits for the next request.
    package enum Act: Sendable {
        case send([UInt8])
        /// Sends a byte every so many milliseconds, for ever.
        case drip(UInt8, every: Int32)
        /// Says nothing for so many milliseconds.
        case pause(Int32)
        /// Says nothing more until the client goes.
        case hang
        case close
    }

    package struct CannotListen: Error, CustomStringConvertible {
        let port: UInt16

        package var description: String {
            "127.0.0.1:\(port) 无法监听,请换一个端口 / cannot be listened on; choose another port"
        }
    }

    /// - Parameters:
    ///   - port: what to listen on; a free one where it is 0.
    ///   - answer: what to do about a request.
    /// - Throws: `CannotListen`.
    package init(port: UInt16 = 0, _ answer: @escaping @Sendable (Call) -> [Act]) throws {
        let listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listening, pointer, size) == 0 && listen(listening, 128) == 0
                    && getsockname(listening, pointer, &size) == 0
            }
        }
        guard isBound else { throw CannotListen(port: port) }
        (self.listening, self.answer, self.port) = (listening, answer, Int(UInt16(bigEndian: address.sin_port)))
        Thread.detachNewThread { [weak self] in
            var number = 0
            while true {
                let client = accept(listening, nil, nil)
                guard client >= 0, let self else { return }
                let connection = number
                number += 1
                Thread.detachNewThread { self.serve(client, connection) }
            }
        }
    }

    deinit { stop() }

    /// Hangs up on everybody and listens no more.
    package func stop() {
        shutdown(listening, Int32(SHUT_RDWR))
        close(listening)
        cut()
    }

    /// Hangs up on everybody who is connected.
    package func cut() { open.withLock { for client in $0 { shutdown(client, Int32(SHUT_RDWR)) } } }

    /// The requests so far.
    package var calls: [Call] { log.withLock { $0 } }

    /// Where a resource of it is.
    package func url(_ target: String = "/") -> String { "http://127.0.0.1:\(port)\(target)" }

    private func serve(_ client: Int32, _ connection: Int) {
        open.withLock { _ = $0.insert(client) }
        defer {
            open.withLock { _ = $0.remove(client) }
            close(client)
        }
        while let head = readHead(client) {
            let lines = head.components(separatedBy: "\r\n")
            let words = lines[0].split(separator: " ").map(String.init)
            guard words.count == 3 else { return }
            let headers = lines.dropFirst().compactMap { line -> (String, String)? in
                guard let colon = line.firstIndex(of: ":") else { return nil }
                let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                return (line[..<colon].lowercased(), value)
            }
            let call = log.withLock { log in
                let call = Call(
                    number: log.count,
                    target: words[1],
                    headers: Dictionary(headers, uniquingKeysWith: { $1 }),
                    connection: connection
                )
                log.append(call)
                return call
            }
            for act in answer(call) { guard perform(act, client) else { return } }
        }
    }

    private func perform(_ act: Act, _ client: Int32) -> Bool {
        switch act {
        case .send(let bytes):
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes {
                    send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return false }
                sent += count
            }
            return true
        case .drip(let byte, let milliseconds):
            while !isGone(client, within: milliseconds) { guard perform(.send([byte]), client) else { break } }
            return false
        case .pause(let milliseconds): return !isGone(client, within: milliseconds)
        case .hang:
            while !isGone(client, within: 1000) {}
            return false
        case .close: return false
        }
    }

    private func isGone(_ client: Int32, within milliseconds: Int32) -> Bool {
        var watched = pollfd(fd: client, events: Int16(POLLIN), revents: 0)
        return poll(&watched, 1, milliseconds) != 0
    }

    private func readHead(_ client: Int32) -> String? {
        var head: [UInt8] = []
        var byte: UInt8 = 0
        while !head.suffix(4).elementsEqual([13, 10, 13, 10]) {
            guard head.count < 65536, read(client, &byte, 1) == 1 else { return nil }
            head.append(byte)
        }
        return String(decoding: head.dropLast(4), as: UTF8.self)
    }
}

extension ScriptedServer.Act {
    /// A text, as it goes over the wire.
    package static func text(_ text: String) -> Self { .send(Array(text.utf8)) }

    /// A whole, well-formed answer.
    package static func answer(_ body: String, status: String = "200 OK", headers: [String] = []) -> Self {
        let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers
        return .text(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }
}
