/// Why the daemon cannot begin its work, with what to do about it.
package struct StartFault: Error, Equatable, CustomStringConvertible {
    package let cause: Cause
    package let description: String

    package enum Cause: Sendable {
        case schema
        case pepper
        case stateDirectory
    }

    package init(_ cause: Cause, _ description: String) {
        self.cause = cause
        self.description = description
    }
}
