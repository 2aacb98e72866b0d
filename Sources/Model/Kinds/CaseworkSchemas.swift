/// What goes with a case: blood, exhibits, accidents, complaints.
extension KindSchema {
    /// 血样(管)登记: one row for each tube, with every hand-over of it.
    static let bloodSample = KindSchema(
        .bloodSample,
        key: ["tube"],
        [
            Field("tube", .text, required: true),
            Field("case_no", .text),
            Field("portion", .choice(["test", "spare"])),
            Field("unit", .organisation),
            Field("drawn_at", .instant),
            Field("drawn_by", .personName),
            Field("sealed_by", .personName),
            Field("sent_at", .instant),
            Field("sent_by", .personName),
            Field("received_at", .instant),
            Field("received_by", .personName),
            Field("reported_at", .instant),
            Field("alcohol", .alcohol),
            Field("status", .choice(["kept", "sent", "tested", "destroyed"])),
            Field("documented", .flag),
        ]
    )

    /// 涉案财物台账: licences, vehicles and things that were seized, from seizure to return.
    static let exhibit = KindSchema(
        .exhibit,
        key: ["exhibit_no"],
        [
            Field("exhibit_no", .text, required: true),
            Field("case_no", .text),
            Field("category", .choice(["licence", "vehicle", "other"])),
            Field("unit", .organisation),
            Field("seized_at", .instant, required: true),
            Field("deposited_at", .instant),
            Field("custodian", .policeNumber),
            Field("remote_until", .instant, ahead: true),
            Field("tested_until", .instant, ahead: true),
            Field("returned_at", .instant),
            Field("plate", .plate),
        ]
    )

    /// 交通事故登记. One with suspected alcohol needs a test of its driver.
    static let accident = KindSchema(
        .accident,
        key: ["accident_no"],
        [
            Field("accident_no", .text, required: true),
            Field("occurred_at", .instant, required: true),
            Field("unit", .organisation),
            Field("officer", .policeNumber),
            Field("place", .text),
            Field("alcohol_suspected", .flag),
            Field("driver_fled", .flag),
            Field("blood_drawn_at", .instant),
            Field("case_no", .text),
            Field("person_name", .personName),
            Field("person_id", .personID),
            Field("plate", .plate),
        ]
    )

    /// 热线工单: a complaint on its way 接单→签办→交办→回复审核→检查督办.
    static let complaint = KindSchema(
        .complaint,
        key: ["complaint_no"],
        [
            Field("complaint_no", .text, required: true),
            Field("received_at", .instant, required: true),
            Field("topic", .choice(["notice", "enforcement", "congestion", "other"])),
            Field("unit", .organisation),
            Field("message_no", .text),
            Field("violation_no", .text),
            Field("duplicate_of", .text),
            Field("signed_at", .instant),
            Field("assigned_at", .instant),
            Field("answered_at", .instant),
            Field("answer_reviewed_at", .instant),
            Field("inspected_at", .instant),
            Field("closed_at", .instant),
            Field("person_name", .personName),
            Field("phone", .phone),
            Field("plate", .plate),
        ]
    )
}
