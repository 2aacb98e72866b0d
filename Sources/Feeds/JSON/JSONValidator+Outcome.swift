extension JSONValidator {
    /// What a piece of bytes came to.
    enum Outcome: Equatable {
        /// The value ends before this index.
        case end(Int)
        /// What stands at this index cannot stand there.
        case broken(at: Int)
        /// What stands at this index lies deeper within other values than is read.
        case tooDeep(at: Int)
        /// The value is sound so far and goes on behind the piece.
        case needsMore
    }
}
