import ArgumentParser
import Daemon
import Model

struct DigestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "写出日报并显示 / Write the digest and show it",
        discussion: "例 / Example: docket digest --language en --config /etc/docket/docket.yaml"
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var time: AsOfOption

    @Option(name: .long, help: "zh 或 en;默认按配置 / zh or en; by configuration otherwise")
    var language: Language?

    func run() async throws {
        let (digest, page) = try await common.passes("digest").report(now: time.instant, language: language)
        if common.json {
            try Terminal.json(["number": "\(digest.number)", "page": page, "text": digest.text])
        } else {
            Terminal.say(digest.text)
            Terminal.complain(page)
        }
    }
}

extension Language: ExpressibleByArgument {}
