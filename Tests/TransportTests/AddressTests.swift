import Testing
import Transport

@Suite("An address")
struct AddressTests {
    @Test("shows no query, and always the port")
    func shown() {
        #expect(Address("https://Vendor.Example/api/tests?key=1")?.shown == "https://Vendor.Example:443/api/tests")
        #expect(Address("https://Vendor.Example/api")?.host == "vendor.example")
    }

    @Test(
        "is refused with user or password in it, of other protocols, or with what could begin a line of its own",
        arguments: [
            "http://user@host/", "http://user:pass@host/", "file:///etc/passwd", "gopher://host/", "host/path",
            "http://host/a b", "http://host/\r\nX: y", "http://", "", "http://host:0/", "http://host:99999/",
            "dict://host",
        ]
    )
    func refused(text: String) { #expect(Address(text) == nil) }

    @Test("takes parameters in place of those of the same name, whatever they hold")
    func parameters() {
        let address = Address("http://h/x?cursor=old&size=10")?.adding([("cursor", "a&b=c #+/汉")])
        #expect(address?.text.uppercased() == "HTTP://H/X?SIZE=10&CURSOR=A%26B%3DC%20%23%2B%2F%E6%B1%89")
    }

    @Test("resolves a link from where it stood")
    func links() throws {
        let base = try #require(Address("https://h:8443/a/b?x=1"))
        #expect(Address("?page=2", from: base)?.text == "https://h:8443/a/b?page=2")
        #expect(Address("/c", from: base)?.text == "https://h:8443/c")
        #expect(Address("http://evil/c", from: base)?.host == "evil")
        #expect(Address("//evil/c", from: base)?.host == "evil")
        #expect(Address("file:///etc/passwd", from: base) == nil)
    }

    @Test("of a file in a directory escapes its name, and is none of another directory's")
    func files() throws {
        let base = try #require(Address("sftp://h/out/"))
        #expect(base.appending("检测 #1?.csv")?.text == "sftp://h/out/%E6%A3%80%E6%B5%8B%20%231%3F.csv")
        for name in ["", ".", "..", "a/b", "/etc/passwd"] { #expect(base.appending(name) == nil) }
    }
}
