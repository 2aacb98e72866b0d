import Feeds

extension Error {
    /// Whether one delivery is at fault, so that others may fare better.
    var isOfTheDelivery: Bool { self is UnreadableDelivery || self is ArchiveFault }
}
