extension UnreadableDelivery {
    static func notXML(_ name: String) -> UnreadableDelivery {
        UnreadableDelivery(
            .otherFormat,
            explanation: "这不是 XML，而是 \(name) / this is not XML but \(name)",
            remedy: "请导出为 XML，或改正 feed 的格式 / export it as XML, or correct the feed's format"
        )
    }

    static func brokenXML(_ detail: String, line: Int64, offset: Int64) -> UnreadableDelivery {
        UnreadableDelivery(
            .syntax,
            line: line,
            explanation:
                "第 \(offset + 1) 字节处不是 XML，或文件不完整 / no XML at byte \(offset + 1), or the file is cut off there: \(detail)",
            remedy: "请来源单位改正后重新导出 / have the source mend it and export again"
        )
    }

    static func doctype(line: Int64) -> UnreadableDelivery {
        UnreadableDelivery(
            .syntax,
            line: line,
            explanation: "含有 DOCTYPE，为安全起见不读 / there is a DOCTYPE, which is refused for safety",
            remedy: "请导出不带 DOCTYPE 的 XML / export XML without a DOCTYPE"
        )
    }

    static func tooDeep(_ most: Int, line: Int64) -> UnreadableDelivery {
        UnreadableDelivery(
            .syntax,
            line: line,
            explanation: "元素嵌套超过 \(most) 层 / elements stand more than \(most) deep within one another",
            remedy: "请来源单位改正后重新导出 / have the source mend it and export again"
        )
    }

    static func longToken(_ most: Int64, line: Int64) -> UnreadableDelivery {
        UnreadableDelivery(
            .syntax,
            line: line,
            explanation: "一个标签或注释超过 \(most) 字节 / a tag or comment of more than \(most) bytes",
            remedy: "请来源单位改正后重新导出 / have the source mend it and export again"
        )
    }

    static func unknownXMLEncoding(line: Int64) -> UnreadableDelivery {
        .wrongEncoding(
            "XML 声明的编码无法识别 / the XML declares a character set that is not known here",
            line: line,
            "请导出为 UTF-8、UTF-16 或 GB18030 / export it as UTF-8, UTF-16 or GB18030"
        )
    }

    static func noXMLRows(at path: [String]) -> UnreadableDelivery {
        UnreadableDelivery(
            .headerMissing,
            explanation: "没有行 / no rows at \(path.joined(separator: "/"))",
            remedy: "改正 xml.rows / correct xml.rows"
        )
    }
}
