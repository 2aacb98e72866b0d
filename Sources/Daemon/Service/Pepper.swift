import FoundationEssentials

/// The key for tokens of personal data.
enum Pepper {
    /// Shorter keys could be guessed together with an ID number.
    private static let shortest = 32

    static func read(_ path: String) throws -> [UInt8] {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            throw StartFault(
                .pepper,
                "\(path): 无法读取个人信息密钥；用 head -c 32 /dev/urandom > \(path) 生成并只授权本服务 / cannot be read; make one with head -c 32 /dev/urandom and let only this service read it"
            )
        }
        guard data.count >= shortest else {
            throw StartFault(
                .pepper,
                "\(path): 密钥只有 \(data.count) 字节，至少 \(shortest) 字节 / holds \(data.count) bytes, at least \(shortest) are needed"
            )
        }
        return [UInt8](data)
    }
}
