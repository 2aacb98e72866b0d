import Store

extension IntakePass.Event {
    /// The event in one line.
    package var sentence: String {
        switch self {
        case .copying(let feed, let file, let done, let total): "\(feed) \(file) 归档 archiving \(done)/\(total)"
        case .reading(let feed, let file, let done, let total): "\(feed) \(file) \(done)/\(total)"
        case .done(let feed, let file, let outcome): "\(feed) \(file) → \(outcome.sentence)"
        case .postponed(let feed, let file, let why): "\(feed) \(file): 留待下次 / left for the next poll: \(why)"
        }
    }
}

extension DeliveryOutcome {
    /// The outcome in one line; the four fates add up to the rows read.
    package var sentence: String {
        switch self {
        case .taken(let number, let counts):
            "\(number): \(counts.read) = \(counts.stored) + \(counts.revised) + \(counts.unchanged) + \(counts.rejected)"
        case .known(let number): "\(number): 已知 known"
        case .unreadable(let number, let why): "\(number): 无法读取 unreadable: \(why)"
        }
    }
}
