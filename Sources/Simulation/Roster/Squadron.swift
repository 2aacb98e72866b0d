/// 中队: the team whose members may film for one another.
package struct Squadron: Sendable {
    /// Twelve digits; the first six name the county unit.
    package let code: String
    package let register: CaseEntry.Register

    /// Code of the county unit (大队) it belongs to.
    package var unit: String { String(code.prefix(6)) + "000000" }
}
