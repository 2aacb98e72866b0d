/// Why a digest cannot be laid on the disk; it stands in the database and is laid out once the disk is in order.
package struct DigestFault: Error, Equatable, CustomStringConvertible {
    let directory: String
    /// The system's own word for it.
    let detail: String

    package var description: String {
        "\(directory): 无法写入日报，请检查权限和空间；日报已存入数据库，恢复后自动补写 / the digest cannot be written; check permissions and space. "
            + "It is in the database and will be written once they are in order: \(detail)"
    }
}
