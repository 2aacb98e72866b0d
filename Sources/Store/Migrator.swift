import Hashing
package import Model
package import Postgres

/// Brings the schema up to date: every migration once, in order, each in a transaction of its own.
package struct Migrator: Sendable {
    /// One step of the schema. A number is never reused and a landed migration never edited.
    package struct Migration: Sendable {
        /// Its place in the order.
        package let number: Int32
        /// What it does, in a word or two.
        package let name: String
        /// Its statements, in UTF-8.
        package let sql: [UInt8]

        /// Names the statements of a step.
        package init(_ number: Int32, _ name: String, _ sql: [UInt8]) {
            self.number = number
            self.name = name
            self.sql = sql
        }

        var hash: [UInt8] { SHA256.hash(sql) }
    }

    /// Every migration this program knows, in order.
    package static let migrations: [Migration] = [
        Migration(1, "deliveries", PackageResources.M0001_deliveries_sql),
        Migration(2, "records", PackageResources.M0002_records_sql),
        Migration(3, "review", PackageResources.M0003_review_sql),
        Migration(4, "alerts", PackageResources.M0004_alerts_sql),
        Migration(5, "views", PackageResources.M0005_views_sql),
        Migration(6, "holds", PackageResources.M0006_holds_sql),
        Migration(7, "lookups", PackageResources.M0007_lookups_sql),
        Migration(8, "parts", PackageResources.M0008_parts_sql),
        Migration(9, "rejects", PackageResources.M0009_rejects_sql),
        Migration(10, "presence", PackageResources.M0010_presence_sql),
        Migration(11, "health", PackageResources.M0011_health_sql),
        Migration(12, "set aside", PackageResources.M0012_set_aside_sql),
        Migration(13, "doubts", PackageResources.M0013_doubts_sql),
        Migration(14, "times", PackageResources.M0014_times_sql),
        Migration(15, "keys", PackageResources.M0015_keys_sql),
        Migration(16, "kinds", PackageResources.M0016_kinds_sql),
        Migration(17, "checks", PackageResources.M0017_checks_sql),
    ]

    /// Something worth telling whoever waits for the migration.
    package enum Progress: Equatable, Sendable {
        /// Another process migrates the same database; told once a second.
        case waiting
        case applied(number: Int32, name: String)
    }

    private let migrations: [Migration]

    /// - Parameter migrations: The steps known; tests give others.
    package init(_ migrations: [Migration] = Self.migrations) { self.migrations = migrations }

    /// Applies what is missing.
    ///
    /// - Parameters:
    ///   - session: A session that owns the schema, or may create it.
    ///   - now: What is noted as the time of the migration.
    ///   - report: Told of every step.
    /// - Throws: `MigrationError` if the database is not one this program may touch; `DatabaseError`.
    package func migrate(_ session: borrowing Session, now: Instant, report: (Progress) -> Void = { _ in }) throws {
        try session.locked(Self.lockNumber, waiting: { report(.waiting) }) { session in
            try makeLedger(session)
            let applied = try verified(session)
            for migration in migrations where !applied.contains(migration.number) {
                try apply(migration, session, now)
                report(.applied(number: migration.number, name: migration.name))
            }
        }
    }

    /// How the database's schema compares with what this program knows. Changes nothing.
    ///
    /// - Throws: `MigrationError` if an applied migration differs from ours; `DatabaseError`.
    package func state(_ session: borrowing Session) throws -> SchemaState {
        guard try isPresent(session) else { return .missing }
        let newest = try newestApplied(session)
        guard newest <= newestKnown else { return .newer(newest) }
        let applied = try verified(session)
        return applied.isSuperset(of: migrations.map(\.number)) ? .current(newest) : .older(newest)
    }
}

extension Migrator {
    /// Held while migrating; any number will do that nobody else in the database uses: "docket" in ASCII.
    private static let lockNumber: Int64 = 0x646F_636B_6574

    private var newestKnown: Int32 { migrations.map(\.number).max() ?? 0 }

    private func makeLedger(_ session: borrowing Session) throws {
        guard try !isPresent(session) else { return }
        try session.transaction { session in
            // The schema may have been made for us, on a database in which we may make none.
            let isMade = try session.run("SELECT to_regnamespace('docket') IS NOT NULL").single { try $0.flag(0) }
            if !isMade { try session.runScript("CREATE SCHEMA docket") }
            try session.runScript(
                """
                CREATE TABLE docket.migration (
                    number     integer     PRIMARY KEY,
                    name       text        NOT NULL,
                    sha256     bytea       NOT NULL,
                    applied_at timestamptz NOT NULL
                );
                COMMENT ON TABLE docket.migration IS '[coordinator] 已执行的迁移 / Migrations that were applied'
                """
            )
        }
    }

    private func apply(_ migration: Migration, _ session: borrowing Session, _ now: Instant) throws {
        try session.transaction { session in
            try session.runScript(String(decoding: migration.sql, as: UTF8.self))
            try session.run(
                "INSERT INTO docket.migration (number, name, sha256, applied_at) VALUES ($1, $2, $3, $4)",
                [
                    .integer32(migration.number), .text(migration.name), .bytes(migration.hash),
                    .instant(now.microseconds),
                ]
            )
        }
    }

    private func isPresent(_ session: borrowing Session) throws -> Bool {
        try session.run("SELECT to_regclass('docket.migration') IS NOT NULL")
            .single { try $0.flag(0) }
    }

    private func newestApplied(_ session: borrowing Session) throws -> Int32 {
        try session.run("SELECT coalesce(max(number), 0) FROM docket.migration")
            .single { try $0.integer32(0) }
    }

    /// The numbers of the applied migrations, each of which is one of ours.
    private func verified(_ session: borrowing Session) throws -> Set<Int32> {
        let newest = try newestApplied(session)
        guard newest <= newestKnown else { throw MigrationError.newer(database: newest, program: newestKnown) }
        let rows = try session.run("SELECT number, sha256 FROM docket.migration ORDER BY number")
        let applied = try rows.map { row in (number: try row.integer32(0), hash: try row.bytes(1)) }
        for (number, hash) in applied {
            guard let ours = migrations.first(where: { $0.number == number }), ours.hash == hash else {
                throw MigrationError.different(number: number)
            }
        }
        return Set(applied.map(\.number))
    }
}
