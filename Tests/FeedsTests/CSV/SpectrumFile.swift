/// The files of csv-spectrum (github.com/maxogden/csv-spectrum, BSD-2-Clause by its package.json), whole, with the
/// values its authors expect in the order of the columns. The line ends of the `_crlf` files are those of their first
/// version; a telephone number is the one its authors put in its place.
struct SpectrumFile: Sendable {
    let name: String
    let text: String
    let header: [String]
    let rows: [[String]]

    static let all = [
        SpectrumFile(
            name: "comma_in_quotes",
            text: "first,last,address,city,zip\nJohn,Doe,120 any st.,\"Anytown, WW\",08123",
            header: ["first", "last", "address", "city", "zip"],
            rows: [
                ["John", "Doe", "120 any st.", "Anytown, WW", "08123"]
            ]
        ),
        SpectrumFile(
            name: "empty",
            text: "a,b,c\n1,\"\",\"\"\n2,3,4",
            header: ["a", "b", "c"],
            rows: [
                ["1", "", ""],
                ["2", "3", "4"],
            ]
        ),
        SpectrumFile(
            name: "empty_crlf",
            text: "a,b,c\r\n1,\"\",\"\"\r\n2,3,4",
            header: ["a", "b", "c"],
            rows: [
                ["1", "", ""],
                ["2", "3", "4"],
            ]
        ),
        SpectrumFile(
            name: "escaped_quotes",
            text: "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n",
            header: ["a", "b"],
            rows: [
                ["1", "ha \"ha\" ha"],
                ["3", "4"],
            ]
        ),
        SpectrumFile(
            name: "json",
            text: "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n",
            header: ["key", "val"],
            rows: [
                ["1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"]
            ]
        ),
        SpectrumFile(
            name: "location_coordinates",
            text:
                "Contact Phone Number,Location Coordinates,Cities,Counties\n1234567890,37�36'37.8\"N 121�2'17.9\"W,Modesto,Stanislaus",
            header: ["Contact Phone Number", "Location Coordinates", "Cities", "Counties"],
            rows: [
                ["1234567890", "37�36'37.8\"N 121�2'17.9\"W", "Modesto", "Stanislaus"]
            ]
        ),
        SpectrumFile(
            name: "newlines",
            text: "a,b,c\n1,2,3\n\"Once upon \na time\",5,6\n7,8,9\n",
            header: ["a", "b", "c"],
            rows: [
                ["1", "2", "3"],
                ["Once upon \na time", "5", "6"],
                ["7", "8", "9"],
            ]
        ),
        SpectrumFile(
            name: "newlines_crlf",
            text: "a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9\r\n",
            header: ["a", "b", "c"],
            rows: [
                ["1", "2", "3"],
                ["Once upon \r\na time", "5", "6"],
                ["7", "8", "9"],
            ]
        ),
        SpectrumFile(
            name: "quotes_and_newlines",
            text: "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n",
            header: ["a", "b"],
            rows: [
                ["1", "ha \n\"ha\" \nha"],
                ["3", "4"],
            ]
        ),
        SpectrumFile(
            name: "simple",
            text: "a,b,c\n1,2,3\n",
            header: ["a", "b", "c"],
            rows: [
                ["1", "2", "3"]
            ]
        ),
        SpectrumFile(
            name: "simple_crlf",
            text: "a,b,c\r\n1,2,3\r\n",
            header: ["a", "b", "c"],
            rows: [
                ["1", "2", "3"]
            ]
        ),
        SpectrumFile(
            name: "utf8",
            text: "a,b,c\n1,2,3\n4,5,ʤ",
            header: ["a", "b", "c"],
            rows: [
                ["1", "2", "3"],
                ["4", "5", "ʤ"],
            ]
        ),
    ]
}
