import Model

extension Wording {
    func severity(_ severity: Severity) -> String {
        switch severity {
        case .critical: self("严重", "Critical")
        case .high: self("高", "High")
        case .medium: self("中", "Medium")
        case .low: self("低", "Low")
        }
    }

    /// A kind of record, or a field of it.
    func need(_ need: MissingNeed) -> String {
        need.field.map { "\(kind(need.kind))(\($0))" } ?? kind(need.kind)
    }

    func kind(_ kind: Kind) -> String {
        switch kind {
        case .breathTest: self("酒精检测记录", "breath tests")
        case .breathTester: self("检测仪登记", "register of breath testers")
        case .caseFile: self("案件登记", "case register")
        case .camera: self("执法记录仪登记", "register of cameras")
        case .recording: self("执法视音频清单", "list of recordings")
        case .robot: self("劝导机器人登记", "register of robots")
        case .robotViolation: self("劝导机器人违法记录", "robot violations")
        case .notice: self("短信告知", "notices by text message")
        case .internalTest: self("工作日饮酒测试登记", "register of internal tests")
        }
    }
}
