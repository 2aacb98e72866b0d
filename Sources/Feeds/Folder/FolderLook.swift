/// What one look into a drop folder saw.
package struct FolderLook: Equatable, Sendable {
    /// Files the feed would take, in the order in which they are to be taken.
    package let candidates: [Candidate]
    /// Names of what the feed must leave though its name fits, in order.
    package let passedOver: [String]

    package init(candidates: [Candidate], passedOver: [String]) {
        self.candidates = candidates
        self.passedOver = passedOver
    }

    /// What to tell the person who can put it right; nil where nothing was passed over.
    package var complaint: String? {
        guard let first = passedOver.first else { return nil }
        return "\(passedOver.count) 个文件未取(如 \(first))：是链接或管道，或文件名不是UTF-8；请放入普通文件并改名 / "
            + "\(passedOver.count) left, such as \(first): a link or pipe, or a name that is no UTF-8; put regular files there under UTF-8 names"
    }
}
