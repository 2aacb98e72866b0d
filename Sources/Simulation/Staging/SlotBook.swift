/// Which slots are taken.
struct SlotBook {
    private var taken: Set<Slot> = []

    func isTaken(_ slot: Slot) -> Bool { taken.contains(slot) }

    /// A free slot of the squadron on one of the days, by chance where there is choice.
    mutating func take(
        squadron: Int,
        days: ClosedRange<Int>,
        indices: ClosedRange<Int> = Slot.evening,
        chance: inout SplitMix64
    ) throws -> Slot {
        let dayOffset = chance.below(days.count)
        let indexOffset = chance.below(indices.count)
        for day in 0..<days.count {
            for index in 0..<indices.count {
                let slot = Slot(
                    squadron: squadron,
                    day: days.lowerBound + (day + dayOffset) % days.count,
                    index: indices.lowerBound + (index + indexOffset) % indices.count
                )
                if taken.insert(slot).inserted { return slot }
            }
        }
        throw SimulationError.full(squadron: squadron)
    }
}
