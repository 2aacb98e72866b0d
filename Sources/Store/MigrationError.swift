/// Why a database is not migrated.
package enum MigrationError: Error, Equatable, CustomStringConvertible {
    /// A newer program was here; this one would not understand what it finds.
    case newer(database: Int32, program: Int32)
    /// A migration was applied that is not the one this program carries under the number.
    case different(number: Int32)

    /// Cause and remedy, for people to read.
    package var description: String {
        switch self {
        case .newer(let database, let program):
            """
            数据库结构版本 \(database) 高于本程序的 \(program)，请使用较新的程序 / the database's schema is at \(database), \
            this program knows it up to \(program); run the newer program
            """
        case .different(let number):
            """
            数据库中第 \(number) 号迁移与本程序不一致，请使用匹配的程序版本 / migration \(number) in the database differs from \
            this program's; run the version that migrated it
            """
        }
    }
}
