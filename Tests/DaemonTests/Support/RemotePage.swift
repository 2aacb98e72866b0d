import Settings
import TestSupport
import Testing
import Transport
import Vendor

/// Breath tests as an HTTP server answers with them.
enum RemotePage {
    /// A page with these record numbers.
    static func rows(_ numbers: some Sequence<Int>, _ more: String = "") -> String {
        let rows = numbers.map { #"{"device":"D1","record_no":"\#($0)","tested_at":"2025-12-01 10:00:00"}"# }
        return #"{"data":[\#(rows.joined(separator: ","))]\#(more)}"#
    }

    static func source(_ server: ScriptedServer, _ target: String = "/tests", _ paging: HTTPPaging = .none) throws
        -> FeedSource
    {
        .http(HTTPSource(try #require(Address(server.url(target))), paging: paging))
    }
}
