package import FoundationEssentials

extension AnswerKey {
    /// Reads a key. Throws `DecodingError` where the text is none.
    package init(json: Data) throws { self = try JSONDecoder().decode(AnswerKey.self, from: json) }

    /// The key as JSON with sorted names, so that equal keys are equal bytes.
    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }
}
