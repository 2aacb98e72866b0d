/// One driver, one blow and one case, to be spoilt.
struct Scene {
    let slot: Slot
    let driver: Driver
    /// Places of the test, the case and the occasion.
    let test: Int
    let entry: Int
    let occasion: Int
}
