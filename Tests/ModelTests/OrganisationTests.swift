import Model
import Testing

@Suite struct OrganisationTests {
    @Test(
        "short codes stand for themselves with zeros",
        arguments: [
            ("430802000000", "430802000000"), ("430802", "430802000000"), ("43080200", "430802000000"),
            ("4308020001", "430802000100"), (" ４３０８０２ ", "430802000000"),
        ]
    )
    func sound(text: String, code: String) {
        #expect(Reading(text, by: Organisation.normalise) == .sound(code))
    }

    @Test(
        "anything else is kept with its defect",
        arguments: ["4308", "4308021", "43080200000", "4308020000001", "永定大队", "43080A"]
    )
    func flawed(text: String) {
        #expect(Reading(text, by: Organisation.normalise) == .flawed(text, .form))
    }

    @Test("nothing is absent", arguments: ["", "无", "-"])
    func absent(text: String) {
        #expect(Reading(text, by: Organisation.normalise) == .absent)
        #expect(Reading(text, by: PoliceNumber.normalise) == .absent)
    }

    @Test("a police number has six digits, and 999999 is nobody's")
    func policeNumbers() {
        #expect(Reading("012345", by: PoliceNumber.normalise) == .sound("012345"))
        #expect(Reading(" ０１２３４５", by: PoliceNumber.normalise) == .sound("012345"))
        #expect(Reading("999999", by: PoliceNumber.normalise) == .absent)
        #expect(Reading("fj0123", by: PoliceNumber.normalise) == .flawed("FJ0123", .form))
        #expect(Reading("01**45", by: PoliceNumber.normalise) == .flawed("01**45", .masked))
    }
}
