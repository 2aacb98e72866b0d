# shellcheck shell=bash disable=SC2034,SC2154 # names shared with the other parts and the scripts
# Finds what building and trying Docket needs from the machine, and has apt install exactly what is missing.
# An installed PostgreSQL is used as it is; a newly installed one gets no "main" cluster and nothing is started.

readonly oldest_server=13

is_root() { [ "$(id -u)" = 0 ]; }

# Prints the newest folder that holds a usable PostgreSQL server (13 or later).
server_programs() {
    local folder version best='' newest=0 in_path
    in_path=$(command -v initdb || true)
    for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin "$(pg_config --bindir 2>/dev/null)" "${in_path%/*}"; do
        if [ ! -x "$folder/initdb" ] || [ ! -x "$folder/postgres" ]; then continue; fi
        version=$("$folder/postgres" --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/')
        if [ "${version:-0}" -gt "$newest" ]; then newest=$version best=$folder; fi
    done
    [ "$newest" -ge "$oldest_server" ] && printf '%s\n' "$best"
}

# Prints the Debian package of each thing that is absent. Things are looked for themselves, not their packages, so that
# a source build or another distribution counts as well.
missing_packages() {
    command -v git >/dev/null || echo git
    command -v pkg-config >/dev/null || echo pkg-config
    [ -s /etc/ssl/certs/ca-certificates.crt ] || [ -s /etc/pki/tls/certs/ca-bundle.crt ] || echo ca-certificates
    [ -e /usr/share/zoneinfo/Asia/Shanghai ] || echo tzdata
    command -v ld >/dev/null || echo binutils
    compgen -G '/usr/lib/gcc*/*/*/libstdc++.so' >/dev/null || echo g++ # brings libc6-dev, which Swift links with
    has_library libpq '/usr/include/postgresql/libpq-fe.h' || echo libpq-dev
    has_library libcrypto '/usr/include/openssl/evp.h' || echo libssl-dev
    has_library libarchive '/usr/include/archive.h' || echo libarchive-dev
    has_library zlib '/usr/include/zlib.h' || echo zlib1g-dev
    has_library expat '/usr/include/expat.h' || echo libexpat1-dev
    has_library freexl '/usr/include/freexl.h' || echo libfreexl-dev
    has_library libcurl '/usr/include/*/curl/curl.h' || echo libcurl4-openssl-dev
    server_programs >/dev/null || echo postgresql
    command -v psql >/dev/null || echo postgresql-client
}

has_library() { # PKG-CONFIG-NAME HEADER
    if command -v pkg-config >/dev/null; then pkg-config --exists "$1"; else compgen -G "$2" >/dev/null; fi
}

ensure_prerequisites() {
    local missing
    mapfile -t missing < <(missing_packages)
    [ "${#missing[@]}" -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null; then explain_without_apt "${missing[@]}"; fi
    if is_root; then
        say "安装缺少的软件包：${missing[*]}" "installing what is missing: ${missing[*]}"
        install_packages "${missing[@]}"
    elif command -v sudo >/dev/null && sudo_usable; then
        sudo -- "$deploy/prerequisites" || exit $?
    else
        fail "$EX_PERMISSION" "当前用户不能安装软件包，也不能使用 sudo" \
            "this user can neither install packages nor use sudo" \
            "以 root 运行 / as root, either: $deploy/prerequisites" \
            "或 / or: apt-get install -y --no-install-recommends ${missing[*]}" \
            "（前者不会创建或启动系统的 PostgreSQL 集群 / the first creates and starts no cluster of the system's own)"
    fi
    mapfile -t missing < <(missing_packages)
    if [ "${#missing[@]}" -gt 0 ]; then
        fail "$EX_UNAVAILABLE" "安装之后仍然缺少：${missing[*]}" "still missing after the installation: ${missing[*]}" \
            "apt-cache policy ${missing[*]}"
    fi
}

# Without a terminal sudo cannot ask for a password.
sudo_usable() { sudo -n true 2>/dev/null || { [ -t 0 ] && [ -t 2 ]; }; }

explain_without_apt() { # DEBIAN-PACKAGE…
    fail "$EX_UNAVAILABLE" "本机不用 apt；请自行安装缺少的：$*（Debian 包名）" \
        "apt is not this machine's package manager; please install what is missing yourself, by Debian name: $*" \
        "Fedora/openEuler/Anolis: dnf install git pkgconf-pkg-config ca-certificates tzdata binutils gcc-c++ libpq-devel openssl-devel libcurl-devel libarchive-devel zlib-devel expat-devel freexl-devel postgresql-server postgresql" \
        "SUSE: zypper install git pkg-config ca-certificates timezone binutils gcc-c++ postgresql-devel libopenssl-devel libcurl-devel libarchive-devel zlib-devel libexpat-devel freexl-devel postgresql-server postgresql" \
        "Arch: pacman -S git pkgconf ca-certificates tzdata binutils gcc postgresql openssl curl libarchive zlib expat freexl" \
        "PostgreSQL 需 $oldest_server 或更新 / PostgreSQL must be $oldest_server or later. 然后重试 / then run this again."
}

# As root. Everything put in place for the installation is taken away again, whatever happens.
install_packages() { # PACKAGE…
    (
        exec 9</etc/apt # two demonstrations at once take turns
        flock 9
        trap withdraw_postgres_guard EXIT
        trap 'exit 130' INT
        trap 'exit 143' TERM
        place_postgres_guard
        export DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1
        log=$(mktemp)
        if ! run_apt "$@" >"$log" 2>&1 && ! { update_lists && run_apt "$@"; } >>"$log" 2>&1; then
            cat "$log" >&2
            rm -f "$log"
            fail "$EX_UNAVAILABLE" "apt 安装失败（全文见上）" "apt could not install the packages (its words are above)" \
                "apt-get update && apt-get install -y --no-install-recommends $*"
        fi
        rm -f "$log"
    ) 9>&- || exit $?
}

run_apt() { apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 "$@"; }
update_lists() { apt-get update -q -o DPkg::Lock::Timeout=600; }

# Debian's server package makes and starts a cluster called "main" when it is first installed. Two files keep it from
# that for the minutes of the installation: an extra createcluster setting, and a policy that leaves services named
# postgresql alone (all others are started or restarted as usual). Files that are there already stay as they are.
readonly cluster_settings=/etc/postgresql-common/createcluster.d
readonly cluster_guard=$cluster_settings/docket-installation.conf
readonly service_policy=/usr/sbin/policy-rc.d
guard_folders=() guard_policy=''

place_postgres_guard() {
    local settings=/etc/postgresql-common/createcluster.conf folder
    if [ -e "$settings" ] && ! grep -qE "^include_dir .*createcluster\.d" "$settings" &&
        ! grep -qE '^create_main_cluster *= *(off|false|no|0)' "$settings"; then
        fail "$EX_CONFIGURATION" "$settings 不读取 createcluster.d，安装服务器会创建 main 集群" \
            "$settings does not read createcluster.d, so installing the server would create a main cluster" \
            "在该文件中设 create_main_cluster = false，再重试 / set create_main_cluster = false there and run this again"
    fi
    for folder in /etc/postgresql-common "$cluster_settings"; do
        if [ ! -d "$folder" ]; then mkdir "$folder" && guard_folders=("$folder" "${guard_folders[@]}"); fi
    done
    printf '%s\n' '# Written by Docket for the minutes of an installation; safe to delete.' 'create_main_cluster = off' \
        >"$cluster_guard"
    if [ ! -e "$service_policy" ]; then
        guard_policy=$service_policy
        cat >"$service_policy" <<'POLICY'
#!/bin/sh
# Written by Docket for the minutes of an installation; safe to delete.
for word in "$@"; do case $word in postgresql*) exit 101 ;; esac; done
exit 0
POLICY
        chmod 755 "$service_policy"
    fi
}

withdraw_postgres_guard() {
    rm -f "$cluster_guard" ${guard_policy:+"$guard_policy"}
    # A folder the package now uses is not empty, and stays.
    [ "${#guard_folders[@]}" = 0 ] || rmdir "${guard_folders[@]}" 2>/dev/null || true
}
