import CProcess
import Glibc

/// A process begun for one job, with a pipe from its standard output. It is killed and reaped with this value.
struct ChildProcess: ~Copyable {
    private let process: pid_t
    /// The reading end of its standard output.
    let output: CInt

    /// It could not be begun.
    struct Failure: Error {
        let code: CInt
    }

    /// How large a pipe is asked for: as much as is passed on at once.
    private static let pipeSize: CInt = 1 << 20

    /// - Parameters:
    ///   - program: what to run.
    ///   - arguments: the first is its name.
    ///   - input: what it finds on its standard input.
    /// - Throws: `Failure`.
    init(_ program: String, _ arguments: [String], input: [UInt8]) throws(Failure) {
        var ends: [CInt] = [-1, -1]
        guard docket_pipe(&ends) == 0 else { throw Failure(code: errno) }
        defer { close(ends[1]) }
        docket_enlarge_pipe(ends[1], Self.pipeSize)
        do {
            let job = try Self.file(holding: input)
            defer { close(job) }
            process = try Self.spawn(program, arguments, input: job, output: ends[1])
            output = ends[0]
        } catch {
            close(ends[0])
            throw error
        }
    }

    /// Waits for its end, which comes at once where its output has ended.
    ///
    /// - Returns: as `waitpid` gives it.
    consuming func end() -> Int32 {
        let (process, output) = (process, output)
        discard self
        return Self.reap(process, output)
    }

    deinit {
        kill(process, SIGKILL)
        _ = Self.reap(process, output)
    }

    private static func reap(_ process: pid_t, _ output: CInt) -> Int32 {
        close(output)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }

    private static func file(holding bytes: [UInt8]) throws(Failure) -> CInt {
        let file = docket_memory_file("job")
        guard file >= 0 else { throw Failure(code: errno) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { write(file, $0 + written, buffer.count - written) } ?? -1
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let code = errno
                close(file)
                throw Failure(code: code)
            }
            written += count
        }
        lseek(file, 0, SEEK_SET)
        return file
    }

    private static func spawn(
        _ program: String,
        _ arguments: [String],
        input: CInt,
        output: CInt
    ) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        Self.forgetSignals(&attributes)
        var words = arguments.map { strdup($0) } + [nil]
        var environment = Self.environment.map { strdup($0) } + [nil]
        defer { for word in words + environment { free(word) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, program, &actions, &attributes, &words, &environment)
        guard code == 0 else { throw Failure(code: code) }
        return process
    }

    /// What we ignore or hold back is no affair of the process: it ends by a signal as any other does.
    private static func forgetSignals(_ attributes: inout posix_spawnattr_t) {
        var (all, none) = (sigset_t(), sigset_t())
        sigfillset(&all)
        sigdelset(&all, SIGPIPE)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    }

    /// Nothing of ours but what the runtime needs: no credentials, no connection string. A backtrace would show memory,
    /// that is personal data.
    private static let environment = [
        "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "MALLOC_ARENA_MAX=1", "SWIFT_BACKTRACE=enable=no",
    ]
}
