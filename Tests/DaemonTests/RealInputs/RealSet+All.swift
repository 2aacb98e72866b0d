extension RealSet {
    /// Every set there is, the names of companies and people left out of what is compared.
    static let all: [RealSet] = ames + contest + open + registers

    private static let ames = ["comma", "semicolon"].map { dialect in
        RealSet(
            feed: "ames-\(dialect)",
            file: "ames-\(dialect)/breath_alcohol_ames.csv",
            rows: 1556,
            copies: 6,
            content: .readings,
            digest: "ef327da8ecb7f28c2c4d8818845e345eebd79c31f216c4c833651567288b81c3"
        )
    }

    private static let contest = [
        ("22413cf2bd036ab21ecbff1932296c30c6a1fe76f1ba3e8abdbf57a46c0bce47", 2226),
        ("71d103a602d80ed406a457dc4cfe3c01bf3e3f47ab8d82a06763691309aedee3", 2226),
        ("d95d33c9e3b844c7718ad133b38a2dc97297488a7852268df957100b28ce63d1", 4300),
    ].enumerated().map { index, set in
        RealSet(
            feed: "cumcm-2021a-\(index + 1)",
            file: "cn-gbk-cumcm2021a-crlf/附件\(index + 1).csv",
            rows: set.1,
            content: .robot,
            digest: set.0
        )
    }

    private static let open = [
        RealSet(
            feed: "au-bitre",
            file: "au-bitre/police_enforcement_2024_alcohol_drug_tests.xlsx",
            rows: 530,
            copies: 244,
            content: .breathTest,
            digest: "2e5b56c4adc64e3e68b032b4daa656ef1b05cb9aa98ace41ed8cdf536fa16576"
        ),
        RealSet(
            feed: "baltimore-speed-cameras",
            file: "us-open-data/fixed-speed-cameras.csv",
            rows: 10,
            content: .robot,
            digest: "99e1e0e8da2668c7baa5ec9ddd49437ef7d31783633ad14a730d988b2aff24e2"
        ),
        RealSet(
            feed: "somerville-citations",
            file: "us-open-data/motor-vehicle-citations.csv",
            rows: 10,
            content: .stop,
            digest: "be80582024b2e4cbc565454990d4fc8ee9baf239f6c4c11e8a7034712a14afb5"
        ),
        RealSet(
            feed: "nopd-body-worn-cameras",
            file: "us-open-data/nopd-body-worn-camera-metadata.csv",
            rows: 10,
            content: .recording,
            digest: "d085fde762995f4d437ca53c5be8819f83ebefa9a370b17bbbbcddcb28cf46a5"
        ),
        RealSet(
            feed: "montgomery-violations",
            file: "montgomery-md-1k/Traffic_Violations.csv",
            rows: 999,
            copies: 1,
            content: .stop,
            digest: "5b4804267156a656844a94c267bae3fdc32ce987fb82a5894ca340ec6a09382a"
        ),
    ]

    private static let registers = [
        RealSet(
            feed: "newtaipei-labour",
            file: "tw-labour-penalties/newtaipei/merged.csv",
            rows: 1181,
            copies: 1,
            content: .penalty,
            digest: "be443c66ee55bd3bebb7c8b23b9040f23a8f44e47f33dd87602f3b88325b9708"
        ),
        kaohsiung("-merged", "merged.csv", 921, kaohsiungMerged),
        kaohsiung("-ods", "merged-10504.ods", 921, kaohsiungMerged),
        kaohsiung("-10501", "10501-0.xls", 275, "a89402b3714791e1941e926304b56ffeaada35eaeba300716e980e7ffd6a7c57"),
        kaohsiung("", "10502-0.xlsx", 263, "2af54fabbc77e56c942250ed097bc827f0d1184106c99f98f755434e78fd593f"),
        kaohsiung("-10503", "10503-0.xls", 69, "6129e4bd5872f461aabd1095baa850ac42b5894d92ac2b6a17b6d0bf6eba42e5"),
        kaohsiung("", "10504-0.xlsx", 344, "730ff312897edc64d56a444a929b5069ca4525cb0955c07d2ba1e41ac96d93f1"),
    ]

    /// The register as CSV and as ODS says the same.
    private static let kaohsiungMerged = "dd3feeb92b324a948ff997e0278628ddc18a889c0569b4e14519e9c30584a5b0"

    private static func kaohsiung(
        _ feed: String,
        _ file: String,
        _ rows: Int,
        _ digest: String
    ) -> RealSet {
        RealSet(
            feed: "kaohsiung-labour\(feed)",
            file: "tw-labour-penalties/kaohsiung/\(file)",
            rows: rows,
            content: .penalty,
            digest: digest
        )
    }
}
