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
        /// A file that was taken cannot be moved or deleted.
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
        case .unwritable:
            "\(folder): 文件已取，但不能移走或删除；目录须归 docket 用户所有，并在服务单元的 ReadWritePaths= 中 / files were taken but cannot be moved or deleted; the folder must belong to the docket user and stand in ReadWritePaths= of the unit: \(detail)"
        case .other:
            "\(folder): 无法读取目录 / cannot read the folder: \(detail)"
        }
    }
}
