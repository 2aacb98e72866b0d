# shellcheck shell=bash disable=SC2034,SC2154 # names shared with the other parts and the scripts
# A PostgreSQL server of our own: fresh files, a socket nobody else can reach, no TCP, gone at the end. It never looks
# at a cluster it did not make. Data in it is disposable, so it does without fsync and is fast.

readonly socket_limit=107 # bytes of a unix socket's path on Linux
cluster='' cluster_socket='' cluster_pid=''

# Prints the folder for temporary files: one that the server's user can enter and that has a gigabyte free.
scratch_folder() {
    local folder
    for folder in "${TMPDIR:-/tmp}" /tmp /var/tmp; do
        folder=$(readlink -f -- "$folder") || continue
        if [ ! -d "$folder" ] || [ ! -w "$folder" ]; then continue; fi
        [ "$(df -Pk -- "$folder" | awk 'NR == 2 { print $4 }')" -ge 1048576 ] || continue
        as_server_user test -x "$folder" || continue
        printf '%s\n' "$folder"
        return 0
    done
    fail "$EX_CANNOT_CREATE" "临时目录都不可用或不足 1 GiB：${TMPDIR:-/tmp} /tmp /var/tmp" \
        "no temporary folder that is writable and has 1 GiB free: ${TMPDIR:-/tmp} /tmp /var/tmp" \
        "TMPDIR=/某个大目录 / some large folder: TMPDIR=/large $me"
}

# PostgreSQL refuses to run as root; "postgres" where the distribution made it, "nobody" otherwise.
server_user() { if id -u postgres >/dev/null 2>&1; then echo postgres; else echo nobody; fi; }

# Runs a command as the server's user, from a folder it can enter.
as_server_user() {
    local dressing
    dress_as_server_user
    "${dressing[@]}" "$@"
}

# Sets dressing, the words before a command that make it run as the server's user.
dress_as_server_user() { # [SETPRIV-OPTION…]
    dressing=(setpriv "$@")
    if is_root; then
        local user
        user=$(server_user)
        dressing+=(--reuid "$user" --regid "$(id -g "$user")" --clear-groups)
    fi
    dressing+=(-- env -C / HOME=/)
}

# Makes and starts the server. Sets cluster, cluster_socket, cluster_pid. --lasting lets it outlive this script.
start_private_postgres() { # [--lasting]
    local programs scratch tie=(--pdeathsig INT) # the server stops when this script ends, however it ends
    if [ "${1-}" = --lasting ]; then tie=(); fi
    programs=$(server_programs) || fail "$EX_UNAVAILABLE" "没有找到 PostgreSQL $oldest_server 或更新的服务器程序" \
        "no PostgreSQL server of version $oldest_server or later" "$deploy/prerequisites"
    scratch=$(scratch_folder)
    cluster=$(mktemp -d "$scratch/docket-XXXXXXXX")
    chmod 711 "$cluster" # the server's user passes through; data and socket are closed to all others
    : >"$cluster/docket-private-postgres"
    cluster_socket=$cluster/socket
    if [ "$(printf '%s' "$cluster_socket/.s.PGSQL.5432" | wc -c)" -gt "$socket_limit" ]; then
        cluster_socket=$(mktemp -d /tmp/docket-XXXXXXXX)
    fi
    printf '%s\n' "$cluster_socket" >"$cluster/docket-private-postgres"
    mkdir -p "$cluster/data" "$cluster_socket"
    chmod 700 "$cluster/data" "$cluster_socket"
    if is_root; then chown "$(server_user):" "$cluster/data" "$cluster_socket"; fi
    : >"$cluster/server.log"
    create_cluster "$programs"
    launch_server "$programs" ${tie[@]+"${tie[@]}"}
    await_server "$programs"
}

