import Model
import Settings

/// What must be known of a file before it can be told which rows go on with others, and which keys come again: which
/// kind of record it holds, and which columns its key has.
struct SecondLook {
    /// The columns of the natural key; none where not all of them are there.
    let key: [String]

    init(_ sample: TableSample, _ synonyms: Synonyms, kind: Kind?) {
        let proposals = KindSearch(sample, synonyms).proposals()
        guard let wanted = KindSearch.choice(among: proposals, kind: kind) else {
            key = []
            return
        }
        let natural = wanted.kind.schema.naturalKey
        let matches = wanted.matches.filter { natural.contains($0.field.name) }
        let constants = wanted.constants.map(\.field.name)
        let isWhole = natural.allSatisfy { name in
            matches.contains { $0.field.name == name } || constants.contains(name)
        }
        key = isWhole ? matches.flatMap(\.columns).map(\.column.name) : []
    }

    /// The layout with rows that go on, where there are any, and how many there are.
    func layout(_ sample: TableSample, _ layout: TableLayout) -> (layout: TableLayout, rows: Int64) {
        guard let number = key.last,
            let found = ContinuationSearch(sample: sample).continuation(key: number)
        else { return (layout, 0) }
        var layout = layout
        layout.continuation = found.rule
        return (layout, found.rows)
    }
}
