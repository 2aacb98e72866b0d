import Model

/// What goes for one kind of contents only: for whole registers, or for what is new.
extension FeedReader {
    /// How far back a snapshot reaches; `.some(nil)` where that is written and no good.
    func readWindow(_ contents: FeedDefinition.Contents?, _ kind: Kind?) -> Int64?? {
        guard let value = root.optional("window") else { return nil }
        let seconds = value.seconds(3600...316_224_000)
        if contents == .increment {
            root.problem(
                "window",
                "只有全量导出才有 window / only a snapshot has a window",
                "删去 window，或写 contents: snapshot / leave it out, or write contents: snapshot"
            )
        }
        if let kind, !kind.hasEventTime {
            root.problem(
                "window",
                "\(kind.rawValue) 的记录没有事件时间 / records of \(kind.rawValue) have no time of an event",
                "删去 window / leave window out"
            )
        }
        return seconds
    }

    /// How much a snapshot may shrink; as usual where nothing is written.
    func readShrinkage(_ contents: FeedDefinition.Contents?, windowSeconds: Int64?) -> ShrinkageRule? {
        let usual = ShrinkageRule.usual(windowSeconds: windowSeconds)
        guard let value = root.optional("shrinkage") else { return usual }
        if contents == .increment {
            root.problem(
                "shrinkage",
                "只有全量导出才有 shrinkage / only a snapshot has shrinkage",
                "删去 shrinkage；增量的骤减写 volume / leave it out; for an increment there is volume"
            )
        }
        return ShrinkageRuleReader(section: value.inner, usual: usual).read()
    }

    /// What is made of repetitions, which only an increment that comes in files can have.
    func readRepeats(_ contents: FeedDefinition.Contents?, _ moment: ExportMoment?) -> RepetitionRule? {
        guard let value = root.optional("repeats") else { return .doubt }
        if contents == .snapshot || moment != nil {
            root.problem(
                "repeats",
                "只有成文件的增量才有 repeats / only an increment that comes in files has repeats",
                "删去 repeats / leave it out"
            )
        }
        return value.choice(RepetitionRule.self)
    }
}
