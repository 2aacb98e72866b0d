import Feeds
import Model

/// What a reading said, held against what must always hold.
struct Account {
    private var mapped: Int64 = 0
    private var rejected: Int64 = 0
    private var isWithinPart = false

    mutating func take(_ event: DeliveryPart.Event) {
        switch event {
        case .begins:
            precondition(!isWithinPart, "a part within a part")
            isWithinPart = true
        case .ends(let skipped):
            precondition(isWithinPart && skipped >= 0, "a part that ends without having begun")
            isWithinPart = false
        }
    }

    mutating func take(_ draft: RecordDraft) {
        precondition(isWithinPart, "a record of no part")
        precondition(draft.byteOffset >= 0 && draft.byteLength >= 0, "a record at no place")
        mapped += 1
    }

    mutating func take(_ rejection: RowRejection, _ raw: Span<UInt8>) {
        precondition(isWithinPart, "a rejection of no part")
        precondition(rejection.byteOffset >= 0 && rejection.byteLength >= 0, "a rejection at no place")
        precondition(!rejection.explanation.isEmpty, "a rejection without a reason")
        rejected += 1
    }

    func close(_ tally: DeliveryTally) {
        precondition(!isWithinPart, "a part that does not end")
        precondition(tally.read == tally.mapped + tally.rejected, "read is not mapped and rejected")
        precondition(tally.mapped == mapped && tally.rejected == rejected, "rows were told that are not counted")
    }
}
