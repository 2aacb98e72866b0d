import Feeds
import Settings

/// Decodes bytes whole.
enum Decoding {
    static func decode(_ bytes: [UInt8], _ encoding: TextEncoding) throws -> String {
        var output: [UInt8] = []
        try TextDecoder(encoding).decode(bytes.span, into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    static func fault(_ bytes: [UInt8], _ encoding: TextEncoding) -> TextFault? {
        do {
            _ = try decode(bytes, encoding)
            return nil
        } catch {
            return error as? TextFault
        }
    }
}
