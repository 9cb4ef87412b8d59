# Sentences for the person who waits; sourced by from-source.sh, which says where LOG is.

say() {
    echo "$*"
}

# Stop with a sentence.
stop() {
    echo "$*" >&2
    exit 1
}

minutes() {
    printf '%d:%02d min' $(($1 / 60)) $(($1 % 60))
}

# Run "$2..." with its output in the log and, under the title "$1", signs of life.
attempt() {
    local title=$1 watcher status=0 began=$SECONDS
    shift
    [ -t 1 ] || echo "$title"
    printf '\n--- %s: %s\n' "$title" "$*" >>"$LOG"
    watch_over "$title" "$(wc -c <"$LOG")" &
    watcher=$!
    "$@" >>"$LOG" 2>&1 </dev/null || status=$?
    kill "$watcher" 2>/dev/null || true
    wait "$watcher" 2>/dev/null || true
    [ ! -t 1 ] || printf '\r\033[K%s: %s\n' "$title" "$(minutes $((SECONDS - began)))"
    return $status
}

# The same, for what must not fail: a failure shows the log's end.
quietly() {
    local status=0
    attempt "$@" || status=$?
    [ $status != 0 ] || return 0
    echo "$1 failed. The last lines of $LOG:" >&2
    tail -n 25 "$LOG" | sed 's/^/  | /' >&2
    return $status
}

# One line that keeps changing on a terminal; elsewhere a line a minute. Ends when the script has
# ended, however it ended.
watch_over() {
    local title=$1 offset=$2 began=$SECONDS told=0 line
    while kill -0 $$ 2>/dev/null; do
        line="$title: $(minutes $((SECONDS - began)))$(step_since "$offset")"
        if [ -t 1 ]; then
            printf '\r%s\033[K' "$line"
        elif [ $(((SECONDS - began) / 60)) -gt $told ]; then
            told=$(((SECONDS - began) / 60))
            echo "$line"
        fi
        sleep 1 >/dev/null 2>&1
    done
}

# ", step 12 of 340" where the log has ninja's counter "[12/340]", else nothing.
step_since() {
    tail -c "+$(($1 + 1))" "$LOG" 2>/dev/null | tail -c 8000 | tr '\r' '\n' |
        sed -n 's/^ *\[\([0-9][0-9]*\)\/\([0-9][0-9]*\)\].*/, step \1 of \2/p' | tail -n 1
}
