package import Model

/// Tells driver tests from the rest (ruling 19): only a register excuses, never the row by itself.
package struct ExclusionRules: Equatable, Sendable {
    /// The value of the calibration gas, which looks exactly like a drunk reading.
    package var calibrationPoint: Alcohol
    /// How far from it a reading may lie and still be one of the gas.
    package var tolerance: Alcohol

    package init(calibrationPoint: Alcohol, tolerance: Alcohol) {
        self.calibrationPoint = calibrationPoint
        self.tolerance = tolerance
    }

    /// Why the test is no driver test, or nil where it is one.
    package func exclusion(of test: StopTest, by register: DeviceRegister) -> TestExclusion? {
        if register.spans.contains(where: { isInside(test, $0) }) { return .internalTest }
        if register.verificationDays.contains(ChinaTime.day(of: test.testedAt)), let reason = jobReason(of: test) {
            return reason
        }
        if test.mode == .passive { return .passive }
        return test.isValid ? nil : .invalid
    }

    private func isInside(_ test: StopTest, _ span: InternalSpan) -> Bool {
        span.isSigned && span.device == test.device && span.from <= test.testedAt && test.testedAt <= span.to
    }

    private func jobReason(of test: StopTest) -> TestExclusion? {
        switch test.mode {
        case .calibration: .calibrationJob
        case .selfCheck: .selfCheck
        case .demo: .demo
        case .active: test.isAnonymous && isNearCalibrationPoint(test.alcohol) ? .calibrationJob : nil
        case .passive, .refused: nil
        }
    }

    private func isNearCalibrationPoint(_ alcohol: Alcohol?) -> Bool {
        guard let alcohol else { return false }
        let (difference, overflow) = alcohol.hundredths.subtractingReportingOverflow(calibrationPoint.hundredths)
        return !overflow && difference.magnitude <= tolerance.hundredths.magnitude
    }
}
