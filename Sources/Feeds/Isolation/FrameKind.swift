/// What a frame from the reading process says. A frame is its kind, the length of its content in four bytes, and that.
enum FrameKind: UInt8 {
    case record = 1
    case rejection
    /// A part begins; its content is JSON.
    case partBegins
    /// A part ends: how many rows of it were no records.
    case partEnds
    /// How many bytes of the delivery are done.
    case progress
    /// All of it was read: how many rows, how many of them became records.
    case done
    /// Nothing of it is to be taken; its content is JSON.
    case unreadable
    /// The archive does not hold it; its content is a sentence.
    case missing
    /// What was found of a file no feed describes yet; its content is JSON.
    case sample
}
