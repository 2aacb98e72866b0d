/// What a simulation wrote.
package struct SimulationSummary: Equatable, Sendable {
    package let key: AnswerKey
    /// Files and bytes for each feed, in the order of writing.
    package let feeds: [Feed]

    package struct Feed: Equatable, Sendable {
        package let name: String
        package let files: Int
        package let bytes: Int
    }
}
