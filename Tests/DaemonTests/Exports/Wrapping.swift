import Settings
import Simulation

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

    func wrapped(_ bytes: [UInt8], as name: String) throws -> [UInt8] {
        switch self {
        case .plain: bytes
        case .gzip: try ExportPacking.gzip.packed(bytes, as: name)
        case .zip: try ExportPacking.zip.packed(bytes, as: name)
        }
    }
}
