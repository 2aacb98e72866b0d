import Dispatch
import Feeds
import Foundation
import Glibc
import TestSupport

/// The real executable, run as a person or a service manager would run it.
struct DocketProgram {
    /// What a run came to.
    struct Outcome {
        let code: Int32
        let output: String
        let errors: String
        /// The most memory it held at once, in bytes.
        let peakMemory: Int
    }

    /// The executable stands beside the tests' own.
    private static var path: String {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: own).deletingLastPathComponent().appending(path: "docket").path
    }

    /// Deliveries are read as the daemon reads them.
    static var reading: ReadingPlace { .process(program: path) }

    /// Runs it to its end.
    ///
    /// - Parameters:
    ///   - arguments: Without the program's own name.
    ///   - environment: Added to that of the tests.
    /// - Returns: What it came to.
    /// - Throws: Why it could not be started.
    static func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Outcome {
        try await run(arguments, environment: environment) { _ in }.outcome
    }

    /// Runs it to its end, and something else beside it.
    ///
    /// - Parameters:
    ///   - arguments: Without the program's own name.
    ///   - environment: Added to that of the tests.
    ///   - beside: Begun with the number of the process once it runs.
    /// - Returns: What the program came to, and what `beside` did.
    /// - Throws: Why it could not be started, or what `beside` throws.
    static func run<Value: Sendable>(
        _ arguments: [String],
        environment: [String: String] = [:],
        beside: @Sendable (pid_t) async throws -> Value
    ) async throws -> (outcome: Outcome, beside: Value) {
        let folder = try TemporaryFolder()
        let (output, errors) = (folder.path + "/output", folder.path + "/errors")
        let whole = ProcessInfo.processInfo.environment.merging(environment) { _, given in given }
        let process = try spawn([path] + arguments, whole, output, errors)
        let value = try await beside(process)
        // Waiting for a child blocks its thread, which must be none of those the tests share.
        let (status, memory) = try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try end(of: process) }) }
        }
        let outcome = Outcome(
            code: status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F),
            output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8),
            peakMemory: memory
        )
        return (outcome, value)
    }

    private static func spawn(
        _ arguments: [String],
        _ environment: [String: String],
        _ output: String,
        _ errors: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
        var words = arguments.map { strdup($0) } + [nil]
        var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + settings { free(text) } }
        var process = pid_t()
        let code = posix_spawn(&process, arguments[0], &actions, nil, &words, &settings)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        return process
    }

    private static func end(of process: pid_t) throws -> (status: Int32, memory: Int) {
        var (status, usage) = (Int32(), rusage())
        while wait4(process, &status, 0, &usage) < 0 {
            guard errno == EINTR else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        }
        return (status, Int(usage.ru_maxrss) << 10)
    }
}
