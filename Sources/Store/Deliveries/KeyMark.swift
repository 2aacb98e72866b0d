import Hashing
import Postgres

/// Notices that the key for personal data is another than the one the stored records were taken in with.
enum KeyMark {
    /// Writes the key's mark down the first time, and compares it from then on.
    ///
    /// - Throws: `KeyMismatch`, `DatabaseError`.
    static func verify(_ tokens: TokenKey, region: Int32, _ session: borrowing Session) throws {
        let word = Array("docket".utf8)
        let token = tokens.token(label: "mark", value: word.span)
        let mark = [token.high, token.low].flatMap { half in withUnsafeBytes(of: half.bigEndian) { [UInt8]($0) } }
        try session.run(
            "INSERT INTO docket.key_mark (region, mark) VALUES ($1, $2) ON CONFLICT (region) DO NOTHING",
            [.integer32(region), .bytes(mark)]
        )
        let known = try session.run("SELECT mark FROM docket.key_mark WHERE region = $1", [.integer32(region)])
            .single { row in try row.bytes(0) }
        guard known == mark else { throw KeyMismatch() }
    }
}

/// The key for personal data is not the one the region's records were taken in with.
package struct KeyMismatch: Error, Equatable, CustomStringConvertible {
    package let description =
        "个人信息密钥与库中记录所用的不同，请放回原来的密钥 / the key for personal data is not the one the stored records were taken in with; "
        + "put the old key back"
}
