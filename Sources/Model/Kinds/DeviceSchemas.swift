extension KindSchema {
    /// 检测仪登记: which breath testers exist and until when each is verified (JJG 657).
    static let breathTester = KindSchema(
        .breathTester,
        key: ["device"],
        [
            Field("device", .text, required: true),
            Field("model", .text),
            Field("unit", .organisation),
            Field("verified_on", .date),
            Field("valid_until", .date),
            Field("status", .choice(["in_service", "repair", "sealed", "retired"])),
        ],
        later: [
            Field("status_since", .date),
            Field("screening", .flag),
            Field("certificate", .text),
            Field("failed_on", .date),
        ]
    )

    /// 执法记录仪登记.
    static let camera = KindSchema(
        .camera,
        key: ["camera"],
        [
            Field("camera", .text, required: true),
            Field("model", .text),
            Field("unit", .organisation),
            Field("officer", .policeNumber),
            Field("status", .choice(["in_service", "repair", "retired"])),
        ]
    )

    /// 劝导机器人登记. A robot under test must not send notices.
    static let robot = KindSchema(
        .robot,
        key: ["robot"],
        [
            Field("robot", .text, required: true),
            Field("unit", .organisation),
            Field("place", .text),
            Field("status", .choice(["in_service", "test", "retired"])),
        ]
    )

    /// 工作日饮酒测试登记: the spans in which a breath tester was used on the police themselves.
    static let internalTest = KindSchema(
        .internalTest,
        key: ["device", "started_at"],
        [
            Field("device", .text, required: true),
            Field("started_at", .instant, required: true),
            Field("ended_at", .instant, required: true),
            Field("unit", .organisation),
            Field("signed", .flag),
            Field("signed_by", .policeNumber),
            Field("participants", .integer),
        ]
    )
}
