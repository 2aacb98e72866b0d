import Model

/// Whom the tests of a group or a stop speak of.
struct Identity {
    private(set) var persons: Set<Token> = []
    /// Those whose ID passes its own check.
    private(set) var surePersons: Set<Token> = []
    private(set) var plates: Set<Token> = []
    private(set) var names: Set<Token> = []

    mutating func add(_ test: StopTest) {
        if let person = test.person {
            persons.insert(person)
            if !test.isPersonDoubtful { surePersons.insert(person) }
        }
        if let plate = test.plate { plates.insert(plate) }
        if let name = test.name { names.insert(name) }
    }

    /// Whether the test speaks of someone else: an attribute both have, and not the same.
    ///
    /// An equal person ID settles the matter: a name misspelt or another plate under the same ID is still that person.
    /// An ID that fails its own check was mistyped, and says nothing against anybody.
    func contradicts(_ test: StopTest) -> Bool {
        if let person = test.person {
            if persons.contains(person) { return false }
            if !test.isPersonDoubtful, !surePersons.isEmpty { return true }
        }
        if let plate = test.plate, !plates.isEmpty, !plates.contains(plate) { return true }
        if let name = test.name, !names.isEmpty, !names.contains(name) { return true }
        return false
    }
}

extension StopTest {
    var isAnonymous: Bool { person == nil && plate == nil && name == nil }
}
