import CLibpq

/// Which statements the server keeps prepared for a session.
///
/// A statement is prepared the second time it is run with parameters of the same types: what runs once is not worth
/// a round trip, and what runs often is parsed and planned once.
final class StatementCache {
    private struct Key: Hashable {
        let sql: String
        let types: [Oid]
    }

    private enum Entry {
        case seen
        case prepared(String)
    }

    enum Advice {
        case runPlain
        case prepareFirst(name: String)
        case runPrepared(name: String)
    }

    /// Enough for every statement of the program; text made up at run time must not fill the server's memory.
    private static let capacity = 512
    private var entries: [Key: Entry] = [:]
    private var namesGiven = 0

    func advice(for sql: String, types: [Oid]) -> Advice {
        let key = Key(sql: sql, types: types)
        switch entries[key] {
        case .prepared(let name): return .runPrepared(name: name)
        case .seen:
            namesGiven += 1
            return .prepareFirst(name: "docket_\(namesGiven)")
        case nil:
            if entries.count < Self.capacity { entries[key] = .seen }
            return .runPlain
        }
    }

    func remember(_ name: String, for sql: String, types: [Oid]) {
        entries[Key(sql: sql, types: types)] = .prepared(name)
    }

    /// Names already given stay taken on the server, and are not given again.
    func forgetAll() { entries = [:] }
}
