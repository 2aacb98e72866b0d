/// What stands behind the alert of a delivery that was set aside: the file, by its hash, and why nothing was read of it.
///
/// `Evidence` reads it as one without records.
struct SetAsideEvidence: Encodable {
    let since: String
    let due: String
    let legalBasis: [String] = []
    let records: [Evidence.Record] = []
    let delivery: Delivery

    struct Delivery: Encodable {
        let number: Int64
        let file: String
        let sha256: String
        let reason: String
        let fate: String
    }
}
