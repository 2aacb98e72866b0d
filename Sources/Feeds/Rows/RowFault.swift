import Model

/// Why something within a document is no row, before it is known where it stands.
struct RowFault: Error {
    let reason: RowRejection.Reason
    let column: String?
    let explanation: String

    init(_ reason: RowRejection.Reason, _ column: String?, _ explanation: String) {
        self.reason = reason
        self.column = column
        self.explanation = explanation
    }
}
