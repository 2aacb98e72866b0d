package import Model
package import Postgres

extension Row {
    /// A token column, or nil where it is null.
    package func token(_ column: Int) throws -> Token? {
        try optionalBytes16(column).map { Token(high: $0.0, low: $0.1) }
    }
}

extension Token {
    /// The sixteen bytes as stored.
    package var bytes: [UInt8] {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
    }
}
