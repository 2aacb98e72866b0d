/// A text in GB18030, turned into UTF-8 as it is read.
final class GB18030Source: ByteSource {
    private let source: any ByteSource
    private let table: GB18030Table
    /// Read and not yet decoded; behind a piece the beginning of a character may be left.
    private var packed: [UInt8] = []
    private var text: [UInt8] = []
    private var given = 0
    private var offset: Int64 = 0
    private var isAtEnd = false

    private static let pieceSize = 1 << 16

    /// - Throws: `UnreadableDelivery` where this system has no GB18030.
    init(_ source: any ByteSource) throws(UnreadableDelivery) {
        guard let table = GB18030Table.shared else { throw .noGB18030 }
        self.source = source
        self.table = table
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(UnreadableDelivery) -> Int {
        while given == text.count, !isAtEnd { try decodeMore() }
        let count = min(buffer.count, text.count - given)
        text.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<(given + count)])) }
        given += count
        return count
    }

    private static func append(
        to bytes: inout [UInt8],
        from source: any ByteSource
    ) throws(UnreadableDelivery) -> Int {
        let before = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: pieceSize))
        var span = bytes.mutableSpan
        let count = try span.withUnsafeMutableBytes { (buffer) throws(UnreadableDelivery) in
            try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[before...]))
        }
        bytes.removeLast(pieceSize - count)
        return count
    }

    private func decodeMore() throws(UnreadableDelivery) {
        text.removeAll(keepingCapacity: true)
        given = 0
        let count = try Self.append(to: &packed, from: source)
        isAtEnd = count == 0
        var done = packed.count
        do throws(TextFault) {
            try table.decode(packed.span, into: &text)
        } catch {
            // A character of four bytes may have begun with the last three.
            guard !isAtEnd, error.kind == .undecodable, error.offset > packed.count - 4 else {
                throw .notGB18030(at: offset + Int64(error.offset))
            }
            done = error.offset
        }
        packed.removeFirst(done)
        offset += Int64(done)
    }
}

extension UnreadableDelivery {
    static var noGB18030: UnreadableDelivery {
        .wrongEncoding(
            "本机不支持 GB18030 / this system cannot decode GB18030",
            "安装 glibc 的 gconv 模块 / install the gconv modules of glibc"
        )
    }

    fileprivate static func notGB18030(at offset: Int64) -> UnreadableDelivery {
        .wrongEncoding(
            "第 \(offset + 1) 字节处不是 GB18030 / no GB18030 at byte \(offset + 1)",
            "请来源单位改正后重新导出 / have the source mend it and export again"
        )
    }
}
