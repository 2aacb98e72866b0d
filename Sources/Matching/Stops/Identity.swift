import Model

/// Whom the tests of a group or a stop speak of.
struct Identity {
    private(set) var persons: Set<Token> = []
    private(set) var plates: Set<Token> = []
    private(set) var names: Set<Token> = []

    mutating func add(_ test: StopTest) {
        if let person = test.person { persons.insert(person) }
        if let plate = test.plate { plates.insert(plate) }
        if let name = test.name { names.insert(name) }
    }

    /// Whether the test speaks of someone else: an attribute both have, and not the same.
    ///
    /// An equal person ID settles the matter: a name misspelt or another plate under the same ID is still that person.
    func contradicts(_ test: StopTest) -> Bool {
        if let person = test.person, !persons.isEmpty { return !persons.contains(person) }
        if let plate = test.plate, !plates.isEmpty, !plates.contains(plate) { return true }
        if let name = test.name, !names.isEmpty, !names.contains(name) { return true }
        return false
    }
}

extension StopTest {
    var isAnonymous: Bool { person == nil && plate == nil && name == nil }
}
