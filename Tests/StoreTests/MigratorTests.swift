import Model
import Postgres
import Store
import TestSupport
import Testing

@Suite("The migrator", .ownDatabase, .timeLimit(.minutes(10))) struct MigratorTests {
    let first = Migrator.Migration(9001, "first", Array("CREATE TABLE docket.first (n bigint)".utf8))
    let second = Migrator.Migration(9002, "second", Array("CREATE TABLE docket.second (n bigint)".utf8))
    let broken = Migrator.Migration(9002, "broken", Array("CREATE TABLE docket.half (n bigint); SELECT 1/0".utf8))
    let now = Instant(microseconds: 1_764_038_919_000_000)
    let connection = OwnDatabase.connection

    private func migrator(_ more: Migrator.Migration...) -> Migrator { Migrator(Migrator.migrations + more) }

    @Test("every migration is applied once, in order, and noted with its hash and time")
    func inOrder() async throws {
        let told = try await connection.use { [self] session in
            var told: [Migrator.Progress] = []
            #expect(try Migrator().state(session) == .current(Migrator.migrations.last?.number ?? 0))
            try migrator(first).migrate(session, now: now) { told.append($0) }
            #expect(try migrator(first, second).state(session) == .older(9001))
            try migrator(first, second).migrate(session, now: now) { told.append($0) }
            try migrator(first, second).migrate(session, now: now) { told.append($0) }
            #expect(try migrator(first, second).state(session) == .current(9002))
            let noted = try session.run("SELECT applied_at FROM docket.migration WHERE number > 9000")
            #expect(try noted.map { try $0.instant(0) } == [now.microseconds, now.microseconds])
            return told
        }
        #expect(told == [.applied(number: 9001, name: "first"), .applied(number: 9002, name: "second")])
    }

    @Test("a migration that fails leaves nothing of itself, and the lock free")
    func failure() async throws {
        try await connection.use { [self] session in
            #expect(throws: DatabaseError.self) { try migrator(first, broken).migrate(session, now: now) }
            #expect(try migrator(first).state(session) == .current(9001))
            let half = try session.run("SELECT to_regclass('docket.half') IS NULL").single { try $0.flag(0) }
            #expect(half)
            let locks =
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            #expect(try session.run(locks).single { try $0.integer(0) } == 0)
        }
    }

    @Test("a database a newer program migrated is left alone")
    func newer() async throws {
        try await connection.use { [self] session in
            try migrator(first, second).migrate(session, now: now)
            #expect(try migrator(first).state(session) == .newer(9002))
            let error = #expect(throws: MigrationError.self) { try migrator(first).migrate(session, now: now) }
            #expect(error == .newer(database: 9002, program: 9001))
        }
    }

    @Test("a migration that was edited after it was applied is noticed")
    func edited() async throws {
        try await connection.use { [self] session in
            try migrator(first, second).migrate(session, now: now)
            let other = Migrator.Migration(9001, "first", Array("SELECT 1".utf8))
            let error = #expect(throws: MigrationError.self) { try migrator(other, second).migrate(session, now: now) }
            #expect(error == .different(number: 9001))
            #expect(throws: MigrationError.self) { try migrator(other, second).state(session) }
        }
    }

    @Test("of several that migrate at once one does the work and the others wait")
    func atOnce() async throws {
        let parameters = OwnDatabase.parameters
        let applied = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask { [self] in
                    try await Connection(parameters, label: "migrating").use { session in
                        var applied = 0
                        try migrator(first, second).migrate(session, now: now) { if $0 != .waiting { applied += 1 } }
                        return applied
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(applied == 2)
    }

    @Test("a schema made beforehand by an administrator is used as it is")
    func schemaMadeBefore() async throws {
        try await connection.use { [self] session in
            try session.runScript("DROP SCHEMA docket CASCADE")
            #expect(try Migrator([first]).state(session) == .missing)
            try session.runScript("CREATE SCHEMA docket")
            try Migrator([first]).migrate(session, now: now)
            #expect(try Migrator([first]).state(session) == .current(9001))
        }
    }
}
