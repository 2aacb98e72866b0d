extension UnreadableDelivery {
    static func notJSON(_ name: String) -> UnreadableDelivery {
        UnreadableDelivery(
            .otherFormat,
            explanation: "这不是 JSON，而是 \(name) / this is not JSON but \(name)",
            remedy: "请导出为 UTF-8 的 JSON，或改正 feed 的格式 / export it as JSON in UTF-8, or correct the feed's format"
        )
    }

    static func brokenJSON(line: Int64, offset: Int64) -> UnreadableDelivery {
        UnreadableDelivery(
            .syntax,
            line: line,
            explanation:
                "第 \(offset + 1) 字节处不是 JSON，或文件不完整 / no JSON at byte \(offset + 1), or the file is cut off there",
            remedy: "请重新导出；每行一条时用 json.layout: lines / export it again; with one object a line set json.layout: lines"
        )
    }

    static func jsonTooDeep(_ most: Int, line: Int64, offset: Int64) -> UnreadableDelivery {
        UnreadableDelivery(
            .syntax,
            line: line,
            explanation:
                "第 \(offset + 1) 字节处嵌套超过 \(most) 层 / at byte \(offset + 1) values stand more than \(most) deep within one another",
            remedy: "请来源单位减少嵌套后重新导出 / have the source nest less and export it again"
        )
    }

    static func noRows(at path: [String], line: Int64) -> UnreadableDelivery {
        let place = path.isEmpty ? "(文件本身 / the document itself)" : path.joined(separator: ".")
        return UnreadableDelivery(
            .headerMissing,
            line: line,
            explanation: "没有数组 / no array of rows at \(place)",
            remedy: "改正 json.rows 或 json.layout / correct json.rows or json.layout"
        )
    }

    static func rowsTwice(at path: [String], line: Int64) -> UnreadableDelivery {
        UnreadableDelivery(
            .duplicateColumn,
            line: line,
            explanation: "同一名称出现两次 / a name on the way to the rows stands twice: \(path.joined(separator: "."))",
            remedy: "请来源单位改正后重新导出 / have the source mend it and export again"
        )
    }
}
