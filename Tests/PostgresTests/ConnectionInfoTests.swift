import Foundation
import TestSupport
import Testing

@testable import Postgres

@Suite("Connection strings") struct ConnectionInfoTests {
    @Test(
        "the password never shows",
        arguments: [
            "host=db.example user=docket password=hunter2 dbname=d",
            "postgresql://docket:hunter2@db.example/d",
            "host=db.example password='hun ter2 hunter2' user=docket",
            "postgresql://docket:hun@ter2hunter2@db.example/d?nonsense=1",
            "host=db.example passwrd=hunter2",
            "host=db.example password=hunter2 hunter2",
            "password='hunter2",
        ]
    )
    func masking(conninfo: String) { #expect(!ConnectionInfo.describe(conninfo).contains("hunter2")) }

    @Test("a description names where the string leads")
    func description() {
        let described = ConnectionInfo.describe("host=a.example,b.example port=5432,5433 user=u dbname=d password=p")
        #expect(described.contains("host=a.example,b.example port=5432,5433"))
        #expect(described.contains("dbname=d user=u"))
        #expect(described.hasSuffix("password=****"))
    }

    @Test("a misspelt option is named")
    func misspelt() {
        let error = #expect(throws: DatabaseError.self) { try ConnectionInfo("hots=db.example") }
        #expect(error?.kind == .badConnectionString)
        #expect(error?.message.contains("\"hots\"") == true)
    }

    @Test("a dead network is noticed in time unless the string says otherwise")
    func precautions() throws {
        let plain = try ConnectionInfo("host=db.example", credentials: nil)
        #expect(plain.settings["connect_timeout"] == "10")
        #expect(plain.settings["tcp_user_timeout"] == "30000")
        #expect(plain.arguments.contains { $0 == ("connect_timeout", "10") })
        let set = try ConnectionInfo("host=db.example connect_timeout=77 tcp_user_timeout=5", credentials: nil)
        #expect(set.settings["connect_timeout"] == "77")
        #expect(!set.arguments.contains { $0.keyword == "connect_timeout" || $0.keyword == "tcp_user_timeout" })
    }

    @Test("the password file handed over by systemd is used unless the string names one")
    func credentials() throws {
        let folder = try TemporaryFolder()
        #expect(try ConnectionInfo("host=h", credentials: folder.path).settings["passfile"] != folder.path + "/pgpass")
        try folder.write("h:*:*:*:secret\n", to: "pgpass")
        let handed = try ConnectionInfo("host=h", credentials: folder.path)
        #expect(handed.arguments.contains { $0 == ("passfile", folder.path + "/pgpass") })
        let named = try ConnectionInfo("host=h passfile=/etc/own", credentials: folder.path)
        #expect(!named.arguments.contains { $0.keyword == "passfile" })
    }

    @Test("nothing, spaces and a bare database name are left to libpq", arguments: ["", "  \n", "somewhere"])
    func bare(conninfo: String) throws {
        let info = try ConnectionInfo(conninfo, credentials: nil)
        #expect(info.settings["connect_timeout"] == "10")
        #expect(!info.arguments.contains { $0.value.contains("\n") })
    }
}
