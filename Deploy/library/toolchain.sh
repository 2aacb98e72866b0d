# shellcheck shell=bash disable=SC2034,SC2154 # names shared with the other parts and the scripts
# Finds Swift, and builds with it: quietly, with one live line, and with the whole log where it fails.

readonly oldest_swift=6.2

# Puts the first Swift that is new enough at the head of PATH.
find_swift() {
    local folder version newest_found=''
    for folder in "$(dirname -- "$(command -v swift 2>/dev/null || echo /nowhere/swift)")" /opt/swift/usr/bin \
        "${SWIFTLY_BIN_DIR:-${SWIFTLY_HOME_DIR:-$HOME/.local/share/swiftly}/bin}" \
        "${SWIFTLY_HOME_DIR:-$HOME/.local/share/swiftly}"/toolchains/*/usr/bin /usr/libexec/swift/*/bin; do
        [ -x "$folder/swift" ] || continue
        version=$("$folder/swift" --version 2>&1 |
            sed -nE 's/.*Swift version ([0-9]+\.[0-9]+(\.[0-9]+)?).*/\1/p' | head -n 1) || true
        if [ -z "$version" ]; then
            report_broken_swift "$folder/swift"
        elif at_least "$version" "$oldest_swift"; then
            export PATH="$folder:$PATH"
            return 0
        else
            newest_found="$folder/swift ($version)"
        fi
    done
    if [ -n "$newest_found" ]; then
        explain_swift "只找到较旧的 Swift：$newest_found，需要 $oldest_swift 或更新" \
            "found only an older Swift: $newest_found, but $oldest_swift or later is needed"
    else
        explain_swift "没有找到 Swift（PATH、/opt/swift、swiftly 都没有）" "no Swift in PATH, /opt/swift or swiftly's folder"
    fi
}

at_least() { # VERSION MINIMUM
    [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# A toolchain that does not run most often lacks a shared library.
report_broken_swift() { # PATH
    say "$1 不能运行：$("$1" --version 2>&1 | head -n 1)" "$1 does not run: $(ldd "$1" 2>&1 | grep 'not found' | tr '\n' ' ')"
}

explain_swift() { # CHINESE ENGLISH
    local offered
    offered=$(apt-cache policy swiftlang 2>/dev/null | sed -nE 's/^ *Candidate: ([0-9].*)/\1/p')
    if [ -n "$offered" ] && at_least "$offered" "$oldest_swift"; then
        fail "$EX_UNAVAILABLE" "$1" "$2" "sudo apt-get install -y swiftlang    # $offered"
    fi
    # The commands swift.org gives for Linux; swiftly names the packages it wants from the system when it is done.
    # shellcheck disable=SC2016
    fail "$EX_UNAVAILABLE" "$1" "$2" \
        'sudo apt-get install -y curl ca-certificates gnupg   # 或等价软件 / or their equivalents' \
        'curl -O "https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz"' \
        'tar zxf "swiftly-$(uname -m).tar.gz" && ./swiftly init --quiet-shell-followup' \
        '. "${SWIFTLY_HOME_DIR:-$HOME/.local/share/swiftly}/env.sh" && hash -r' \
        '离线 / off line: 解开 swift.org 的工具链到 /opt/swift / unpack a toolchain of swift.org as /opt/swift'
}

# Settles where to build: in the checkout, or, where that cannot be written, in a copy under the user's cache.
choose_build_folder() {
    package=$(dirname -- "$deploy")
    if [ -w "$package" ] && { [ ! -e "$package/.build" ] || [ -w "$package/.build" ]; }; then return 0; fi
    local copy
    copy=${XDG_CACHE_HOME:-$HOME/.cache}/docket/$(printf '%s' "$package" | cksum | cut -d ' ' -f 1)
    mkdir -p "$copy" 2>/dev/null || copy=$(mktemp -d)
    say "源码目录不可写，改在 $copy 构建" "the checkout cannot be written, building in $copy"
    exec 8<"$copy"
    flock 8
    # Times are kept, so that a second build finds nothing to do; what was deleted in the checkout goes here too.
    local part
    for part in Package.swift Package.resolved .swift-format .ci Sources Tests Config Deploy; do
        rm -rf -- "${copy:?}/$part"
        [ ! -e "$package/$part" ] || cp -Rp -- "$package/$part" "$copy/$part"
    done
    chmod -R u+w "$copy"
    exec 8<&-
    package=$copy
}

# Runs a command with its output in a log and its last step as a live line. Prints the log only where it fails.
run_quietly() { # LABEL LOG COMMAND…
    local label=$1 log=$2 status=0
    shift 2
    : >"$log"
    child_signal=INT
    if [ -t 2 ]; then progress_shown=1; fi # by the reader of the log, which cannot set it here
    run_child "$@" > >(follow_steps "$label" "$log") 2>&1 || status=$?
    child_signal=TERM
    wait_for_log "$log"
    clear_progress
    return "$status"
}

# Marks the end of the log once the reader has written all of it.
readonly log_end='== end of log =='
wait_for_log() {
    local turns=0
    until [ "$(tail -n 1 "$1")" = "$log_end" ] || [ "$turns" -ge 50 ]; do
        sleep 0.1
        turns=$((turns + 1))
    done
    sed -i "\$ { /^$log_end\$/ d }" "$1"
}

follow_steps() { # LABEL LOG
    local label=$1 log=$2 line='' step='' began=$SECONDS status
    while true; do
        status=0
        IFS= read -r -t 1 line || status=$?
        if [ "$status" = 0 ]; then
            printf '%s\n' "$line" >>"$log"
            case $line in \[*/*\]* | Fetch* | Comput* | Build* | Test* | ✔* | ✘*) step=$line ;; esac
        else
            printf '%s' "$line" >>"$log"
            if [ "$status" -le 128 ]; then break; fi
        fi
        show_progress "$label $((SECONDS - began)) s  $step"
    done
    printf '\n%s\n' "$log_end" >>"$log"
}

# Runs a long command so that a signal to this script ends it at once, with everything it started. Bash starts what is
# in the background deaf to SIGINT, which is the signal SwiftPM ends its compilers on.
child='' child_signal=TERM
run_child() { # COMMAND…
    local status=0
    setpriv --pdeathsig "$child_signal" -- env --default-signal=INT setsid -- "$@" &
    child=$!
    wait "$child" || status=$?
    child=''
    return "$status"
}

stop_child() {
    [ -n "$child" ] || return 0
    kill "-$child_signal" -- "-$child" 2>/dev/null || kill "-$child_signal" "$child" 2>/dev/null || true
    wait "$child" 2>/dev/null || true
    child=''
}
