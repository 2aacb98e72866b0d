@testable import Fetching
import Testing

@Suite("A directory's listing")
struct RemoteListingTests {
    private func listing(_ names: String, _ lines: String) -> RemoteListing {
        RemoteListing(names: Array(names.utf8), lines: Array(lines.utf8))
    }

    @Test("finds each name at the end of its line, whatever stands in it")
    func names() {
        let found = listing(
            "a.csv\r\nb c.csv\nc.csv\nl.csv\n.\nd\n",
            """
            -rw-r--r--    1 root     root            6 Nov 26 20:20 a.csv\r
            -rw-r--r--    1 two words group          3 Nov 26  2025 b c.csv
            -rw-r--r--    1 root     root            3 Nov 26 20:20 c.csv
            lrwxrwxrwx    1 root     root            5 Nov 26 20:20 l.csv -> a.csv
            drwxr-xr-x    2 root     root         4096 Nov 26 20:20 d
            -rw-r--r--    1 root     root            3 Nov 26 20:20 came between.csv
            total 6
            """
        )
        #expect(found.entries.map(\.name) == ["a.csv", "b c.csv", "c.csv", "l.csv", "d"])
        #expect(found.entries.map(\.isFile) == [true, true, true, false, false])
        #expect(found.entries.map(\.isDirectory) == [false, false, false, false, true])
    }

    @Test("tells names that are no UTF-8, and survives what is no listing")
    func strangers() {
        let found = RemoteListing(names: [0xBE, 0xC6, 0x2E, 0x63, 0x73, 0x76, 0x0A], lines: [0xFF, 0x0A, 0x20, 0x20])
        #expect(found.entries.isEmpty)
        #expect(found.strangers.count == 1)
        #expect(listing("", "").entries.isEmpty)
    }
}
