package import Model

/// Brings what is new at a source into the archive, one thing after another, and remembers what spares it the next look.
///
/// It blocks on a queue of its own, so a slow source slows nobody else. After a fault it leaves the source alone for
/// growing stretches of time, in which it throws the same fault again.
package protocol Fetcher: Actor {
    /// Begins another look at the source.
    func begin()

    /// The next new thing.
    ///
    /// - Parameters:
    ///   - known: what was remembered of the things taken so far, by name; also of those taken in this look.
    ///   - now: by our clock.
    /// - Returns: the thing, safe in the archive, or that there is none now.
    /// - Throws: `TransportFault`, `FetchFault`, `ArchiveFault`, `DatabaseError`, `CancellationError`. Nothing is then
    ///   kept.
    func next(known: [String: String], now: Instant) async throws -> FetchStep

    /// What was handed over last could not be taken: whatever was remembered of it is forgotten, so that it comes again.
    func forget()
}

/// What came of looking for the next thing.
package enum FetchStep: Sendable {
    case fetched(Fetched)
    /// A thing that cannot be taken until a person sees to it; the others can.
    case missed(name: String, exportedAt: Instant?, because: String)
    /// Nothing more now.
    case end(FetchEnd)
}

/// How a look at a source ended.
package struct FetchEnd: Equatable, Sendable {
    /// Things that may still grow.
    package var settling = 0
    /// The export times of things seen and not taken.
    package var waiting: [Instant?] = []
    /// Up to when the source is known to have nothing new; nil where nothing says so.
    package var unchangedUntil: Instant?
    /// What to tell a person; nil where there is nothing.
    package var complaint: String?

    package init() {}
}
