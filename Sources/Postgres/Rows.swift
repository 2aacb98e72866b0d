import CLibpq

/// The result of one statement. Owns the libpq result and frees it when it goes out of scope.
package struct Rows: ~Copyable {
    private let raw: OpaquePointer

    init(adopting raw: OpaquePointer) { self.raw = raw }
    deinit { PQclear(raw) }

    var status: ExecStatusType { PQresultStatus(raw) }

    /// What the server did, in its words: `COMMIT`, `INSERT 0 5`.
    var command: String { PQcmdStatus(raw).map { String(cString: $0) } ?? "" }

    /// The number of rows returned.
    package var count: Int { Int(PQntuples(raw)) }

    /// The number of rows inserted, updated, deleted or selected.
    package var affected: Int { PQcmdTuples(raw).flatMap { Int(String(cString: $0)) } ?? 0 }

    /// The names of the columns, in their order.
    package var columnNames: [String] {
        (0..<PQnfields(raw)).map { PQfname(raw, $0).map { String(cString: $0) } ?? "" }
    }

    /// Calls `transform` with every row in turn and returns what it made of them.
    package func map<Value, Failure: Error>(_ transform: (borrowing Row) throws(Failure) -> Value) throws(Failure)
        -> [Value]
    {
        var values: [Value] = []
        values.reserveCapacity(count)
        for index in 0..<count { values.append(try transform(Row(raw: raw, index: Int32(index)))) }
        return values
    }

    /// Calls `body` with every row in turn.
    package func forEach<Failure: Error>(_ body: (borrowing Row) throws(Failure) -> Void) throws(Failure) {
        for index in 0..<count { try body(Row(raw: raw, index: Int32(index))) }
    }

    /// What `transform` makes of the first row; nil if there is none.
    package func first<Value, Failure: Error>(_ transform: (borrowing Row) throws(Failure) -> Value) throws(Failure)
        -> Value?
    {
        guard count > 0 else { return nil }
        return try transform(Row(raw: raw, index: 0))
    }

    /// What `transform` makes of the only row.
    ///
    /// - Throws: `DatabaseError` of kind `unexpectedResult` if there is none or more than one; what `transform` throws.
    package func single<Value>(_ transform: (borrowing Row) throws -> Value) throws -> Value {
        guard count == 1 else {
            throw DatabaseError(kind: .unexpectedResult, message: "one row was expected, \(count) came")
        }
        return try transform(Row(raw: raw, index: 0))
    }
}

extension Rows {
    /// The error this result reports.
    func error(isConnected: Bool) -> DatabaseError {
        let state = field("C").map { SQLState(rawValue: $0) }
        let message = field("M") ?? String(cString: PQresultErrorMessage(raw))
        return DatabaseError(
            kind: isConnected ? .statementFailed(state ?? .unknown) : .connectionLost,
            message: message,
            detail: field("D") ?? "",
            hint: field("H") ?? ""
        )
    }

    private func field(_ code: Unicode.Scalar) -> String? {
        PQresultErrorField(raw, Int32(code.value)).map { String(cString: $0) }
    }
}
