import Foundation

/// A piece of SQL as it stands in the sources.
struct SQLText: CustomStringConvertible {
    let file: String
    let line: Int
    /// Without comments, and with a stand-in for what the program puts in.
    let text: String
    /// The program text around it.
    var before = ""
    var after = ""

    var description: String { "\(file):\(line)" }

    /// What migrations do, checks ask and the store says.
    static let all = Result { try migrations.get() + checks.get() + store.get() }
    static let migrations = Result { try readMigrations() }
    static let checks = Result { try readChecks() }
    static let store = Result { try readStore() }

    private static func readMigrations() throws -> [SQLText] {
        try Repository.files(in: "Sources/Store/Migrations", endingIn: ".sql").map { file in
            SQLText(file: file, line: 1, text: withoutComments(try Repository.text(file)))
        }
    }

    /// The block under `sql: |` of every check.
    private static func readChecks() throws -> [SQLText] {
        try Repository.files(in: "Config/checks", endingIn: ".yaml").map { file in
            let lines = try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false)
            let start = lines.firstIndex { $0.hasPrefix("sql: |") } ?? lines.endIndex
            let block = lines[start...].dropFirst().prefix { $0.isEmpty || $0.hasPrefix(" ") }
            return SQLText(file: file, line: start + 2, text: withoutComments(block.joined(separator: "\n")))
        }
    }

    /// The texts of the store that name one of its tables or begin as a statement does.
    private static func readStore() throws -> [SQLText] {
        try Repository.files(in: "Sources/Store", endingIn: ".swift").flatMap { file in
            SwiftTexts(try Repository.text(file)).texts.compactMap { literal in
                let text = withoutComments(literal.text)
                guard text.contains(/docket\.|\b(SELECT|FROM|JOIN|WHERE|UPDATE|DELETE|INSERT|RETURNING)\b/) else {
                    return nil
                }
                return SQLText(file: file, line: literal.line, text: text, before: literal.before, after: literal.after)
            }
        }
    }

    private static func withoutComments(_ sql: String) -> String {
        sql.replacing(/--[^\n]*/, with: "")
    }
}
