/// One unit of the police, by its twelve-digit organisation code.
package struct Unit: Equatable, Sendable {
    package let code: String
    package let nameChinese: String
    package let nameEnglish: String

    package init(code: String, nameChinese: String, nameEnglish: String) {
        self.code = code
        self.nameChinese = nameChinese
        self.nameEnglish = nameEnglish
    }
}
