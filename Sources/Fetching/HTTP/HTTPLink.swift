/// The header `Link` (RFC 8288), as far as paging uses it.
enum HTTPLink {
    /// The target of the link to the next page; nil where there is none.
    static func next(_ header: String) -> String? {
        var rest = header[...]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let target = rest[rest.index(after: open)..<close]
            rest = rest[close...].dropFirst()
            let parameters = rest.prefix { $0 != "<" }.lowercased()
            for parameter in parameters.split(whereSeparator: { ";,".contains($0) }) {
                let words = parameter.filter { !$0.isWhitespace }
                if words == "rel=next" || words == "rel=\"next\"" { return String(target) }
            }
        }
        return nil
    }
}
