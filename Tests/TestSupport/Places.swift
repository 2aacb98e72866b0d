/// A number of places, for which tests queue.
actor Places {
    private var free: Int
    private var queue: [CheckedContinuation<Void, Never>] = []

    init(count: Int) { free = count }

    func take() async {
        guard free == 0 else { free -= 1; return }
        await withCheckedContinuation { queue.append($0) }
    }

    func giveBack() {
        if queue.isEmpty { free += 1 } else { queue.removeFirst().resume() }
    }
}
