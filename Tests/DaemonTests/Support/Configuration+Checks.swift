import Settings

extension Configuration {
    /// Leaves out all checks but these: what the others say of the same records is not the matter.
    mutating func keepChecks(_ names: String...) { checks.removeAll { !names.contains($0.id) } }
}
