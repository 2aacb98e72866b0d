/// What a region is called.
package struct RegionName: Equatable, Sendable {
    package let code: Int32
    package let nameChinese: String
    package let nameEnglish: String

    package init(code: Int32, nameChinese: String, nameEnglish: String) {
        self.code = code
        self.nameChinese = nameChinese
        self.nameEnglish = nameEnglish
    }
}
