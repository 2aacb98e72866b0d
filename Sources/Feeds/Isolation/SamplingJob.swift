import Model
package import Settings

/// All that the reading process must know to look at a file no feed describes yet.
package struct SamplingJob: Codable, Equatable, Sendable {
    package var synonyms: Synonyms
    package var path: String
    /// Bytes.
    package var size: Int64
    package var limits: ReadingLimits

    package init(synonyms: Synonyms, file: ArchivedFile, limits: ReadingLimits = .standard) {
        (self.synonyms, self.limits) = (synonyms, limits)
        (path, size) = (file.path, file.size)
    }
}
