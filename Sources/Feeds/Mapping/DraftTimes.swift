import Model

/// What the times of a record under way tell of it.
struct DraftTimes: Sendable {
    /// The fields that are times, in the order of the schema.
    private let fields: [Int]
    /// Those of them that cannot lie ahead.
    private let past: [Int]
    /// No record may speak of a later moment.
    private let latest: Instant?

    init(_ schema: KindSchema, latest: Instant?) {
        fields = schema.fields.indices.filter { schema.fields[$0].type == .instant }
        past = fields.filter { !schema.fields[$0].isAhead }
        self.latest = latest
    }

    /// The day of the first of them, by whose law alcohol is read.
    func day(of draft: borrowing RecordDraft) -> Day? {
        for field in fields {
            if case .integer(let microseconds) = draft.cells[field] {
                return ChinaTime.day(of: Instant(microseconds: microseconds))
            }
        }
        return nil
    }

    /// The first field with a time that cannot have been yet.
    func tooLate(in draft: borrowing RecordDraft) -> Int? {
        guard let latest else { return nil }
        for field in past {
            if case .integer(let microseconds) = draft.cells[field], microseconds > latest.microseconds { return field }
        }
        return nil
    }
}
