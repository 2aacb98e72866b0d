import Simulation
import Synchronization

/// Answers the requests, one after the other or several at once.
final class VendorDesk: Sendable {
    private let platform: Platform
    private let misbehaviour: Misbehaviour
    private let visits = Mutex<[String: (count: Int, inVain: Int)]>([:])
    private let counts = Mutex<[Misbehaviour.Fault?: Int]>([:])

    init(_ platform: Platform, _ misbehaviour: Misbehaviour) {
        (self.platform, self.misbehaviour) = (platform, misbehaviour)
    }

    var tally: [Misbehaviour.Fault?: Int] { counts.withLock { $0 } }

    func answer(_ call: ScriptedServer.Call) -> [ScriptedServer.Act] {
        guard call.headers["authorization"] == "Bearer \(platform.token)" else {
            return [.answer("", status: "401 Unauthorized", headers: ["WWW-Authenticate: Bearer"])]
        }
        let fault = fault(at: call.target)
        counts.withLock { $0[fault, default: 0] += 1 }
        switch fault {
        case .busy: return [.answer("", status: "429 Too Many Requests", headers: ["Retry-After: 1"])]
        case .failed:
            let page = "<html>500</html>"
            return [.answer(page, status: "500 Internal Server Error", headers: ["Content-Type: text/html"])]
        default: break
        }
        let page: Platform.Page
        do {
            guard let found = try platform.page(of: String(call.path.dropFirst()), { call[$0] }) else {
                return [.answer("", status: "404 Not Found")]
            }
            page = found
        } catch { return [.answer("\(error)", status: "500 Internal Server Error")] }
        return answer(call, page, fault)
    }

    private func fault(at target: String) -> Misbehaviour.Fault? {
        visits.withLock { visits in
            var visit = visits[target] ?? (0, 0)
            let fault = misbehaviour.fault(at: target, attempt: visit.inVain, of: visit.count)
            visit = (visit.count + 1, fault == nil || fault == .slow ? 0 : visit.inVain + 1)
            visits[target] = visit
            return fault
        }
    }

    private func answer(
        _ call: ScriptedServer.Call,
        _ page: Platform.Page,
        _ fault: Misbehaviour.Fault?
    ) -> [ScriptedServer.Act] {
        let date = HTTPDate.text(page.moment)
        let mark = page.showsTag ? EntityTag(page).text : date
        var headers = ["Date: \(date)", page.showsTag ? "ETag: \(mark)" : "Last-Modified: \(mark)"]
        if call.headers[page.showsTag ? "if-none-match" : "if-modified-since"] == mark {
            return [.text("HTTP/1.1 304 Not Modified\r\n\(headers.joined(separator: "\r\n"))\r\n\r\n")]
        }
        headers.append("Content-Length: \(page.bytes.count)")
        if let next = page.next { headers.append("Link: <\(next)>; rel=\"next\"") }
        let head = Array("HTTP/1.1 200 OK\r\n\(headers.joined(separator: "\r\n"))\r\n\r\n".utf8)
        let middle = page.bytes.count / 2
        switch fault {
        case .truncated: return [.send(head + page.bytes.prefix(middle)), .close]
        case .slow:
            return [
                .pause(100), .send(head + page.bytes.prefix(middle)), .pause(100),
                .send(Array(page.bytes.dropFirst(middle))),
            ]
        default: return [.send(head + page.bytes)]
        }
    }
}
