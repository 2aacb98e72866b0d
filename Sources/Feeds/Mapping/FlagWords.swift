/// The words for yes and no that need no `values` in a feed.
enum FlagWords {
    private static let yes = TextMap(["1", "true", "TRUE", "True", "yes", "YES", "Yes", "Y", "y", "T", "t", "是"])
    private static let no = TextMap(["0", "false", "FALSE", "False", "no", "NO", "No", "N", "n", "F", "f", "否"])

    static func value(of text: Span<UInt8>) -> Bool? {
        if yes.find(text) != nil { return true }
        return no.find(text) != nil ? false : nil
    }
}
