import Settings
import TestSupport
import Testing

@testable import Feeds

@Suite("What would fill the machine is refused early")
struct BombTests {
    private func drain(_ source: any ByteSource) throws -> Int {
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var total = 0
        while true {
            let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
            guard count > 0 else { return total }
            total += count
        }
    }

    /// Ten GB of zeros take ten MB; here a tenth of it.
    @Test("a gigabyte of zeros in a megabyte")
    func zeros() throws {
        let piece = Deflate.gzip([UInt8](repeating: 0x30, count: 100 << 20))
        let bomb = Array(repeatElement(piece, count: 10).joined())
        let file = UnnamedFile(bomb)
        let source = try GzipSource(FileSource(file.descriptor), size: Int64(bomb.count))
        let error = #expect(throws: UnreadableDelivery.self) { try drain(source) }
        #expect(error?.cause == .packing)
    }

    @Test("what is packed well, but small, is read")
    func smallAndTight() throws {
        let packed = Deflate.gzip([UInt8](repeating: 0x30, count: 60 << 20))
        let file = UnnamedFile(packed)
        #expect(try drain(try GzipSource(FileSource(file.descriptor), size: Int64(packed.count))) == 60 << 20)
    }

    @Test("members that lie within one another cannot give more than the file may hold")
    func overlap() throws {
        let bytes = ZIPBytes.overlapping(60, kernel: [UInt8](repeating: 0x30, count: 4 << 20))
        let file = UnnamedFile(bytes)
        let zip = try ZIPFile(file.descriptor, size: Int64(bytes.count))
        #expect(zip.names.count == 60)
        let last = try #require(try zip.open("59.csv"))
        #expect(try drain(last) == 4 << 20)
        let error = #expect(throws: UnreadableDelivery.self) {
            for name in zip.names { if let member = try zip.open(name) { _ = try drain(member) } }
        }
        #expect(error?.explanation.contains("would come out") == true)
    }
}
