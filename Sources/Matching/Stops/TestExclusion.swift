package import Model

/// Why a breath test makes no duty towards a driver.
package enum TestExclusion: String, Sendable, CaseIterable {
    /// Within a signed span of 工作日饮酒测试.
    case internalTest = "internal_test"
    case calibrationJob = "calibration_job"
    case selfCheck = "self_check"
    case demo
    /// A passive or stick test only screens; it is never classified by its number.
    case passive
    /// The device itself marked the blow as faulty.
    case invalid
}

/// What the registers say of one device, so far as it excuses tests.
package struct DeviceRegister: Equatable, Sendable {
    /// Spans in which the device was used on the police; those of other devices are ignored.
    package var spans: [InternalSpan]
    /// Days (Asia/Shanghai) with a registered verification job of the device.
    package var verificationDays: Set<Day>

    package init(spans: [InternalSpan], verificationDays: Set<Day>) {
        self.spans = spans
        self.verificationDays = verificationDays
    }
}
