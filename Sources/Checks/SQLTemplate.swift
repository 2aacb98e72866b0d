/// The SQL of a check with its `:name` parameters turned into PostgreSQL's `$n`.
package struct SQLTemplate: Equatable, Sendable {
    package let sql: String
    /// Names in the order of their numbers: the first is `$1`. A name used twice has one number.
    package let parameters: [String]

    /// Reads the SQL, leaving quoted text, quoted names, comments and `::casts` alone.
    ///
    /// - Parameters:
    ///   - source: the SQL.
    ///   - confined: whether it is of the subjects given alone. Of everything there is `= ANY (:subjects)` would be a list
    ///     of everything there is.
    /// - Throws: `SQLTemplateError` where a quote or comment is not closed, or the SQL has a `$n` of its own.
    package init(_ source: String, confined: Bool = true) throws(SQLTemplateError) {
        let source = confined ? source : Self.unconfined(source)
        var scanner = SQLScanner(Array(source.utf8))
        var output: [UInt8] = []
        var names: [String] = []
        while let piece = try scanner.next() {
            switch piece {
            case .text(let bytes): output += bytes
            case .parameter(let name):
                let index = names.firstIndex(of: name) ?? names.count
                if index == names.count { names.append(name) }
                output += Array("$\(index + 1)".utf8)
            }
        }
        sql = String(decoding: output, as: UTF8.self)
        parameters = names
    }

    private static func unconfined(_ source: String) -> String {
        source.replacing(/=\s*(?i:ANY)\s*\(\s*:subjects\s*\)/, with: "IS NOT NULL")
    }
}

/// Why the SQL of a check cannot be read, with the line it stands on, counted from 1.
package enum SQLTemplateError: Error, Equatable, CustomStringConvertible {
    case unclosed(what: String, line: Int)
    case numberedParameter(line: Int)

    package var description: String {
        switch self {
        case .unclosed(let what, let line):
            "sql, line \(line): \(what) is opened and never closed; close it"
        case .numberedParameter(let line):
            "sql, line \(line): a parameter by number; write a named one, such as :region, instead"
        }
    }
}
