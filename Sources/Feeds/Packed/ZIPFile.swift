import Glibc

/// A ZIP file whose members are known: what it has, and one of them at a time.
struct ZIPFile {
    /// The names of its files in the order they stand in; folders and links are left out.
    let names: [String]
    private let descriptor: CInt
    private let account: UnpackingAccount
    private let limits: PackedLimits

    /// Looks what there is, without unpacking anything.
    ///
    /// - Parameters:
    ///   - descriptor: open for reading; it stays the caller's to close.
    ///   - size: of the file, in bytes.
    ///   - limits: how much may be in it.
    /// - Throws: `UnreadableDelivery` where it is no ZIP, has too many members, two of one name, or encrypted ones.
    init(_ descriptor: CInt, size: Int64, limits: PackedLimits = .standard) throws(UnreadableDelivery) {
        self.descriptor = descriptor
        self.limits = limits
        account = UnpackingAccount(packed: size, limits: limits)
        let reader = try ZIPReader(descriptor, account, limits: limits)
        var names: [String] = []
        var seen: Set<String> = []
        while let name = try reader.next() {
            guard seen.insert(name).inserted else { throw .membersOfOneName(name) }
            names.append(name)
        }
        self.names = names
    }

    /// Those whose names fit one of the patterns.
    ///
    /// - Parameter patterns: as `fnmatch` has them; `*` stands for `/` too.
    /// - Returns: at least one name, in the order of the file.
    /// - Throws: `UnreadableDelivery` where none does.
    func members(_ patterns: [String]) throws(UnreadableDelivery) -> [String] {
        let found = names.filter { name in
            !MemberName.isBeside(name) && patterns.contains { fnmatch($0, name, 0) == 0 }
        }
        guard !found.isEmpty else { throw .noSuchMember(patterns, found: names) }
        return found
    }

    /// The content of one member; nil where there is none of this name.
    ///
    /// Only one can be read at a time, for they share the descriptor.
    ///
    /// - Parameter name: one of `names`.
    /// - Returns: the content, at its beginning.
    /// - Throws: `UnreadableDelivery` where the ZIP file is damaged.
    func open(_ name: String) throws(UnreadableDelivery) -> (any ByteSource)? {
        guard names.contains(name) else { return nil }
        account.begin(name)
        let reader = try ZIPReader(descriptor, account, limits: limits)
        while let found = try reader.next() {
            if found == name { return reader }
        }
        return nil
    }
}
