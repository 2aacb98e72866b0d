import FoundationEssentials
import Glibc
import Model
import Settings

extension FileSampler {
    /// Nil where it is no JSON with rows in it.
    func json(_ descriptor: CInt, head: ArraySlice<UInt8>) throws -> TableSample? {
        guard let layout = JSONOutline.layout(of: head) else { return nil }
        let shape = JSONShape(layout: layout)
        func reader(_ names: [String]) -> JSONReader {
            lseek(descriptor, 0, SEEK_SET)
            return JSONReader(reading: FileSource(descriptor), shape: shape, feed: Self.feed(.json(shape), names))
        }
        var outline = reader([])
        let names = try JSONOutline.names(&outline)
        var rows = reader(names)
        return try document(.json(shape), &rows)
    }

    func xml(_ descriptor: CInt) throws -> TableSample {
        func bytes() -> FileSource {
            lseek(descriptor, 0, SEEK_SET)
            return FileSource(descriptor)
        }
        let outline = try XMLOutline.of(bytes())
        guard let found = outline.rows else { throw UnreadableDelivery.noXMLRows(at: ["*"]) }
        let shape = XMLShape(rows: found.path)
        var rows = try XMLReader(reading: bytes(), shape: shape, feed: Self.feed(.xml(shape), found.names))
        return try document(.xml(shape), &rows)
    }

    private func document<Reader: RowReader & ~Copyable>(
        _ format: FileFormat,
        _ reader: inout Reader
    ) throws -> TableSample {
        let cellText = CellText(decoder: try TextDecoder(.utf8), quote: nil)
        let encoding = reader.ownEncoding ?? TextEncoding.utf8.rawValue
        let sample = try SampleRows(forms: forms, cellText: cellText).read(&reader)
        return TableSample(
            format: format,
            encoding: encoding,
            encodingBy: .format,
            headerLine: sample.line,
            columns: sample.columns,
            rows: sample.rows,
            brokenRows: sample.broken
        )
    }
}
