/// One case as matching sees it.
package struct CaseRecord: Equatable, Sendable {
    /// Natural key of the record.
    package var key: String
    /// The breath test the case cites, by device and record number.
    package var device: String?
    package var recordNo: Int64?
    /// When it happened, else when it was accepted, else when it was entered.
    package var time: Instant?
    package var unit: String
    package var person: Token?
    /// The person's ID fails its own check: it may confirm, never contradict.
    package var isPersonDoubtful: Bool
    package var plate: Token?
    package var name: Token?
    /// Void without a document of withdrawal: it no longer answers for anything.
    package var isVoid: Bool
    /// In its register no more, and so no longer answering for anything.
    package var isVanished: Bool

    package init(
        key: String,
        device: String?,
        recordNo: Int64?,
        time: Instant?,
        unit: String,
        person: Token?,
        isPersonDoubtful: Bool = false,
        plate: Token?,
        name: Token?,
        isVoid: Bool,
        isVanished: Bool = false
    ) {
        self.key = key
        self.device = device
        self.recordNo = recordNo
        self.time = time
        self.unit = unit
        self.person = person
        self.isPersonDoubtful = isPersonDoubtful
        self.plate = plate
        self.name = name
        self.isVoid = isVoid
        self.isVanished = isVanished
    }
}
