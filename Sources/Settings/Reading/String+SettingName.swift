extension String {
    /// Whether it may name a feed, in files, tables and on the command line: ASCII letters, digits, `-`, `_`, at most 63 of
    /// them.
    package var isSettingName: Bool {
        (1...63).contains(utf8.count)
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
