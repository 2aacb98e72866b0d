/// What weighs in a case besides the value.
package struct Circumstances: Sendable {
    package var isCommercial = false
    package var licence = Licence.valid
    package var flags: Set<Flag> = []
    /// Days since 1970 of an earlier penalty for drink-driving, and of an earlier conviction.
    package var priorPenalty: Int?
    package var priorConviction: Int?

    package enum Licence: String, Sendable { case valid = "正常", suspended = "暂扣", revoked = "已吊销", none = "无证" }

    package enum Flag: Sendable, CaseIterable { case liable, fled, expressway, passengers, obstructed }
}
