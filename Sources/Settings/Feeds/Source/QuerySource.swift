/// A query of another PostgreSQL database, whose result is taken as CSV.
package struct QuerySource: Equatable, Sendable {
    /// A libpq connection string without a password in it.
    package var connection: String
    /// One `SELECT`; `:high_water` in it stands for the highest value taken so far, as a text.
    package var sql: String
    package var highWater: HighWater?
    /// For the statement, in seconds.
    package var timeoutSeconds: Int64
    /// Bytes of the result.
    package var largest: Int64

    /// By what the query knows what was taken already.
    package struct HighWater: Equatable, Sendable {
        /// A column of the result.
        package var column: String
        /// What stands for the highest value before anything was taken.
        package var start: String

        package init(column: String, start: String) {
            self.column = column
            self.start = start
        }
    }

    /// What is replaced by the highest value.
    package static let placeholder = ":high_water"

    package init(
        connection: String,
        sql: String,
        highWater: HighWater?,
        timeoutSeconds: Int64 = 900,
        largest: Int64 = 2 << 30
    ) {
        self.connection = connection
        self.sql = sql
        self.highWater = highWater
        self.timeoutSeconds = timeoutSeconds
        self.largest = largest
    }
}
