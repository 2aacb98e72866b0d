/// Reads `{zh: …, en: …}`, both of which must be there.
struct BilingualReader {
    private let value: Value?

    init(_ value: Value?) { self.value = value }

    func read() -> (chinese: String, english: String)? {
        guard let section = value?.inner else { return nil }
        defer { section.finish() }
        let chinese = section.required("zh")?.word
        let english = section.required("en")?.word
        guard let chinese, let english else { return nil }
        return (chinese, english)
    }
}
