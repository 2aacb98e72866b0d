import Postgres
import Testing

@Suite("Errors") struct DatabaseErrorTests {
    @Test(
        "what may succeed later is told from what never will",
        arguments: [
            ("08006", true), ("40001", true), ("40P01", true), ("53100", true), ("53300", true), ("57P01", true),
            ("57P03", true), ("55P03", true), ("57014", false), ("23505", false), ("42P01", false), ("25006", false),
            ("08P01", false), ("", false),
        ]
    )
    func transience(state: String, isTransient: Bool) {
        let error = DatabaseError(kind: .statementFailed(SQLState(rawValue: state)), message: "")
        #expect(error.isTransient == isTransient)
    }

    @Test(
        "what the values of a file are at fault for is told from what a statement or the server is",
        arguments: [
            ("22001", true), ("23505", true), ("54000", true), ("42703", false), ("53100", false), ("57014", false),
        ]
    )
    func ofTheData(state: String, isOfTheData: Bool) {
        #expect(
            DatabaseError(kind: .statementFailed(SQLState(rawValue: state)), message: "").isOfTheData == isOfTheData
        )
    }

    @Test("a description is one line with the SQLSTATE and without the detail")
    func description() {
        let error = DatabaseError(
            kind: .statementFailed(.uniqueViolation),
            message: "duplicate key\n",
            detail: "Key (plate)=(湘GA1234) already exists."
        )
        #expect("\(error)" == "duplicate key [23505]")
    }
}
