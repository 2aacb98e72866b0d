/// A regular expression with one capture group whose cost is bounded by its length times that of the text.
///
/// The standard library's `Regex` tries every way in turn, so that `^(a+)+$` doubles its time with each character; a
/// cell of a hostile file would hold the daemon for hours. Here all ways are followed at once, as K. Thompson described
/// (CACM 11, 1968), one step for each character.
///
/// Understood are characters, `.`, `[…]`, `[^…]`, `\d \D \w \W \s \S`, `^`, `$`, `(…)`, `(?:…)`, `|`, and `* + ? {n} {n,}
/// {n,m}` with `?` behind them for as few as possible. Text and pattern are compared in half width, so that `\d` finds `７`.
package struct LinearPattern: Equatable, Sendable {
    package let pattern: String
    let program: [PatternStep]

    /// The most steps and characters of a pattern, and the most bytes it is applied to: they bound the cost of a cell.
    package static let mostSteps = 500
    package static let longestPattern = 200
    package static let longestText = 4096

    /// - Throws: `LinearPatternError` where the pattern is none, has not exactly one capture group, or is too large.
    package init(_ pattern: String) throws(LinearPatternError) {
        var compiler = LinearPatternCompiler(pattern)
        program = try compiler.compile()
        self.pattern = pattern
    }

    /// What a text turned out to hold.
    package enum Outcome: Equatable, Sendable {
        /// What the group captured.
        case captured(Range<Int>)
        /// The pattern fits without its group, as where the group is optional.
        case nothing
        case noMatch
    }

    /// Looks for the pattern anywhere in the text: the leftmost place, and there what stands first in the pattern.
    package func match(_ text: Span<UInt8>) -> Outcome {
        guard text.count <= Self.longestText else { return .noMatch }
        var threads = PatternThreads(count: program.count)
        var next = PatternThreads(count: program.count)
        var found: PatternThread?
        var index = 0
        while true {
            let isAtEnd = index == text.count
            if found == nil {
                threads.follow(PatternThread(step: 0, index: index), program, isAtStart: index == 0, isAtEnd: isAtEnd)
            }
            if found != nil, threads.list.isEmpty { break }
            var after = index
            let scalar = isAtEnd ? nil : Scalars.next(in: text, at: &after)
            next.removeAll()
            scan: for var thread in threads.list {
                switch program[thread.step] {
                case .found:
                    found = thread
                    break scan
                case .one(let set):
                    guard let scalar, set.contains(scalar) else { continue }
                    thread.step += 1
                    // Where a group begins or ends behind this character.
                    thread.index = after
                    next.follow(thread, program, isAtStart: false, isAtEnd: after == text.count)
                case .split, .jump, .save, .start, .end: continue
                }
            }
            guard !isAtEnd else { break }
            index = after
            swap(&threads, &next)
        }
        guard let found else { return .noMatch }
        guard found.groupStart >= 0, found.groupEnd >= found.groupStart else { return .nothing }
        return .captured(found.groupStart..<found.groupEnd)
    }
}
