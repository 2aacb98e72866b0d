/// A small configuration in which nothing is wrong, for tests to spoil.
enum SampleTexts {
    static let main = """
        database: ""
        state_directory: /var/lib/docket
        region: 430800
        language: zh
        pepper_file: id-pepper
        schedule: { poll: 30s, review: 2m, digest: "08:05" }
        retrospective_after: 30d
        feeds: feeds
        checks: checks
        law: law
        units: units.yaml

        """

    static let units = """
        regions:
          - { code: 430800, name: { zh: 支队, en: Detachment } }
        units:
          - { code: "430821000000", name: { zh: 慈利大队, en: Cili Brigade } }

        """

    static let feed = #"""
        feed: tests
        kind: breath_test
        region: 430800
        serves: ["4308"]
        folder: in/tests
        files: ["*.csv"]
        contents: increment
        exported_at: { name: '_(\d{14})\.csv$', format: yyyyMMddHHmmss, zone: Asia/Shanghai }
        csv: { encoding: gb18030, delimiter: "," }
        columns:
          device: 设备编号
          record_no: 记录号
          tested_at: { column: 检测时间, format: "yyyy-MM-dd HH:mm:ss", zone: Asia/Shanghai }
          alcohol: { column: 测试值, unit: mg/100mL }
          mode: { column: 测试模式, values: { 主动: active, 被动: passive }, otherwise: active }
          plate: { column: 号牌, absent: ["无", "未悬挂"] }
        ignore: [备注]

        """#

    static let check = """
        check: drunk-no-case
        version: 1
        status: active
        title: { zh: 醉驾检测无案件, en: Drunk reading with no case }
        subject: stop
        needs: [breath_test, case_file]
        absence_of: [case_file]
        clock: ADM_ACCEPT
        bands: { usual: { severity: critical, zh: 无案件, en: no case } }
        parameters: { floor: 80 }
        legal_basis: [{ text: 公通字〔2015〕32号, effective_from: 2016-01-01 }]
        remedy: { zh: 案件登记, en: A case in the register }
        traps: { zh: [夜班], en: [night shift] }
        sql: |
          SELECT s.key AS subject, s.positive_at AS since
          FROM docket.stop s
          WHERE s.region = :region AND s.key = ANY (:subjects)
            AND s.alcohol >= :floor
        examples:
          - name: fires
            as_of: "2025-03-05 08:00:00"
            records:
              - breath_test: { device: JC01, record_no: "17", tested_at: "2025-03-03 21:10:00", alcohol: "132.5" }
            expect:
              - { subject: JC01|17, state: violated, severity: critical }
          - name: stays silent
            as_of: "2025-03-05 08:00:00"
            complete_until: { case_file: "2025-03-04 06:00:00" }
            records:
              - breath_test: { device: JC01, record_no: "17", tested_at: "2025-03-03 21:10:00", alcohol: "12" }
            expect: []

        """

    static let law = [
        "thresholds": """
        thresholds:
          - { code: drink, alcohol: "20", effective_from: 2004-05-31, citation: GB 19522 }
          - { code: drunk, alcohol: "80", effective_from: 2004-05-31, citation: GB 19522 }
          - { code: minor, alcohol: "150", effective_from: 2023-12-28, citation: 187号 }
          - { code: range, alcohol: "440", effective_from: 2004-05-31, citation: GB/T 21254 }

        """,
        "alcohol-units": """
        alcohol-units:
          - { code: mg/100mL, factor: "1", effective_from: 2004-05-31, citation: GB 19522 }
          - { code: ug/L, factor: "0.22", effective_from: 2004-05-31, citation: GB 19522 }

        """,
        "clocks": """
        clocks:
          - { code: ADM_ACCEPT, name: { zh: 受案, en: Acceptance }, hours: 24, warning: 20, effective_from: 2016-01-01, citation: 32号 }

        """,
        "calendar": """
        calendar:
          - { year: 2025, citation: 国办, holidays: [2025-01-01], make_up_days: [2025-01-26] }

        """,
        "matching": """
        stop: { device_gap: 15m, identity_gap: 60m }
        case: { person_window: 48h, plate_window: 48h, name_window: 24h, shown_window: 30d, occasion: 6h, tolerance: 15m }
        video: { before: 2m, after: 1m, clock_slack: 120s, join_gap: 10s }
        calibration: { point: "88.0", tolerance: "2.2" }

        """,
    ]
}
