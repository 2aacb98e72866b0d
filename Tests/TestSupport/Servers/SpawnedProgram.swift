import Foundation
import Glibc
import Synchronization

/// A program under way.
///
/// Foundation's `Process` waits for the end of one program where all of them wait, as soon as that one closes what it
/// inherited; sshd does so at its start, and no other program would be seen to end.
final class SpawnedProgram: Sendable {
    private let number: pid_t
    /// The status it ended with; nil while it runs.
    private let end = Mutex<Int32?>(nil)

    /// - Parameters:
    ///   - program: its path.
    ///   - arguments: without its own name.
    ///   - folder: where it runs.
    ///   - log: where its words go.
    /// - Throws: `ChildServer.NotUp` where it cannot be run.
    init(_ program: String, _ arguments: [String], in folder: TemporaryFolder, log: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let words = Self.words(["env", "-C", folder.path, program] + arguments)
        let environment = Self.words(["PATH=/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL=C.UTF-8"])
        defer { for word in words + environment { free(word) } }
        var number: pid_t = 0
        let code = posix_spawn(&number, "/usr/bin/env", &actions, nil, words, environment)
        guard code == 0 else { throw ChildServer.NotUp(words: "\(program): \(String(cString: strerror(code)))") }
        self.number = number
    }

    deinit { kill() }

    private static func words(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }

    var isRunning: Bool { status(WNOHANG) == nil }

    /// Waits for its end.
    ///
    /// - Returns: 0 where it ended well.
    func wait() -> Int32 { status(0) ?? -1 }

    func kill() {
        guard isRunning else { return }
        Glibc.kill(number, SIGKILL)
        _ = wait()
    }

    private func status(_ options: Int32) -> Int32? {
        end.withLock { end in
            if end != nil { return end }
            var status: Int32 = 0
            if waitpid(number, &status, options) == number { end = status }
            return end
        }
    }
}

/// Runs a program to its end.
///
/// - Throws: `ChildServer.NotUp` with its words where it fails.
func runProgram(_ program: String, _ arguments: [String], in folder: TemporaryFolder) throws {
    let log = folder.path + "/program.log"
    let run = try SpawnedProgram(program, arguments, in: folder, log: log)
    guard run.wait() == 0 else {
        let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        throw ChildServer.NotUp(words: "\(program) \(arguments): \(words)")
    }
}
