import Feeds
import Settings

/// Public text nobody here wrote, line by line, to try the refusal of wrong text on.
enum PublicText {
    static let naughtyStrings = lines("corpora/blns/blns.txt").filter { !$0.hasPrefix("#") }
    static let taiwan = ["kaohsiung", "newtaipei"].flatMap { lines("data/tw-labour-penalties/\($0)/merged.csv") }
    static let mainland = ["附件1", "附件2", "附件3"].compactMap { name in
        SharedFolder.bytes("data/cn-gbk-cumcm2021a-crlf/\(name).csv")
    }

    static let isThere = SharedFolder.has("corpora/blns/blns.txt")

    static func lines(_ name: String) -> [String] {
        guard let bytes = SharedFolder.bytes(name) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }
}

/// Hands on bytes in pieces of one size.
final class PieceSource: ByteSource {
    private let bytes: [UInt8]
    private let size: Int
    private var taken = 0

    init(_ bytes: [UInt8], size: Int) {
        self.bytes = bytes
        self.size = size
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(UnreadableDelivery) -> Int {
        let count = min(size, buffer.count, bytes.count - taken)
        buffer.copyBytes(from: bytes[taken..<(taken + count)])
        taken += count
        return count
    }
}
