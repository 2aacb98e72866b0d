import Feeds
import Model
import Settings
import Testing

@Suite("Files nobody here wrote")
struct PublicFilesTests {
    @Test(
        "csv-spectrum reads as its authors expect, but for a bare quote, which is refused",
        arguments: SpectrumFile.all
    )
    func spectrum(file: SpectrumFile) throws {
        let unnamed = UnnamedFile(file.text)
        var reader = try unnamed.table()
        #expect(try reader.readHeader().names == file.header)
        let rows = file.name == "location_coordinates" ? [["!stray_quote"]] : file.rows
        #expect(try read(file.text).map(\.summary) == rows)
    }

    /// The first lines of the breath tests of Ames, Iowa, 2013–2017, as published by the city's police in two dialects.
    private static let ames = """
        year,month,day,hour,location,gender,Res1,Res2
        2017,12,17,1,Ames PD,M,0.046,0.046
        2017,12,14,3,ISU PD,F,0.12100000000000001,0.12000000000000001

        """

    @Test("breath tests of Ames, with commas and with semicolons", arguments: [",", ";"])
    func amesTests(delimiter: String) throws {
        let text = Self.ames.replacing(",", with: delimiter)
        let rows = try read(text, .plain(Character(delimiter))).map(\.summary)
        #expect(
            rows == [
                ["2017", "12", "17", "1", "Ames PD", "M", "0.046", "0.046"],
                ["2017", "12", "14", "3", "ISU PD", "F", "0.12100000000000001", "0.12000000000000001"],
            ]
        )
    }
}
