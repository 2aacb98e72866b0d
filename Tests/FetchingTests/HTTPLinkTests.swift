@testable import Fetching
import Testing

@Suite("The header Link")
struct HTTPLinkTests {
    @Test(
        "names the next page",
        arguments: [
            ("<https://h/x?p=2>; rel=\"next\"", "https://h/x?p=2"), ("</a>; rel=prev, </b>; rel=next", "/b"),
            ("<?p=2>; title=\"n\"; rel=next", "?p=2"), ("</a>; rel=\"prev\"", nil), ("", nil), ("<", nil),
            ("rel=next", nil),
        ] as [(String, String?)]
    )
    func next(header: String, target: String?) { #expect(HTTPLink.next(header) == target) }
}
