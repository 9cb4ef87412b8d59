#!/bin/sh
# Removes glmdesk from your home folder. Your chats, models and settings stay where they are.
set -eu
home=$(cd "$(dirname "$0")" && pwd)
prefix=$(cd "$home/../.." && pwd)
share=$prefix/share
[ -x "$home/glmdesk-worker" ] || { echo "There is no glmdesk in $home." >&2; exit 1; }
find "$share/icons/hicolor" -name '@APP_ID@.*' -delete 2>/dev/null || true
rm -f "$share/applications/@APP_ID@.desktop" "$share/metainfo/@APP_ID@.metainfo.xml" \
    "$share/mime/packages/@APP_ID@.xml" "$share/man/man1/glmdesk.1.gz"
[ "$(readlink "$prefix/bin/glmdesk")" != "$home/glmdesk" ] || rm -f "$prefix/bin/glmdesk"
if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$share/applications" || true; fi
if command -v update-mime-database >/dev/null; then update-mime-database "$share/mime" || true; fi
rm -rf "$home"
echo "glmdesk is removed. Your chats and models are still in ${XDG_DATA_HOME:-$HOME/.local/share}/glmdesk"
