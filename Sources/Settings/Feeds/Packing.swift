/// How the files of a feed are packed, each holding one file or several of the feed's format.
package enum Packing: Equatable, Sendable, Codable {
    case gzip
    /// Shell patterns (`fnmatch`) of the names of the members to take; `*` stands for `/` too.
    case zip(members: [String])
}
