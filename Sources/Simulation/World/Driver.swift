/// A person and the vehicle they were stopped with.
package struct Driver: Equatable, Sendable {
    package var name: String
    package var id: String
    package var plate: String
    package var phone: String
}
