import Model

extension ExampleRecord {
    /// The key fields joined by `|`, as the store names the record; nil where one is missing or is a time.
    package var naturalKey: String? {
        let parts = kind.schema.naturalKey.map { name -> String? in
            guard let index = kind.schema.index(of: name), let text = values[name] else { return nil }
            switch kind.schema.fields[index].type {
            case .integer: return DecimalInteger.parse(text.utf8Span.span).map(String.init)
            case .instant, .date: return nil
            default: return text
            }
        }
        return parts.contains(nil) ? nil : parts.compactMap { $0 }.joined(separator: "|")
    }
}
