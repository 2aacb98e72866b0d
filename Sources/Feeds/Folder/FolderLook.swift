import Model

/// What one look into a drop folder saw.
package struct FolderLook: Equatable, Sendable {
    /// Files the feed would take, in the order in which they are to be taken.
    package let candidates: [Candidate]
    /// Names of what the feed must leave though its name fits, in order.
    package let passedOver: [String]
    /// Names that tell a time of export which lies ahead, in order.
    package let ahead: [String]

    package init(candidates: [Candidate], passedOver: [String], ahead: [String] = []) {
        self.candidates = candidates
        self.passedOver = passedOver
        self.ahead = ahead
    }

    /// What to tell the person who can put it right; nil where there is nothing.
    package var complaint: String? {
        let complaints = [passedOverComplaint, aheadComplaint].compactMap(\.self)
        return complaints.isEmpty ? nil : complaints.joined(separator: "; ")
    }

    private var aheadComplaint: String? {
        guard let first = ahead.first else { return nil }
        return "\(ahead.count) 个文件名的导出时间在将来(如 \(first))，按无导出时间处理；请核对来源和本机时钟 / "
            + "\(ahead.count) tell a time of export that lies ahead, such as \(first), and are taken as telling none; check the clocks of the source and of this machine"
    }

    private var passedOverComplaint: String? {
        guard let first = passedOver.first else { return nil }
        let name = first.inOneLine
        return "\(passedOver.count) 个文件未取(如 \(name))：是链接或管道，或文件名不是UTF-8或含控制字符；请放入普通文件并改名 / "
            + "\(passedOver.count) left, such as \(name): a link or pipe, or a name that is no UTF-8 or holds control characters; put regular files there under plain names"
    }
}
