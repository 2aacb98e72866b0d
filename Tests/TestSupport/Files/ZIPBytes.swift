/// A ZIP file written byte by byte, so that it may also be one that no program would write.
package struct ZIPBytes {
    package private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// What a member says of itself.
    package struct Member {
        package var name: [UInt8]
        package var content: [UInt8] = []
        package var isDeflated = true
        /// 0x800: the name is UTF-8; 1: encrypted.
        package var flags: UInt16 = 0x800
        package var checksum: UInt32?
        /// Where the member before it stands, in whose place this one puts itself.
        package var offset: UInt32?
        /// The upper half of the attributes a Unix program writes.
        package var mode: UInt16 = 0o100644

        package init(_ name: String, _ content: [UInt8] = []) {
            (self.name, self.content) = (Array(name.utf8), content)
        }
        package init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
    }

    package init(_ members: [Member] = []) { members.forEach { add($0) } }

    package init(_ files: [(String, String)]) { self.init(files.map { Member($0.0, $0.1) }) }

    package mutating func add(_ member: Member) {
        let packed = member.isDeflated ? Deflate.raw(member.content) : member.content
        let offset = member.offset ?? UInt32(bytes.count)
        let common =
            member.flags.bytes + UInt16(member.isDeflated ? 8 : 0).bytes + [0, 0, 0x21, 0x5C]
            + (member.checksum ?? Deflate.checksum(member.content)).bytes + UInt32(packed.count).bytes
            + UInt32(member.content.count).bytes + UInt16(member.name.count).bytes + [0, 0]
        if member.offset == nil {
            bytes += [0x50, 0x4B, 3, 4, 20, 0] + common + member.name + packed
        }
        directory += [0x50, 0x4B, 1, 2, 20, 3, 20, 0] + common + [0, 0, 0, 0, 0, 0, 0, 0]
        directory += member.mode.bytes + offset.bytes + member.name
        count += 1
    }

    /// Members that lie within one another, as David Fifield described it in 2019: each begins with the header of the next,
    /// quoted as content, and goes on with the very bytes of that one.
    package static func overlapping(_ count: Int, kernel: [UInt8]) -> [UInt8] {
        var zip = ZIPBytes()
        var (content, packed) = (kernel, Deflate.raw(kernel))
        var headers: [(header: [UInt8], common: [UInt8], name: [UInt8])] = []
        for number in (0..<count).reversed() {
            let name = Array("\(number).csv".utf8)
            let common =
                UInt16(0x800).bytes + UInt16(8).bytes + [0, 0, 0x21, 0x5C] + Deflate.checksum(content).bytes
                + UInt32(packed.count).bytes + UInt32(content.count).bytes + UInt16(name.count).bytes + [0, 0]
            let header = [0x50, 0x4B, 3, 4, 20, 0] + common + name
            headers.append((header, common, name))
            let length = UInt16(header.count)
            content = header + content
            packed = [0] + length.bytes + (~length).bytes + header + packed
        }
        // The quotation mark before the first header belongs to nobody.
        zip.bytes = Array(packed.dropFirst(5))
        var offset: UInt32 = 0
        for (header, common, name) in headers.reversed() {
            zip.directory += [0x50, 0x4B, 1, 2, 20, 3, 20, 0] + common + [0, 0, 0, 0, 0, 0, 0, 0]
            zip.directory += UInt16(0o100644).bytes + offset.bytes + name
            zip.count += 1
            offset += UInt32(header.count + 5)
        }
        return zip.file
    }

    /// The whole file.
    package var file: [UInt8] {
        bytes + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count.bytes + count.bytes
            + UInt32(directory.count).bytes + UInt32(bytes.count).bytes + [0, 0]
    }
}