create_cluster() { # PROGRAMS
    local locale=C.UTF-8
    locale -a 2>/dev/null | grep -qiE '^C\.utf-?8$' || locale=C
    if ! as_server_user env -i PATH="$1:/usr/bin:/bin" "$1/initdb" -D "$cluster/data" -U docket --encoding=UTF8 \
        --locale="$locale" --auth=trust --no-sync >>"$cluster/server.log" 2>&1; then
        cat "$cluster/server.log" >&2
        fail "$EX_CANNOT_CREATE" "initdb 失败（全文见上）" "initdb failed (its words are above)" "df -h $cluster"
    fi
    as_server_user tee "$cluster/data/postgresql.auto.conf" >/dev/null <<SETTINGS
listen_addresses = ''
unix_socket_directories = '$cluster_socket'
unix_socket_permissions = 0700
max_connections = 200
fsync = off
synchronous_commit = off
full_page_writes = off
max_wal_size = '2GB'
shared_buffers = '${DOCKET_PRIVATE_BUFFERS:-128MB}'
timezone = 'UTC'
log_timezone = 'UTC'
SETTINGS
}

launch_server() { # PROGRAMS [SETPRIV-OPTION…]
    local programs=$1 dressing
    shift
    dress_as_server_user "$@"
    # Its own session, so that Ctrl-C reaches this script first and the server is stopped in order.
    "${dressing[@]}" env -i PATH="$programs:/usr/bin:/bin" LC_ALL=C TZ=UTC setsid "$programs/postgres" \
        -D "$cluster/data" </dev/null >>"$cluster/server.log" 2>&1 &
    cluster_pid=$!
}

await_server() { # PROGRAMS
    local turns=0
    until "$1/pg_isready" -q -h "$cluster_socket" -p 5432; do
        turns=$((turns + 1))
        if [ "$turns" -ge 300 ] || ! kill -0 "$cluster_pid" 2>/dev/null; then
            cat "$cluster/server.log" >&2
            fail "$EX_UNAVAILABLE" "私有 PostgreSQL 没有启动（日志见上）" "the private PostgreSQL did not start (log above)" \
                "free -m; df -h $cluster"
        fi
        sleep 0.1
    done
    # The server's own word on its process; nothing else is ever signalled.
    cluster_pid=$(head -n 1 "$cluster/data/postmaster.pid")
}

# Points libpq at the private server and at nothing else: settings of the person's own must not leak in.
use_private_postgres() { # [DATABASE]
    local name
    for name in ${!PG@}; do unset "$name"; done
    export PGHOST=$cluster_socket PGPORT=5432 PGUSER=docket PGDATABASE=${1:-postgres}
}

# Stops the server and deletes its files. Does nothing where none was started.
stop_private_postgres() {
    [ -n "$cluster" ] || return 0
    if [ -n "$cluster_pid" ] && kill -INT "$cluster_pid" 2>/dev/null; then
        local turns=0
        while kill -0 "$cluster_pid" 2>/dev/null && [ "$turns" -lt 300 ]; do
            sleep 0.1
            turns=$((turns + 1))
        done
        kill -QUIT "$cluster_pid" 2>/dev/null || true
    fi
    rm -rf -- "$cluster/data" "$cluster_socket" "$cluster/server.log" "$cluster/docket-private-postgres"
    rmdir -- "$cluster" 2>/dev/null || true # results somebody may want to read stay
    cluster='' cluster_pid=''
}

# Takes up a server that was left running by --lasting, so that it can be stopped.
adopt_private_postgres() { # FOLDER
    if [ ! -f "$1/docket-private-postgres" ]; then
        fail "$EX_USAGE" "$1 不是由 Docket 创建的 PostgreSQL" "$1 is not a PostgreSQL that Docket made" "ls -d /tmp/docket-*"
    fi
    cluster=$(readlink -f -- "$1")
    cluster_socket=$(cat "$cluster/docket-private-postgres")
    cluster_pid=$(head -n 1 "$cluster/data/postmaster.pid" 2>/dev/null || true)
    # A process number from before a reboot may belong to somebody else by now.
    if [ -n "$cluster_pid" ] && ! grep -qzF -- "$cluster/data" "/proc/$cluster_pid/cmdline" 2>/dev/null; then cluster_pid=''; fi
}
