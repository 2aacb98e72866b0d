import Model

/// Whom the tests of a group or a stop speak of.
struct Identity {
    private(set) var persons: Set<Token> = []
    /// Those whose ID passes its own check.
    private(set) var surePersons: Set<Token> = []
    private(set) var plates: Set<Token> = []
    private(set) var names: Set<Token> = []
    /// The plate stated last.
    private var lastPlate: Token?

    mutating func add(_ test: StopTest) {
        if let person = test.person {
            persons.insert(person)
            if !test.isPersonDoubtful { surePersons.insert(person) }
        }
        if let plate = test.plate {
            plates.insert(plate)
            lastPlate = plate
        }
        if let name = test.name { names.insert(name) }
    }

    /// Whether the test speaks of someone else: an attribute both have, and not the same.
    ///
    /// An equal person ID settles the matter: a name misspelt or another plate under the same ID is still that person.
    /// An ID that fails its own check was mistyped, and says nothing against anybody. Of several plates the last counts:
    /// going back to an earlier one is another vehicle again.
    func contradicts(_ test: StopTest) -> Bool {
        if let person = test.person {
            if surePersons.contains(person) { return false }
            if !test.isPersonDoubtful, !surePersons.isEmpty { return true }
            if persons.contains(person) { return false }
        }
        if let plate = test.plate, let lastPlate, plate != lastPlate { return true }
        if let name = test.name, !names.isEmpty, !names.contains(name) { return true }
        return false
    }
}

extension StopTest {
    /// Whether a new group begins with this test where it follows `other`, however the group of `other` began.
    ///
    /// A group knows one sure person at most, for a second contradicts it, and one last plate; so two sure persons are
    /// parted for certain, and so are two plates where the test names nobody the group might know.
    func surelyBegins(after other: StopTest) -> Bool {
        if let person {
            guard let known = other.person else { return false }
            return person != known && !isPersonDoubtful && !other.isPersonDoubtful
        }
        guard let plate, let known = other.plate else { return false }
        return plate != known
    }

    var isAnonymous: Bool { person == nil && plate == nil && name == nil }
}
