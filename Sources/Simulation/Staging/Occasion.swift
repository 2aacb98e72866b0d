/// One stop as it was staged: which tests belong to it and what is wrong with it, if anything.
struct Occasion {
    /// Serials, earliest first.
    var tests: [Int]
    let squadron: Int
    var isMotor = true
    /// Registered calibration or a signed internal test: no check speaks of it.
    var isExcused = false
    /// Place of the case that answers it.
    var answer: Int?
    /// Why no case answers it, where that was planned.
    var noCase: String?
    /// Why no video shows it, where that was planned.
    var noVideo: String?
    /// Why its case could be thought missing and is not.
    var trap: String?
    /// Why its video could be thought missing and is not.
    var filmTrap: String?
}
