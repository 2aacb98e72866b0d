/// Guesses what a misspelt key was meant to be.
enum Spelling {
    /// The candidate within two edits, or nil. As many edits as letters would make any word of any other.
    static func nearest(to word: String, among candidates: [String]) -> String? {
        candidates
            .filter { abs($0.count - word.count) <= 2 }
            .map { (candidate: $0, distance: distance(Array(word), Array($0))) }
            .filter { $0.distance <= 2 && $0.distance < word.count }
            .min { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }?
            .candidate
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var next = [i + 1]
            for (j, b) in right.enumerated() {
                next.append(min(next[j] + 1, row[j + 1] + 1, row[j] + (a == b ? 0 : 1)))
            }
            row = next
        }
        return row[right.count]
    }
}
