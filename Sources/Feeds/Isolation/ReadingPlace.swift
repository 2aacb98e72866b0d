/// Where deliveries are read.
package enum ReadingPlace: Equatable, Sendable {
    /// In a process of its own, begun anew for each: a delivery that breaks it breaks nothing else.
    case process(program: String)
    /// In this process: for a look at one file.
    case here

    /// In a process of this very program, also where its file was replaced meanwhile.
    package static let ownProcess = ReadingPlace.process(program: "/proc/self/exe")
}
