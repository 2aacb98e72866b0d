/// The long-running daemon behind `docket run`.
struct DaemonRun {
    let common: CommonOptions

    func run() async throws {}
}
