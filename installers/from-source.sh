#!/usr/bin/env bash
# Sets everything up from a checkout and runs the program, or its checks:
#
#   installers/from-source.sh run  [--engine cpu|vulkan|cuda|metal] [ARGUMENTS OF glmdesk...]
#   installers/from-source.sh test [--engine cpu|vulkan|cuda|metal] [ARGUMENTS OF pytest...]
#
# Everything made lies in .venv and build/ of the checkout; only missing system libraries go elsewhere, through
# the system's package manager. Written for bash 3.2, which is what macOS has.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
VENV=$ROOT/.venv
LOG=$ROOT/build/set-up.log
ENGINE= # as given by --engine; empty: keep what is installed, else choose for this machine

. "$ROOT/installers/source/progress.sh"
. "$ROOT/installers/source/system.sh"
. "$ROOT/installers/source/engine.sh"

usage() {
    sed -n '2,8s/^# \{0,1\}//p' "$ROOT/installers/from-source.sh"
    exit 2
}

# A virtual environment of a good Python; made again when its Python is gone or too old, kept otherwise.
make_environment() {
    if ! is_suitable_python "$VENV/bin/python"; then
        quietly "Making a virtual environment with $("$PYTHON" --version)" "$PYTHON" -m venv --clear "$VENV"
    fi
    "$VENV/bin/python" -m pip --version >>"$LOG" 2>&1 ||
        quietly "pip" "$VENV/bin/python" -m ensurepip
}

# What the environment was made from: while it reads the same there is nothing to do.
fingerprint() {
    echo "$ROOT|$1|$(cksum <"$ROOT/pyproject.toml")|$("$VENV/bin/python" --version)|$(installed_engine)"
}

is_set_up() {
    local extras=$1
    [ -x "$VENV/bin/python" ] && [ -f "$VENV/set-up-$extras" ] || return 1
    [ "$(cat "$VENV/set-up-$extras")" = "$(fingerprint "$extras")" ] || return 1
    [ -z "$ENGINE" ] || is_built_engine "$ENGINE"
}

# The environment with the package and its extras ("starter" or "starter,dev"), ready to use.
set_up() {
    local extras=$1 began=$SECONDS
    is_set_up "$extras" && return
    mkdir -p "$(dirname "$LOG")"
    : >"$LOG"
    find_python
    install_system_packages
    make_environment
    install_engine
    quietly "Installing the Python packages" \
        "$VENV/bin/python" -m pip install --prefer-binary --editable "${ROOT}[$extras]"
    check_qt
    local part
    for part in starter "$extras"; do
        fingerprint "$part" >"$VENV/set-up-$part"
    done
    say "Set up in $(minutes $((SECONDS - began)))."
}

has_display() {
    [ "$(uname)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]
}

# A window is what opens without arguments, and with a file or a folder; everything else is a command.
opens_window() {
    [ $# = 0 ] || [ -e "$1" ]
}

run() {
    set_up starter
    if opens_window "$@" && ! has_display; then
        echo "There is no display here to open the window on; ask in the terminal instead:" >&2
        echo "  ./installers/from-source.sh run ask \"Why is the sky blue?\"" >&2
        exit 1
    fi
    exec "$VENV/bin/glmdesk" "$@"
}

check() {
    echo "== $1"
    shift
    "$VENV/bin/python" -m "$@" || failed="$failed $1"
}

# Every check is made, whatever the ones before it said; pytest's closing line is the last.
test_all() {
    set_up starter,dev
    cd "$ROOT"
    failed=
    check "lint" ruff check
    check "format" ruff format --check
    check "types" mypy
    [ -z "$failed" ] || echo "FAILED:$failed (the tests follow)" >&2
    echo "== architecture and tests"
    QT_QPA_PLATFORM=offscreen "$VENV/bin/python" -m pytest "$@" || failed="$failed pytest"
    [ -z "$failed" ]
}

[ $# -gt 0 ] || usage
verb=$1
shift
while [ $# -gt 0 ]; do
    case $1 in
        --engine) [ $# -gt 1 ] || usage; ENGINE=$2; shift 2 ;;
        --engine=*) ENGINE=${1#*=}; shift ;;
        *) break ;;
    esac
done
case $ENGINE in "" | cpu | vulkan | cuda | metal) ;; *) usage ;; esac
unset PYTHONHOME PYTHONPATH
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_USER=0 PIP_NO_INPUT=1
case $verb in
    run) run "$@" ;;
    test) test_all "$@" ;;
    *) usage ;;
esac
