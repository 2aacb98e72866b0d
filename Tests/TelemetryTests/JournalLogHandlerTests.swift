import Foundation
import Logging
import Telemetry
import Testing

@Suite struct JournalLogHandlerTests {
    private let notebook = Notebook()

    @Test("a line for a person bears the time in Asia/Shanghai and the level")
    func plain() {
        notebook.logger().warning("feed is late", metadata: ["feed": "cases", "hours": "3"])
        #expect(notebook.lines == ["2025-03-01T08:00:00+08:00 warning feed is late feed=cases hours=3"])
    }

    @Test(
        "a line for the journal begins with the number of its level",
        arguments: [
            (Logger.Level.critical, 2), (.error, 3), (.warning, 4), (.notice, 5), (.info, 6), (.debug, 7), (.trace, 7),
        ]
    )
    func journal(level: Logger.Level, number: Int) {
        notebook.logger(.journal).log(level: level, "hello")
        #expect(notebook.lines == ["<\(number)>hello"])
    }

    @Test("nothing logged begins a line of its own, forges a pair or reaches the terminal")
    func injection() {
        let evil = "x\n<0>forged\r\u{1B}[2J\u{202E}\u{2028}"
        notebook.logger(.journal).info("\(evil)", metadata: ["a b=\n": "\(evil)", "quoted": "say \"hi\" \\"])
        #expect(
            notebook.lines == [
                #"<6>x\n<0>forged\r\u{1b}[2J\u{202e}\u{2028} "#
                    + #"a_b_\n=x\n<0>forged\r\u{1b}[2J\u{202e}\u{2028} quoted="say \"hi\" \\""#
            ]
        )
    }

    @Test("a value of several words, or of none, stands in quotes")
    func quoted() {
        notebook.logger().info(
            "m",
            metadata: ["a": "", "b": "x y", "c": "k=v", "d": ["p", "q"], "e": .dictionary(["k": "v"])]
        )
        #expect(notebook.lines.first?.hasSuffix(#"info m a="" b="x y" c="k=v" d="[p, q]" e="{k=v}""#) == true)
    }

    @Test("personal data is not logged, under whatever key a record has it")
    func personal() {
        let logger = notebook.logger()
        logger.info(
            "m",
            metadata: ["person_id": "430802199001010013", "record.plate": "湘G12345", "PHONE": "13812345678"]
        )
        logger.info("m", metadata: ["record": .dictionary(["person_name": "张三", "row": "5"])])
        #expect(notebook.lines.first?.hasSuffix("m PHONE=*** person_id=*** record.plate=***") == true)
        #expect(notebook.lines.last?.contains("张三") == false)
        #expect(notebook.lines.last?.contains("row=5") == true)
    }

    @Test("what is said with the line outranks what the logger carries")
    func merged() {
        var logger = notebook.logger()
        logger[metadataKey: "feed"] = "cases"
        logger[metadataKey: "region"] = "430800"
        logger.info("m", metadata: ["feed": "notices"])
        #expect(notebook.lines.first?.hasSuffix("info m feed=notices region=430800") == true)
    }

    @Test("a copied logger keeps its own level and metadata")
    func values() {
        let first = notebook.logger(level: .error)
        var second = first
        second.logLevel = .debug
        second[metadataKey: "only"] = "second"
        first.info("unheard")
        second.info("heard")
        #expect(notebook.lines.map { $0.hasSuffix("info heard only=second") } == [true])
    }

    @Test("the journal's form is used only where the stream is the journal's own")
    func form() throws {
        let pipe = Pipe()
        let descriptor = pipe.fileHandleForWriting.fileDescriptor
        var status = stat()
        try #require(fstat(descriptor, &status) == 0)
        let own = "\(status.st_dev):\(status.st_ino)"
        #expect(LogForm.fitting(descriptor: descriptor, environment: ["JOURNAL_STREAM": own]) == .journal)
        #expect(LogForm.fitting(descriptor: descriptor, environment: ["JOURNAL_STREAM": own + "1"]) == .plain)
        #expect(LogForm.fitting(descriptor: descriptor, environment: ["JOURNAL_STREAM": "x"]) == .plain)
        #expect(LogForm.fitting(descriptor: descriptor, environment: [:]) == .plain)
        #expect(LogForm.fitting(descriptor: -1, environment: ["JOURNAL_STREAM": own]) == .plain)
    }
}
