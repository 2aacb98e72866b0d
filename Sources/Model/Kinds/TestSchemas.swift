extension KindSchema {
    /// 酒精检测记录, one row of the breathalyser platform.
    static let breathTest = KindSchema(
        .breathTest,
        key: ["device", "record_no"],
        [
            Field("device", .text, required: true),
            Field("record_no", .integer),
            Field("tested_at", .instant, required: true),
            Field("uploaded_at", .instant),
            Field("alcohol", .alcohol),
            Field("alcohol_second", .alcohol),
            Field("mode", .choice(["active", "passive", "refused", "self_check", "calibration", "demo"])),
            Field("entry", .choice(["auto", "manual"])),
            Field("valid", .flag),
            Field("signed", .flag),
            Field("vehicle", .choice(["motor", "non_motor"])),
            Field("unit", .organisation),
            Field("officer", .policeNumber),
            Field("place", .text),
            Field("longitude", .text),
            Field("latitude", .text),
            Field("person_name", .personName),
            Field("person_id", .personID),
            Field("plate", .plate),
        ]
    )

    /// 劝导机器人违法记录. Scores are in thousandths; no image or template is ever taken in.
    static let robotViolation = KindSchema(
        .robotViolation,
        key: ["robot", "record_no"],
        [
            Field("robot", .text, required: true),
            Field("record_no", .text, required: true),
            Field("captured_at", .instant, required: true),
            Field("offence_code", .text),
            Field("place", .text),
            Field("score", .integer),
            Field("margin", .integer),
            Field("reviewed_at", .instant),
            Field("reviewer", .policeNumber),
            Field("review_result", .choice(["accepted", "refused"])),
            Field("unit", .organisation),
            Field("person_name", .personName),
            Field("person_id", .personID),
            Field("plate", .plate),
        ],
        later: [
            Field("entered_at", .instant),
            Field("objected_at", .instant),
            Field("objection_answered_at", .instant),
            Field("error_verified_at", .instant),
            Field("cancelled_at", .instant),
            Field("advisory", .flag),
            Field("longitude", .text),
            Field("latitude", .text),
            Field("plate_class", .text),
            Field("colour", .text),
            Field("brand", .text),
            Field("register_plate_class", .text),
            Field("register_colour", .text),
            Field("register_brand", .text),
            Field("face_sex", .choice(["male", "female"])),
            Field("face_age", .integer),
            Field("register_sex", .choice(["male", "female"])),
            Field("register_age", .integer),
            Field("deceased", .flag),
            Field("courier", .flag),
        ]
    )

    /// 短信告知. `wording` tells an advisory text from one that speaks of a penalty.
    static let notice = KindSchema(
        .notice,
        key: ["message_no"],
        [
            Field("message_no", .text, required: true),
            Field("robot", .text),
            Field("violation_no", .text),
            Field("sent_at", .instant, required: true),
            Field("wording", .choice(["statutory", "advisory"])),
            Field("status", .choice(["sent", "failed", "recalled"])),
            Field("channel", .text),
            Field("unit", .organisation),
            Field("phone", .phone),
        ],
        later: [
            Field("recalled_at", .instant),
            Field("local", .flag),
        ]
    )

    /// 执法视音频文件清单, one row for each recording a docking station collected.
    static let recording = KindSchema(
        .recording,
        key: ["recording_no"],
        [
            Field("recording_no", .text, required: true),
            Field("camera", .text),
            Field("officer", .policeNumber),
            Field("unit", .organisation),
            Field("started_at", .instant, required: true),
            Field("ended_at", .instant),
            Field("collected_at", .instant),
            Field("bytes", .integer),
            Field("integrity", .text),
            Field("is_key", .flag),
            Field("case_no", .text),
            Field("category", .text),
            Field("storage", .choice(["stored", "deleted", "missing"])),
        ],
        later: [
            Field("enforcement_no", .text),
            Field("expires_at", .instant, ahead: true),
            Field("remote_until", .instant, ahead: true),
            Field("loss_explained", .flag),
        ]
    )
}
