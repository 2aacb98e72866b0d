/// Why nothing can be fetched until a person sees to it, where the transport itself is not at fault.
package enum FetchFault: Error, Equatable, Sendable {
    /// The file with a password or token cannot be read, or holds no single line.
    case secret(file: String, detail: String)
    /// The file with the keys of SSH servers cannot be read.
    case knownHosts(file: String, host: String, port: Int, detail: String)
    /// The file with our own SSH key cannot be read.
    case privateKey(file: String, detail: String)
    /// A page sends us to another server for the next one.
    case foreignLink(place: String, host: String)
    /// A page's own mark of the next one cannot be used.
    case badCursor(place: String)
    /// A page for people came where data was asked for, as when a login has expired.
    case webPage(place: String)
    /// The other database does not answer, or refuses the query.
    case query(place: String, detail: String, isTransient: Bool)
    /// The definition cannot be carried out.
    case definition(place: String, detail: String)
}

extension FetchFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .secret(let file, let detail):
            "\(file): 无法读取凭据 (\(detail))；请写入一行并只授权本服务 / the credential cannot be read; write it there in one line, readable by this service only"
        case .knownHosts(let file, let host, let port, let detail):
            "\(file): 读不到 known_hosts 文件 (\(detail))；运行 ssh-keyscan -p \(port) \(host) > \(file)，再用 ssh-keygen -lf \(file) 显示指纹，经电话等另一途径与对方核对无误后才使用 / the file of known_hosts cannot be read; make it with `ssh-keyscan -p \(port) \(host) > \(file)`, show its fingerprints with `ssh-keygen -lf \(file)`, and compare them with the server's keeper by another way, such as the telephone, before you rely on it"
        case .privateKey(let file, let detail):
            "\(file): 读不到 SSH 私钥 (\(detail))；请核对 key_file，或用 ssh-keygen 生成并把公钥交给对方，文件须能由本服务读取 / our SSH key cannot be read; check `key_file`, or make one with ssh-keygen and give the public half to the server's keeper; this service must be able to read it"
        case .foreignLink(let place, let host):
            "\(place): 下一页指向别的服务器 \(host)，不予跟随；请对方改正 / the next page is said to be on another server, \(host), which is not followed; have it mended"
        case .badCursor(let place):
            "\(place): 下一页的标记无法使用；请核对 paging / the mark of the next page cannot be used; check `paging`"
        case .webPage(let place):
            "\(place): 返回的是网页而不是数据，可能登录已失效；请核对 url 与 auth / a web page came instead of data, the login may have expired; check `url` and `auth`"
        case .query(let place, let detail, let isTransient):
            isTransient
                ? "\(place): 数据库连接不上，稍后自动重试 / the database cannot be reached, will be tried again: \(detail)"
                : "\(place): 查询失败，请核对 sql 与权限 / the query failed; check `sql` and rights: \(detail)"
        case .definition(let place, let detail):
            "\(place): 设置无法执行 (\(detail))；请改正 / the settings cannot be carried out; correct them"
        }
    }
}
