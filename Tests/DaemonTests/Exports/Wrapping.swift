import Settings
import TestSupport

/// How a file is packed.
enum Wrapping: String, CaseIterable {
    case plain, gzip, zip

    var packing: Packing? {
        switch self {
        case .plain: nil
        case .gzip: .gzip
        case .zip: .zip(members: ["*"])
        }
    }

    var ending: String {
        switch self {
        case .plain: ""
        case .gzip: ".gz"
        case .zip: ".zip"
        }
    }

    func wrapped(_ bytes: [UInt8], as name: String) -> [UInt8] {
        switch self {
        case .plain: bytes
        case .gzip: Deflate.gzip(bytes)
        case .zip: ZIPBytes([ZIPBytes.Member(name, bytes)]).file
        }
    }
}
