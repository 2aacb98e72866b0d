/// Why a drop folder could not be looked through.
package struct FolderFault: Error, Equatable, Sendable {
    package let cause: Cause
    package let folder: String
    /// The system's own word for it.
    package let detail: String

    package enum Cause: Sendable {
        case missing
        case notAFolder
        case forbidden
        /// A file that was taken cannot be moved or deleted, for the service sees the folder read-only.
        case readOnly
        /// The same, for the folder, or the sticky bit on it, keeps others than its owner from doing so.
        case unowned
        /// The same, for something else bears the name of the folder it is moved to.
        case blocked
        /// The same, for whatever else the system says.
        case unwritable
        case other
    }

    package init(_ cause: Cause, folder: String, detail: String) {
        self.cause = cause
        self.folder = folder
        self.detail = detail
    }
}

extension FolderFault: CustomStringConvertible {
    package var description: String {
        switch cause {
        case .missing:
            "\(folder): 目录不存在，请建立或改正 folder / the folder does not exist; create it or correct `folder`"
        case .notAFolder:
            "\(folder): 不是目录，请改正 folder / this is no folder; correct `folder`"
        case .forbidden:
            "\(folder): 没有读取权限，请授予 docket 用户 r-x / no right to read it; grant the docket user r-x"
        case .readOnly:
            "\(folder): 文件已取，但服务对此目录只读，不能移走；运行 systemctl edit docket，写入 [Service] 和 ReadWritePaths=\(folder) 两行，再 systemctl restart docket；目录还须归 docket 所有(chown docket \(folder)) / files were taken, but the service sees the folder read-only: run `systemctl edit docket`, write the two lines [Service] and ReadWritePaths=\(folder), then `systemctl restart docket`; it must also belong to docket (chown docket \(folder))"
        case .unowned:
            "\(folder): 文件已取，但无权移走；运行 chown docket \(folder)，粘滞位可以保留，他人仍不能互删文件 / files were taken but may not be moved: run `chown docket \(folder)`; the sticky bit may stay, and still keeps others from each other's files (\(detail))"
        case .blocked:
            "\(folder): 文件已取，要移入的目录名被别的东西占着，请把它移走 / files were taken, and what bears the name of the folder they go to is none; move it away"
        case .unwritable:
            "\(folder): 文件已取，但不能移走或删除；请按系统所说处理 / files were taken but cannot be moved or deleted; mend what the system says: \(detail)"
        case .other:
            "\(folder): 无法读取目录 / cannot read the folder: \(detail)"
        }
    }
}
