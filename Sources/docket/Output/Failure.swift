import ArgumentParser
import Daemon
import Feeds
import Glibc
import Postgres
import Settings
import Simulation
import Store

/// Turns an error into a message for the person who must act, and an exit code for the program that called.
enum Failure {
    static func leave(with error: any Error, of command: any ParsableCommand.Type) -> Never {
        if let code = code(of: error) {
            Terminal.complain(text(of: error))
            exit(code)
        }
        // What the argument parser itself knows how to tell: help, the version, wrong use.
        let status = command.exitCode(for: error)
        guard status == .validationFailure else {
            if error is ExitCode || status == .success { command.exit(withError: error) }
            Terminal.complain("内部错误，请报告 / an internal fault; please report it: \(error)")
            exit(70)
        }
        Terminal.complain("用法有误 / wrong use\n\(command.fullMessage(for: error))")
        exit(64)
    }

    /// After sysexits.h; nil for what the argument parser itself knows how to tell.
    static func code(of error: any Error) -> Int32? {
        switch error {
        case is SettingsError: 78
        case let fault as StartFault: fault.cause == .stateDirectory ? 74 : 78
        case is MigrationError, is KeyMismatch: 78
        case let error as DatabaseError: databaseCode(of: error)
        case is FolderFault, is ArchiveFault, is DigestFault: 74
        case is UnreadableDelivery: 65
        case let error as SimulationError: simulationCode(of: error)
        case is CancellationError: 75
        case let refusal as Refusal: refusal.code
        default: nil
        }
    }

    private static func simulationCode(of error: SimulationError) -> Int32 {
        switch error {
        case .days, .scale, .full: 64
        case .example: 65
        case .write, .noExample: 74
        case .inconsistent, .pack: 70
        }
    }

    private static func databaseCode(of error: DatabaseError) -> Int32 {
        switch error.kind {
        case .unsupportedVersion, .unsupportedEncoding, .badConnectionString: 78
        case .connectionFailed, .connectionLost: 69
        default:
            if error.sqlState == .insufficientPrivilege {
                77
            } else if error.isTransient || error.isReadOnly {
                75
            } else {
                70
            }
        }
    }

    private static func text(of error: any Error) -> String {
        guard let database = error as? DatabaseError else { return "\(error)" }
        let remedy =
            switch database.kind {
            case .connectionFailed, .connectionLost:
                "无法连接数据库，请检查 database、PG* 变量与服务器 / the database cannot be reached; check `database`, the PG* variables and the server"
            case .unsupportedVersion, .unsupportedEncoding, .badConnectionString: ""
            default:
                if database.isReadOnly {
                    "数据库只读，请连接主库 / the database is read-only; connect to the primary"
                } else if database.sqlState == .insufficientPrivilege {
                    "权限不足，请执行 Deploy/roles.sql / not permitted; apply Deploy/roles.sql"
                } else {
                    ""
                }
            }
        return remedy.isEmpty ? "\(database)" : "\(remedy): \(database)"
    }
}

/// A request that cannot be met, with its exit code.
struct Refusal: Error, CustomStringConvertible {
    let code: Int32
    let description: String
}
