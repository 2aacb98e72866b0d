/// One way through a pattern: where it stands, and what its group holds so far.
struct PatternThread {
    var step: Int
    /// Where in the text it stands.
    var index: Int
    var groupStart = -1
    var groupEnd = -1

    init(step: Int, index: Int) {
        self.step = step
        self.index = index
    }
}

/// The ways through a pattern that are alive at one place of the text, the preferred ones first, each step once.
struct PatternThreads {
    private(set) var list: [PatternThread] = []
    /// The round each step was last followed in.
    private var followed: [Int]
    private var round = 1
    private var stack: [PatternThread] = []

    init(count: Int) { followed = Array(repeating: 0, count: count) }

    mutating func removeAll() {
        list.removeAll(keepingCapacity: true)
        round += 1
    }

    /// Adds a way, followed through all steps that take no character.
    mutating func follow(_ thread: PatternThread, _ program: [PatternStep], isAtStart: Bool, isAtEnd: Bool) {
        stack.append(thread)
        while var thread = stack.popLast() {
            guard thread.step < program.count, followed[thread.step] < round else { continue }
            followed[thread.step] = round
            switch program[thread.step] {
            case .one, .found:
                list.append(thread)
            case .jump(let way):
                thread.step += way
                stack.append(thread)
            case .split(let first, let second):
                var other = thread
                other.step += second
                thread.step += first
                // The last one pushed is followed first.
                stack.append(other)
                stack.append(thread)
            case .save(let isStart):
                if isStart { thread.groupStart = thread.index } else { thread.groupEnd = thread.index }
                thread.step += 1
                stack.append(thread)
            case .start:
                guard isAtStart else { continue }
                thread.step += 1
                stack.append(thread)
            case .end:
                guard isAtEnd else { continue }
                thread.step += 1
                stack.append(thread)
            }
        }
    }
}
