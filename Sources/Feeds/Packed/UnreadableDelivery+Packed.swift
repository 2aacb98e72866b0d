extension UnreadableDelivery {
    private static let exportAgain = "请来源单位重新导出并核对 / have the source export it again and check it"

    static func damagedPacking(_ detail: String) -> UnreadableDelivery {
        UnreadableDelivery(
            .packing,
            explanation: "压缩文件已损坏或不完整 / the packed file is damaged or cut off: \(detail)",
            remedy: exportAgain
        )
    }

    static func notPacked(as format: String) -> UnreadableDelivery {
        UnreadableDelivery(
            .otherFormat,
            explanation: "这不是 \(format) 压缩文件 / this is no \(format) file",
            remedy: "改正 packed，或请导出为所声明的格式 / correct `packed`, or export it as declared"
        )
    }

    static func unpacksTooMuch(_ most: Int64) -> UnreadableDelivery {
        UnreadableDelivery(
            .packing,
            explanation: "解压后超过 \(most) 字节 / more than \(most) bytes would come out of the packed file",
            remedy: "请分批导出，或不压缩导出 / export it in parts, or unpacked"
        )
    }

    static func tooManyMembers(_ most: Int) -> UnreadableDelivery {
        UnreadableDelivery(
            .packing,
            explanation: "压缩文件的成员超过 \(most) 个 / the packed file has more than \(most) members",
            remedy: "请分批导出 / export it in parts"
        )
    }

    static func encrypted(_ name: String) -> UnreadableDelivery {
        UnreadableDelivery(
            .packing,
            explanation: "文件有密码保护 / the file is protected by a password: \(name)",
            remedy: "请不加密码导出 / export it without a password"
        )
    }

    static func membersOfOneName(_ name: String) -> UnreadableDelivery {
        UnreadableDelivery(
            .packing,
            explanation: "压缩文件中有两个同名成员 / two members of the packed file bear one name: \(name)",
            remedy: exportAgain
        )
    }

    static func noSuchMember(_ wanted: [String], found: [String]) -> UnreadableDelivery {
        let names = found.prefix(10).joined(separator: ", ") + (found.count > 10 ? ", …" : "")
        return UnreadableDelivery(
            .missingMember,
            explanation:
                "压缩文件中没有 \(wanted.joined(separator: "、")) / no such member in the packed file; it has: \(names)",
            remedy: "改正 members，或请来源单位补上 / correct `members`, or have the source add it"
        )
    }

    static func noTemporaryFile(code: String) -> UnreadableDelivery {
        UnreadableDelivery(
            .system,
            explanation: "无法建立临时文件 / cannot make a temporary file: \(code)",
            remedy: "检查 /tmp 的空间和权限 / check the room and the permissions of /tmp"
        )
    }

    /// The same, told of one part of the delivery.
    func of(part: String?) -> UnreadableDelivery {
        guard let part else { return self }
        return UnreadableDelivery(cause, line: line, explanation: "\(part): \(explanation)", remedy: remedy)
    }
}
