import ArgumentParser
import FoundationEssentials
import Simulation

struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "写出一个虚构地区的数据、配置与答案 / Write the exports of an invented prefecture, a configuration and the answers",
        discussion: """
            例 / Examples:
              docket simulate --seed 1 --days 14 --out /tmp/demo
              docket simulate --format xlsx.zip --out /tmp/demo
            --format: \(FormatChoice.names.joined(separator: ", "))；mixed 为各数据源各用一种 / each feed in another;
              其余可接 .gz 或 .zip / the others also with .gz or .zip behind them。csv 为各厂家原有写法 / as each vendor writes it.
            """
    )

    @Option(name: .long, help: "同一种子，同样字节 / the same seed gives the same bytes")
    var seed: UInt64 = 1

    @Option(name: .long, help: "天数 / days")
    var days = 14

    @Option(name: .long, help: "输出文件夹 / folder to write to")
    var out: String

    @Option(name: .customLong("config-directory"), help: "Config 文件夹；默认 ./Config / the Config folder")
    var configDirectory = "Config"

    @Option(name: .long, help: "规模,1为一个地级市 / scale; 1 is one prefecture")
    var scale = 1.0

    @Option(
        name: .long,
        help: "导出的格式,如 json、xlsx.zip、mixed / format of the exports, such as json, xlsx.zip, mixed",
        transform: { name in
            guard let formats = FormatChoice(named: name) else {
                throw ValidationError(
                    "没有格式 \(name) / there is no format \(name); one of: \(FormatChoice.names.joined(separator: ", ")), with .gz or .zip"
                )
            }
            return formats
        }
    )
    var format = FormatChoice.plain

    @Flag(name: .long, help: "以JSON输出 / print JSON for machines")
    var json = false

    func run() throws {
        let here = FileManager.default.currentDirectoryPath
        let config = configDirectory.hasPrefix("/") ? configDirectory : here + "/" + configDirectory
        guard FileManager.default.fileExists(atPath: config + "/law/clocks.yaml") else {
            throw ValidationError(
                "\(config) 不是 Config 文件夹，请用 --config-directory 指明 / is not the Config folder; name it with --config-directory"
            )
        }
        let simulation = try Simulation(seed: seed, days: days, scale: scale)
        let summary = try simulation.write(to: out, as: format)
        _ = try SimulationConfig(seed: seed, configDirectory: config, formats: format).write(to: out)
        if json { return try Terminal.json(Report(summary, folder: out)) }
        Terminal.say("\(out): \(summary.feeds.map { "\($0.name) \($0.files)" }.joined(separator: ", "))")
        Terminal.say("as-of \(summary.key.asOf)")
    }

    private struct Report: Encodable {
        let folder: String
        let asOf: String
        /// Number of files by feed.
        let feeds: [String: Int]

        init(_ summary: SimulationSummary, folder: String) {
            self.folder = folder
            asOf = "\(summary.key.asOf)"
            feeds = Dictionary(summary.feeds.map { ($0.name, $0.files) }, uniquingKeysWith: { first, _ in first })
        }
    }
}
