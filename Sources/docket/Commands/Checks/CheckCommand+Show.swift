import ArgumentParser
import Settings

extension CheckCommand {
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "查看一项核查：条件、时限、依据、例外 / Show a check: condition, clocks, law, exceptions",
            discussion: "例 / Example: docket check show drunk-no-case --config /etc/docket/docket.yaml"
        )

        @Argument(help: "核查名称或文件 / name of a check, or its file")
        var check: String

        @OptionGroup var common: CommonOptions

        func run() async throws {
            let configuration = try common.load()
            let check = try CheckCommand.find(check, in: configuration)
            let sheet = CheckSheet(check, configuration)
            if common.json { return try Terminal.json(sheet.report) }
            for line in sheet.lines {
                Paragraph(indented: line, width: Terminal.room).lines.forEach(Terminal.say)
            }
        }
    }
}
