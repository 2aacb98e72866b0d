/// A breath tester, and what is peculiar about it.
package struct Tester: Sendable {
    package let device: String
    /// The second vendor's platform exports breath values in mg/L.
    package let isSecondVendor: Bool
    package let squadron: Int
    /// Earliest first.
    package var certificates: [Certificate]
    /// Whether it stands in the register.
    package var isRegistered = true
    /// From this day of the simulation on it makes no test any more.
    package var silentFrom: Int?
    /// Day since 1970 from which the register says that it is being repaired.
    package var repairedFrom: Int?
    /// How long its rows take to the platform, in seconds.
    package var transfer: ClosedRange<Int64> = 5...180
    /// When its board was exchanged, after which it counts from 1 again.
    package var resetAt: Int64?

    /// Days since 1970.
    package struct Certificate: Sendable {
        package let day: Int
        package let validUntil: Int
        /// The register shows it from this morning on.
        package var shownFrom: Int
    }

    /// Places of the testers that are peculiar.
    package enum Place {
        static let uncertified = 13
        static let longCertificate = 14
        static let lateRegister = 15
        static let hugging = 18
        static let silent = 19
        static let slowClock = 20
        static let silentAfterPositive = 21
        static let spreadTransfer = 22
        static let repaired = 23
        static let unregistered = 28
        static let newBoard = 3
    }

    init(_ index: Int, squadron: Int, start: Int, days: Int) {
        let isSecond = index >= 24
        device = (isSecond ? "DR-B" : "JZ-A") + LocalTime.padded(1 + index, 4)
        isSecondVendor = isSecond
        self.squadron = squadron
        certificates = Self.certificates(index, start: start, days: days)
        switch index {
        case Place.silent: silentFrom = 4
        case Place.silentAfterPositive: silentFrom = 3
        case Place.repaired: (silentFrom, repairedFrom) = (2, start + 2)
        case Place.slowClock: transfer = 400...440
        case Place.spreadTransfer: transfer = 200...590
        case Place.unregistered: isRegistered = false
        case Place.newBoard: resetAt = LocalTime.seconds(day: start + 5, 9)
        default: break
        }
    }

    /// Whether it was verified on a day.
    package func isVerified(on day: Int) -> Bool { certificates.contains { $0.day == day } }

    /// Whether a certificate covers a day.
    package func isCertified(on day: Int) -> Bool { certificates.contains { $0.day <= day && day <= $0.validUntil } }

    /// The certificate the register shows at a time.
    func certificate(at time: Int64) -> Certificate {
        certificates.last { LocalTime.seconds(day: $0.shownFrom, 0) <= time } ?? certificates[0]
    }

    /// A new one in time, for as long as the simulation lasts; but for one tester, whose certificate lapses.
    private static func certificates(_ index: Int, start: Int, days: Int) -> [Certificate] {
        var first = start - 20 - index * 4
        var term = 181
        switch index {
        case Place.uncertified: return [Certificate(day: start - 177, validUntil: start + 4, shownFrom: start - 177)]
        case Place.longCertificate: (first, term) = (start - 250, 365)
        case Place.lateRegister:
            return [Certificate(day: start - 176, validUntil: start + 5, shownFrom: start - 176)]
                + renewed(from: start + 6, start: start, days: days, shownAfter: 2)
        default: break
        }
        return renewed(from: first, term: term, start: start, days: days)
    }

    private static func renewed(
        from first: Int,
        term: Int = 181,
        start: Int,
        days: Int,
        shownAfter: Int = 1
    ) -> [Certificate] {
        stride(from: first, through: max(first, start + days), by: term - 11).map {
            Certificate(day: $0, validUntil: $0 + term, shownFrom: $0 + shownAfter)
        }
    }
}
