# What the operating system must bring: Python, the libraries Qt opens, a compiler. Looked for first; installed with
# apt-get where that needs no password, otherwise the exact command is printed. Sourced by from-source.sh.

# Libraries that the Qt of PyPI opens but does not bring (objdump -p of its core and its xcb plugin), and the
# packages they come in: need | library | apt | dnf | zypper | pacman. Without a "qt" one Qt cannot be imported;
# an "x11" one is needed only by a window under X11.
qt_libraries() {
    cat <<'EOF'
qt  libEGL.so.1             libegl1             libglvnd-egl        libEGL1              libglvnd
qt  libGL.so.1              libgl1              libglvnd-glx        libGL1               libglvnd
qt  libglib-2.0.so.0        libglib2.0-0        glib2               libglib-2_0-0        glib2
qt  libfontconfig.so.1      libfontconfig1      fontconfig          libfontconfig1       fontconfig
qt  libfreetype.so.6        libfreetype6        freetype            libfreetype6         freetype2
qt  libdbus-1.so.3          libdbus-1-3         dbus-libs           libdbus-1-3          dbus
qt  libxkbcommon.so.0       libxkbcommon0       libxkbcommon        libxkbcommon0        libxkbcommon
qt  libX11.so.6             libx11-6            libX11              libX11-6             libx11
qt  libgssapi_krb5.so.2     libgssapi-krb5-2    krb5-libs           krb5                 krb5
x11 libX11-xcb.so.1         libx11-xcb1         libX11-xcb          libX11-xcb1          libx11
x11 libxkbcommon-x11.so.0   libxkbcommon-x11-0  libxkbcommon-x11    libxkbcommon-x11-0   libxkbcommon-x11
x11 libxcb-cursor.so.0      libxcb-cursor0      xcb-util-cursor     libxcb-cursor0       xcb-util-cursor
x11 libxcb-icccm.so.4       libxcb-icccm4       xcb-util-wm         libxcb-icccm4        xcb-util-wm
x11 libxcb-util.so.1        libxcb-util1        xcb-util            libxcb-util1         xcb-util
x11 libxcb-keysyms.so.1     libxcb-keysyms1     xcb-util-keysyms    libxcb-keysyms1      xcb-util-keysyms
x11 libxcb-image.so.0       libxcb-image0       xcb-util-image      libxcb-image0        xcb-util-image
x11 libxcb-render-util.so.0 libxcb-render-util0 xcb-util-renderutil libxcb-render-util0  xcb-util-renderutil
x11 libxcb-render.so.0      libxcb-render0      libxcb              libxcb-render0       libxcb
x11 libxcb-shape.so.0       libxcb-shape0       libxcb              libxcb-shape0        libxcb
x11 libxcb-shm.so.0         libxcb-shm0         libxcb              libxcb-shm0          libxcb
x11 libxcb-sync.so.1        libxcb-sync1        libxcb              libxcb-sync1         libxcb
x11 libxcb-xfixes.so.0      libxcb-xfixes0      libxcb              libxcb-xfixes0       libxcb
x11 libxcb-xkb.so.1         libxcb-xkb1         libxcb              libxcb-xkb1          libxcb
x11 libxcb-randr.so.0       libxcb-randr0       libxcb              libxcb-randr0        libxcb
EOF
}

# apt, dnf, zypper or pacman; nothing on a system with none of them.
package_manager() {
    local name
    for name in apt-get dnf zypper pacman; do
        command -v $name >/dev/null && echo ${name%-get} && return
    done
    true
}

# Of the names "apt dnf zypper pacman" the one for this system.
package_named() {
    case $(package_manager) in apt) echo "$1" ;; dnf) echo "$2" ;; zypper) echo "$3" ;; pacman) echo "$4" ;; esac
}

install_command() {
    case $(package_manager) in
        apt) echo "apt-get install -y --no-install-recommends $*" ;;
        dnf) echo "dnf install -y $*" ;;
        zypper) echo "zypper --non-interactive install $*" ;;
        pacman) echo "pacman -S --needed --noconfirm $*" ;;
    esac
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
    echo "Missing from this system; please install with:" >&2
    echo "  $(sudo_prefix)$(install_command "$@")" >&2
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
    qt_libraries | while read -r need library apt dnf zypper pacman; do
        [ "$need" = "$1" ] || continue
        case $known in *"	$library "*) continue ;; esac
        package_named "$apt" "$dnf" "$zypper" "$pacman"
    done | sort -u
}

has_fonts() {
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.fonts" "${HOME:-/}/.local/share/fonts" \
        \( -name '*.ttf' -o -name '*.otf' -o -name '*.ttc' \) -print -quit 2>/dev/null)" ]
}

# The package that Debian splits off from Python; elsewhere venv comes with Python.
missing_venv_package() {
    "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null && return
    case $PYTHON in
        python3) echo python3-venv ;;
        *) "$PYTHON" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])' ;;
    esac
}

install_system_packages() {
    [ "$(uname)" = Linux ] || return 0
    local required optional
    required=$(missing_libraries qt)
    [ "$(package_manager)" != apt ] || required="$required $(missing_venv_package)"
    optional=$(missing_libraries x11)
    has_fonts || optional="$optional $(package_named fonts-dejavu-core dejavu-sans-fonts dejavu-fonts ttf-dejavu)"
    # shellcheck disable=SC2086 # lists of package names
    install_packages $required $optional && return
    [ -z "${required// /}" ] || stop "Without these the program cannot start. Then run this command again."
    echo "Going on without; a window under X11 may not open." >&2
}

# PySide6 6.11 is made for Python up to 3.14.
is_suitable_python() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
}

# Sets PYTHON. A name on the path may be a pyenv shim that does not work, so each is tried.
find_python() {
    local name wanted=${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}
    for name in $wanted; do
        if is_suitable_python "$name"; then
            PYTHON=$name
            return
        fi
    done
    echo "glmdesk needs Python 3.11 to 3.14; here is $(python3 --version 2>/dev/null || echo none). Install one with:" >&2
    if [ "$(uname)" = Darwin ]; then
        stop "  brew install python@3.13        (or the installer from python.org)"
    fi
    stop "  $(sudo_prefix)$(install_command "$(package_named "python3.11 python3.11-venv" python3.13 python313 python)")"
}

# A C++ compiler for llama.cpp; CMake and Ninja come with pip.
find_compiler() {
    if [ "$(uname)" = Darwin ]; then
        xcode-select -p >/dev/null 2>&1 || stop "llama.cpp needs a compiler; install it with:  xcode-select --install"
        return
    fi
    local name
    for name in ${CXX:-c++ g++ clang++}; do
        command -v "$name" >/dev/null && return
    done
    install_packages "$(package_named g++ gcc-c++ gcc-c++ gcc)" || stop "llama.cpp cannot be compiled without it."
}

check_qt() {
    quietly "Trying Qt" env QT_QPA_PLATFORM=offscreen "$VENV/bin/python" -c "import PySide6.QtNetwork, PySide6.QtWidgets" ||
        stop "Qt does not start: install the library named above, then run this command again."
}
