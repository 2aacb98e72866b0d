# shellcheck shell=bash
# What the scripts of this folder say, always in Chinese and English, always on standard error: standard output belongs
# to results. Sourced, never run.

# Exit codes of sysexits.h, the same ones the docket command uses.
# shellcheck disable=SC2034
readonly EX_USAGE=64 EX_DATA=65 EX_UNAVAILABLE=69 EX_INTERNAL=70 EX_CANNOT_CREATE=73 EX_PERMISSION=77 EX_CONFIGURATION=78

# The script a person started, for the place part of every message.
me="Deploy/$(basename -- "$0")"
readonly me

say() { # CHINESE ENGLISH
    clear_progress
    printf '%s: %s / %s\n' "$me" "$1" "$2" >&2
}

# Ends the script: what happened, and the lines that mend it (one argument a line, printed as they are).
fail() { # CODE CHINESE ENGLISH [REMEDY-LINE…]
    local code=$1
    say "$2" "$3"
    shift 3
    if [ $# -gt 0 ]; then
        printf '  办法 / remedy:\n' >&2
        printf '    %s\n' "$@" >&2
    fi
    exit "$code"
}

# One line that is overwritten in place on a terminal; elsewhere one line each half minute, so that a log shows life.
progress_shown=0
progress_next=0
show_progress() { # TEXT
    if [ -t 2 ]; then
        printf '\r\033[K\033[?7l%s\033[?7h' "$1" >&2 # clipped, not wrapped, at the edge
        progress_shown=1
    elif [ "$SECONDS" -ge "$progress_next" ]; then
        printf '%s\n' "$1" >&2
        progress_next=$((SECONDS + 30))
    fi
}

clear_progress() {
    if [ "$progress_shown" = 1 ]; then printf '\r\033[K' >&2; fi
    progress_shown=0
}

# The comment block at the head of a script is its help.
print_help() { # SCRIPT
    sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$1"
}
