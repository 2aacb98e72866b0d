import Feeds
import Transport

/// By what a page that came is known again when it is asked for once more.
struct HTTPSighting {
    let address: Address
    let sha256: String
    private let entityTag: String?
    private let modified: String?

    init(_ page: HTTPPage, _ response: Response, _ file: ArchivedFile) {
        address = page.address
        sha256 = file.sha256
        (entityTag, modified) = (response.headers["etag"], response.headers["last-modified"])
    }

    /// The headers that ask for the page only if it is another (RFC 9110 §13); nil where this is another page.
    func conditions(for page: HTTPPage) -> [(name: String, value: String)]? {
        guard page.address == address else { return nil }
        if let entityTag { return [("If-None-Match", entityTag)] }
        return modified.map { [("If-Modified-Since", $0)] } ?? []
    }

    /// What is remembered of a source in one piece: the server's own mark of it, or the hash of its bytes. It is
    /// remembered under its address, for the mark of one thing says nothing of another.
    static func mark(_ page: HTTPPage, _ response: Response, _ file: ArchivedFile) -> (name: String, value: String) {
        let value =
            response.headers["etag"].map { etag + $0 } ?? response.headers["last-modified"].map { modifiedAt + $0 }
            ?? "sha256 " + file.sha256
        return (page.name, value)
    }

    /// The same, from what was remembered.
    static func conditions(for page: HTTPPage, _ known: [String: String]) -> [(name: String, value: String)] {
        guard page.mark == nil, let mark = known[page.name] else { return [] }
        if mark.hasPrefix(etag) { return [("If-None-Match", String(mark.dropFirst(etag.count)))] }
        if mark.hasPrefix(modifiedAt) { return [("If-Modified-Since", String(mark.dropFirst(modifiedAt.count)))] }
        return []
    }

    private static let (etag, modifiedAt) = ("etag ", "last-modified ")
}
