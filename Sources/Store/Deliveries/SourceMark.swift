/// What a feed remembers of its source: how far it was taken.
///
/// Opaque to the store. Of a folder it is a file and its identity, of a page the cursor, of a query the highest value
/// seen; unchanged, there is nothing to be taken again.
package struct SourceMark: Hashable, Sendable {
    /// The file's name, or what the mark speaks of.
    package var name: String
    package var mark: String

    package init(name: String, mark: String) {
        self.name = name
        self.mark = mark
    }
}
