/// One row of a case register.
package struct CaseEntry: Sendable {
    package let number: String
    package let register: Register
    package var category: Category
    /// What the case became, and when that was entered.
    package var later: (category: Category, at: Int64)?
    /// Twelve-digit code of the unit that filed it.
    package let unit: String
    package let officer: String
    /// Seconds since 1970 UTC, as all times here.
    package let occurredAt: Int64
    package let enteredAt: Int64
    package var isVoid = false
    /// Place in `World.tests` of the record the case cites.
    package var cited: Int?
    package var hundredths: Int64?
    package var isMotor = true
    package var name: String?
    package var id: String?
    package var plate: String?

    /// The two registers of the prefecture: one for the counties, one for the brigades directly under it.
    package enum Register: Sendable, CaseIterable { case county, direct }

    /// 强制措施, 受案, 行政案件, 刑事案件.
    package enum Category: Sendable { case measure, acceptance, administrative, criminal }
}
