extension UnreadableDelivery {
    private static let exportAgain = "请来源单位重新导出 / have the source export it again"

    static func notWorkbook(_ detail: String) -> UnreadableDelivery {
        UnreadableDelivery(
            .otherFormat,
            explanation: "这不是 XLSX、ODS 或 XLS 工作簿 / this is no workbook (XLSX, ODS or XLS): \(detail)",
            remedy: "请导出为工作簿，或改正 feed 的格式 / export it as a workbook, or correct the feed's format"
        )
    }

    static func brokenWorkbook(_ detail: String) -> UnreadableDelivery {
        UnreadableDelivery(
            .syntax,
            explanation: "工作簿不完整或不合规范 / the workbook is incomplete or breaks its format's rules: \(detail)",
            remedy: exportAgain
        )
    }

    static var emptySheet: UnreadableDelivery {
        UnreadableDelivery(
            .empty,
            explanation: "工作表是空的 / the sheet is empty",
            remedy: "请重新导出，或改正 workbook.sheet / export it again, or correct workbook.sheet"
        )
    }

    static func noSheet(_ wanted: String, found: [String]) -> UnreadableDelivery {
        UnreadableDelivery(
            .missingMember,
            explanation:
                "没有工作表 \(wanted) / there is no such sheet; the workbook has: \(found.prefix(20).joined(separator: ", "))",
            remedy: "改正 workbook.sheet / correct workbook.sheet"
        )
    }

    static func severalSheets(_ names: [String]) -> UnreadableDelivery {
        UnreadableDelivery(
            .missingMember,
            explanation:
                "不止一个工作表有内容 / more than one sheet holds something: \(names.prefix(20).joined(separator: ", "))",
            remedy: "写明 workbook.sheet 或 workbook.sheets / say which: workbook.sheet or workbook.sheets"
        )
    }

    static func mergedOverOneAnother(row: Int64) -> UnreadableDelivery {
        UnreadableDelivery(
            .syntax,
            line: row,
            explanation: "合并的单元格互相重叠 / merged cells lie over one another",
            remedy: exportAgain
        )
    }

    static func tooManyTexts(_ most: Int) -> UnreadableDelivery {
        UnreadableDelivery(
            .packing,
            explanation: "工作簿的文字超过 \(most) 字节 / the texts of the workbook take more than \(most) bytes",
            remedy: "请分批导出 / export it in parts"
        )
    }

    static func tooManyCells(_ most: Int) -> UnreadableDelivery {
        UnreadableDelivery(
            .packing,
            explanation: "XLS 的单元格超过 \(most) 个 / the XLS workbook says to have more than \(most) cells",
            remedy: "请导出为 XLSX / have it exported as XLSX"
        )
    }

    static var mergedCellsUntold: UnreadableDelivery {
        UnreadableDelivery(
            .definition,
            explanation: "XLS 中看不出合并的单元格 / which cells are merged cannot be told in XLS",
            remedy:
                "删除 merged: fill，改用 continuation，或请导出为 XLSX / remove `merged: fill` and use `continuation`, or have XLSX exported"
        )
    }
}
