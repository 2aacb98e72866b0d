package import Settings

/// How the examples of one check went.
package struct CheckTrial: Sendable {
    package let check: CheckDefinition
    /// Why none could be run; nil where they could.
    package let refusal: String?
    package let examples: [Example]

    /// How one example went.
    package struct Example: Sendable {
        package let name: String
        /// In what it differs from what the file expects; empty where it does not.
        package let faults: [String]
    }

    package var isPassed: Bool { refusal == nil && examples.allSatisfy(\.faults.isEmpty) }
}
