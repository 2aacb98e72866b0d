package import Model
package import Settings

/// All that the reading process must know to look at a file no feed describes yet.
package struct SamplingJob: Codable, Equatable, Sendable {
    package var synonyms: Synonyms
    /// The kind of record, where a person named it.
    package var kind: Kind?
    package var path: String
    /// Bytes.
    package var size: Int64
    package var limits: ReadingLimits

    package init(synonyms: Synonyms, kind: Kind?, file: ArchivedFile, limits: ReadingLimits = .standard) {
        (self.synonyms, self.kind, self.limits) = (synonyms, kind, limits)
        (path, size) = (file.path, file.size)
    }
}
