/// A span in which cameras of a squadron recorded nothing.
struct Darkness {
    let squadron: Int
    /// Seconds since 1970 UTC.
    let from: Int64
    let to: Int64
    let which: Which

    /// The lead camera is the first on duty in that shift.
    enum Which: Equatable {
        case all, lead, allButLead
        /// Place in `Roster.cameras`.
        case officer(String)
    }
}
