import ArgumentParser
import Daemon
import Store

extension RejectsCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "待处理的退回行，按原因归并 / Rejected rows nobody has seen to, by cause",
            discussion: "例 / Example: docket rejects list --feed breath-tests --config /etc/docket/docket.yaml"
        )

        @OptionGroup var options: RejectionOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let passes = try await common.passes("rejects list")
            try await options.check(against: passes)
            let (causes, files) = try await passes.rejectionCauses(options.filter)
            let encodings = passes.configuration.encodings
            if common.json { return try Terminal.json(RejectionListReport(causes, files, encodings)) }
            for cause in causes { cause.sentences(encodings[cause.feed]).forEach(say) }
            for file in files { file.sentences.forEach(say) }
            let rows = causes.reduce(0) { $0 + $1.rows }
            Terminal.say("\(rows) 行待处理 / rows wait, \(files.count) 个文件待处理 / whole files wait")
        }

        /// A sentence in as many lines as the terminal needs, set in as it is.
        private func say(_ sentence: String) {
            Paragraph(indented: sentence, width: Terminal.room).lines.forEach(Terminal.say)
        }
    }
}
