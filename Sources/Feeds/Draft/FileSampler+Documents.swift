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
        let sample = try document(.json(shape), &rows)
        var again = reader(names)
        return try lookingAgain(sample, &again)
    }

    func xml(_ descriptor: CInt) throws -> TableSample {
        func bytes() -> FileSource {
            lseek(descriptor, 0, SEEK_SET)
            return FileSource(descriptor)
        }
        let outline = try XMLOutline.of(bytes())
        guard let found = outline.rows else { throw UnreadableDelivery.noXMLRows(at: ["*"]) }
        let shape = XMLShape(rows: found.path)
        let feed = Self.feed(.xml(shape), found.names)
        var rows = try XMLReader(reading: bytes(), shape: shape, feed: feed)
        let sample = try document(.xml(shape), &rows)
        var again = try XMLReader(reading: bytes(), shape: shape, feed: feed)
        return try lookingAgain(sample, &again)
    }

    /// Reads the rows once more for keys that come again.
    private func lookingAgain<Reader: RowReader & ~Copyable>(
        _ sample: TableSample,
        _ reader: inout Reader
    ) throws -> TableSample {
        let key = SecondLook(sample, synonyms, kind: kind).key
        guard !key.isEmpty else { return sample }
        let cellText = CellText(decoder: try TextDecoder(.utf8), quote: nil)
        var sample = sample
        sample.take(try SampleRows(forms: [], cellText: cellText).read(&reader, key: key), key: key)
        return sample
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
