/// A rule that intake itself keeps: it goes by no check file, for there is no SQL to write and no clock to wait for.
package enum IntakeRule: String, Sendable, CaseIterable {
    /// A file that breaks the process which reads it, or takes more time or memory than it may.
    case deliverySetAside = "delivery-set-aside"

    /// What its alerts are headed with, in Chinese.
    package var titleChinese: String {
        switch self {
        case .deliverySetAside: "文件使读取进程崩溃或超限，已搁置"
        }
    }

    /// What its alerts are headed with, in English.
    package var titleEnglish: String {
        switch self {
        case .deliverySetAside: "A file broke the process that reads it, or its limits, and was set aside"
        }
    }

    /// What closes its alerts, in Chinese.
    package var remedyChinese: String {
        switch self {
        case .deliverySetAside: "查明来源后重放或说明理由作废：docket rejects list；或请对方以同一文件名重新导出；全量导出由其后的无误交付取代"
        }
    }

    /// What closes its alerts, in English.
    package var remedyEnglish: String {
        switch self {
        case .deliverySetAside:
            "find out where it came from, then replay it or discard it with a reason: docket rejects list; or have it "
                + "exported anew under its name; a later clean export of a whole register supersedes it"
        }
    }
}
