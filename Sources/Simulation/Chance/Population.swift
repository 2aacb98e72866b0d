/// Invents drivers. No two share an identity number or a plate, so that whatever matches was meant to match.
struct Population {
    private var chance: SplitMix64
    private var count = 0

    init(seed: UInt64) { chance = SplitMix64(seed: seed, stream: "population") }

    mutating func driver() -> Driver {
        count += 1
        return Driver(name: name(), id: identity(count), plate: plate(count), phone: phone())
    }

    private mutating func name() -> String {
        let family = chance.pick(Self.families, or: "张")
        let first = chance.pick(Self.given, or: "伟")
        return chance.happens(perMille: 300) ? family + first : family + first + chance.pick(Self.given, or: "华")
    }

    /// An invented number of the GB 11643 form with the right check digit. The pair of birth day and sequence does not
    /// repeat within two million numbers, since 18 000 and 999 share no factor but 9.
    private mutating func identity(_ number: Int) -> String {
        let region = chance.pick(["430802", "430811", "430821", "430822", "433101"], or: "430802")
        let birth = LocalTime.date((number * 7919) % 18_000 - 5_479).filter { $0 != "-" }
        let stem = region + birth + LocalTime.padded(number % 999 + 1, 3)
        return stem + Self.checkDigit(of: stem)
    }

    static func checkDigit(of stem: String) -> String {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(weights, stem.utf8).reduce(0) { $0 + $1.0 * (Int($1.1) - 48) }
        let check = ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"]
        return check[sum % 11]
    }

    private mutating func plate(_ number: Int) -> String {
        let place = chance.happens(perMille: 850) ? "湘G" : chance.pick(["湘A", "湘U", "鄂Q", "粤B"], or: "湘A")
        let letters = ["A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M"]
        let more = ["N", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z"]
        let serial = (number * 7919) % 240_000
        return place + (letters + more)[serial / 10_000] + LocalTime.padded(serial % 10_000, 4)
    }

    private mutating func phone() -> String {
        chance.pick(["138", "139", "150", "177", "186"], or: "138") + LocalTime.padded(chance.below(100_000_000), 8)
    }

    private static let families = [
        "张", "王", "李", "向", "覃", "田", "彭", "陈", "刘", "杨", "黄", "周", "吴", "唐", "龚", "朱", "庹", "卓",
    ]

    private static let given = [
        "伟", "芳", "勇", "军", "敏", "静", "强", "磊", "洋", "艳", "杰", "娟", "涛", "明", "超", "霞", "平", "刚",
        "桂", "英", "华", "金", "凤", "建", "国", "文", "辉", "力", "斌", "宇", "浩", "峰", "林", "波", "新", "红",
    ]
}
