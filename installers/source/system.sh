# What the operating system must bring: Python, the libraries Qt opens, a compiler. Looked for first; installed with
# apt-get where that needs no password, otherwise the exact command is printed. Sourced by from-source.sh.

# apt, dnf, zypper or pacman; nothing on a system with none of them.
package_manager() {
    local name
    for name in apt-get dnf zypper pacman; do
        command -v $name >/dev/null && echo ${name%-get} && return
    done
    true
}

# Of the names "apt dnf zypper pacman any" the one for this system.
package_named() {
    case $(package_manager) in
        apt) echo "$1" ;;
        dnf) echo "$2" ;;
        zypper) echo "$3" ;;
        pacman) echo "$4" ;;
        *) echo "$5" ;;
    esac
}

install_command() {
    case $(package_manager) in
        apt) echo "apt-get install -y --no-install-recommends $*" ;;
        dnf) echo "dnf install -y $*" ;;
        zypper) echo "zypper --non-interactive install $*" ;;
        pacman) echo "pacman -S --needed --noconfirm $*" ;;
    esac
}

# The sentence for a person: the command, or the bare names where the package manager is not known.
how_to_install() {
    if [ -n "$(package_manager)" ]; then
        echo "please install with:"
        echo "  $(sudo_prefix)$(install_command "$@")"
    else
        echo "please install: $*"
    fi
}

# "sudo " where a person must type it.
sudo_prefix() {
    [ "$(id -u)" = 0 ] || printf 'sudo '
}

may_install() {
    [ "$(package_manager)" = apt ] || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

apt_install() {
    local prefix=
    [ "$(id -u)" = 0 ] || prefix="sudo -n"
    set -- env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@"
    $prefix "$@" || { $prefix apt-get -q update && $prefix "$@"; }
}

# Install packages, or say how; fails when they are not there afterwards.
install_packages() {
    [ $# -gt 0 ] || return 0
    if may_install; then
        say "Installing system packages: $*"
        quietly "System packages" apt_install "$@" && return
    fi
    echo "Missing from this system; $(how_to_install "$@")" >&2
    return 1
}

# ldconfig is outside the path of an ordinary user on Debian. Empty where there is none (musl, macOS).
known_libraries() {
    PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null || true
}

has_library() {
    case $(known_libraries) in *"	$1 "*) return 0 ;; esac
    return 1
}

# The packages of the missing libraries that "$1" (qt, x11) needs, each once.
missing_libraries() {
    local known need library apt dnf zypper pacman
    known=$(known_libraries)
    [ -n "$known" ] || return 0
    sed '/^#/d' "$ROOT/resources/system-libraries.txt" | while read -r need library apt dnf zypper pacman; do
        [ "$need" = "$1" ] || continue
        case $known in *"	$library "*) continue ;; esac
        package_named "$apt" "$dnf" "$zypper" "$pacman" "$library"
    done | sort -u
}

has_fonts() {
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.fonts" "${HOME:-/}/.local/share/fonts" \
        \( -name '*.ttf' -o -name '*.otf' -o -name '*.ttc' \) -print -quit 2>/dev/null)" ]
}

# PySide6 6.11 is made for Python up to 3.14.
is_suitable_python() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
}

# Sets PYTHON to the first that is suitable, or to nothing. A name on the path may be a pyenv shim that does not
# work, so each is tried.
find_python() {
    local name wanted=${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}
    for name in $wanted; do
        if is_suitable_python "$name"; then
            PYTHON=$name
            return
        fi
    done
    PYTHON=
    echo "glmdesk needs Python 3.11 to 3.14; here is $(python3 --version 2>/dev/null || echo none)." >&2
    if [ "$(uname)" = Darwin ]; then
        stop "Install one with:  brew install python@3.13        (or the installer from python.org)"
    fi
}

# Of Python: all of it, or what Debian splits off from it. Debian's python3 is new enough where Debian is; an
# older one may have a second Python.
missing_python() {
    local debian="python3 python3-venv"
    if [ -z "$PYTHON" ]; then
        ! command -v python3 >/dev/null || debian="python3.11 python3.11-venv"
        package_named "$debian" python3.13 python313 python python3.11
    elif [ "$(package_manager)" = apt ] && ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
        case $PYTHON in
            python3) echo python3-venv ;;
            *) "$PYTHON" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])' ;;
        esac
    fi
}

has_compiler() {
    local name
    for name in ${CXX:-c++ g++ clang++}; do
        command -v "$name" >/dev/null && return
    done
    return 1
}

missing_compiler() {
    has_compiler || package_named g++ gcc-c++ gcc-c++ gcc g++
}

# All that is missing in one go, so that a person types one command.
install_system_packages() {
    [ "$(uname)" = Linux ] || return 0
    local required optional
    required="$(missing_python) $(missing_libraries qt)"
    optional="$(missing_libraries x11) $(missing_compiler)"
    has_fonts ||
        optional="$optional $(package_named fonts-dejavu-core dejavu-sans-fonts dejavu-fonts ttf-dejavu dejavu-fonts)"
    # shellcheck disable=SC2086 # lists of package names
    if install_packages $required $optional; then
        [ -n "$PYTHON" ] || find_python
        [ -n "$PYTHON" ] || exit 1
        return
    fi
    [ -z "${required// /}" ] || stop "Then run this command again."
    echo "Going on without: a window under X11 may not open, and llama.cpp may not compile." >&2
}

# A C++ compiler for llama.cpp; CMake and Ninja come with pip.
find_compiler() {
    if [ "$(uname)" = Darwin ]; then
        xcode-select -p >/dev/null 2>&1 || stop "llama.cpp needs a compiler; install it with:  xcode-select --install"
        return
    fi
    has_compiler || install_packages "$(missing_compiler)" || stop "llama.cpp cannot be compiled without it."
}

check_qt() {
    quietly "Trying Qt" env QT_QPA_PLATFORM=offscreen "$VENV/bin/python" -c "import PySide6.QtNetwork, PySide6.QtWidgets" ||
        stop "Qt does not start: install the library named above, then run this command again."
}
