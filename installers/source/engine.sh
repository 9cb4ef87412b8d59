# llama.cpp for this machine: a ready wheel when pip can find one, otherwise compiled. Sourced by from-source.sh.
#
# $VENV/engine says what is installed: the engine's name, "ready" or "built", and the requirement it met.

# What a program that generates text does not need of llama.cpp; halves the time.
LEAVE_OUT="-DLLAVA_BUILD=OFF -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF -DLLAMA_BUILD_TOOLS=OFF"
LEAVE_OUT="$LEAVE_OUT -DLLAMA_BUILD_SERVER=OFF -DLLAMA_BUILD_APP=OFF"

engine_requirement() {
    "$VENV/bin/python" - "$ROOT/pyproject.toml" <<'EOF'
import sys, tomllib
with open(sys.argv[1], "rb") as file:
    print(next(d for d in tomllib.load(file)["project"]["dependencies"] if d.startswith("llama-cpp-python")))
EOF
}

installed_engine() {
    cat "$VENV/engine" 2>/dev/null || echo none
}

is_built_engine() {
    case $(installed_engine) in "$1 built "*) return 0 ;; esac
    return 1
}

# The compiler alone is not enough: without a card to build for, CUDA is compiled for every architecture, which
# takes an hour, and gives a library that does not even load where the driver's libcuda is missing (a container,
# a machine that only builds). /dev/dxg is the card of Windows under WSL.
has_cuda() {
    command -v nvcc >/dev/null && has_library libcuda.so.1 || return 1
    [ -e /proc/driver/nvidia/version ] || [ -e /dev/dxg ]
}

# Headers from 1.3.268 on (vk::LayerSettingEXT), the shader compiler and the SPIR-V headers.
has_vulkan_headers() {
    command -v glslc >/dev/null || return 1
    local folder
    for folder in ${VULKAN_SDK:+"$VULKAN_SDK/include"} /usr/local/include /usr/include; do
        if [ -f "$folder/spirv/unified1/spirv.hpp" ] && is_new_vulkan "$folder/vulkan/vulkan_core.h"; then
            return
        fi
    done
    return 1
}

is_new_vulkan() {
    [ -f "$1" ] || return 1
    sed -n 's/^#define VK_HEADER_VERSION_COMPLETE VK_MAKE_API_VERSION([0-9]*, *\([0-9]*\), *\([0-9]*\),.*/\1 \2/p
            s/^#define VK_HEADER_VERSION \([0-9]*\)$/patch \1/p' "$1" | awk '
        /patch/ { patch = $2; next } { major = $1; minor = $2 }
        END { exit !(major * 1000000 + minor * 1000 + patch >= 1003268) }'
}

choose_engine() {
    if [ "$(uname)" = Darwin ]; then
        echo metal
    elif has_cuda; then
        echo cuda
    elif has_vulkan_headers; then
        echo vulkan
    else
        echo cpu
    fi
}

cmake_options() {
    case $1 in
        cuda) echo "-DGGML_CUDA=ON" ;;
        vulkan) echo "-DGGML_VULKAN=ON" ;;
        metal) echo "-DGGML_METAL=ON" ;;
        cpu) echo "-DGGML_METAL=OFF" ;;
    esac
}

engine_loads() {
    "$VENV/bin/python" -c "import llama_cpp; llama_cpp.llama_backend_init()" >>"$LOG" 2>&1
}

# A wheel from the folders and indexes pip knows; --only-binary keeps pip from compiling one of its own.
install_ready_engine() {
    attempt "Looking for a ready llama.cpp" "$VENV/bin/python" -m pip install --only-binary=llama-cpp-python \
        "$(engine_requirement)" || return 1
    engine_loads && return
    has_library libvulkan.so.1 || install_vulkan_loader || true
    engine_loads && return
    say "A ready llama.cpp was found, but it does not load here; compiling one instead."
    return 1
}

install_vulkan_loader() {
    install_packages "$(package_named libvulkan1 vulkan-loader libvulkan1 vulkan-icd-loader libvulkan.so.1)"
}

# What a build for engine "$1" needs beyond a compiler.
has_tools_for() {
    case $1 in
        cuda) command -v nvcc >/dev/null || { echo "CUDA needs NVIDIA's compiler, nvcc, on the path." >&2; return 1; } ;;
        vulkan) has_library libvulkan.so.1 || install_vulkan_loader ;;
    esac
}

# --no-binary also keeps pip from taking a wheel it compiled earlier, perhaps for another engine. The engine that
# is there is replaced only by one that was compiled.
build_engine() {
    local engine=$1 wheels=$ROOT/build/engine-$1
    has_tools_for "$engine" || return 1
    rm -rf "$wheels"
    quietly "Compiling llama.cpp for $engine (5 to 30 minutes)" \
        env "CMAKE_ARGS=$LEAVE_OUT $(cmake_options "$engine") ${CMAKE_ARGS:-}" \
        "$VENV/bin/python" -m pip wheel -v --no-deps --no-binary=llama-cpp-python --wheel-dir "$wheels" \
        "$(engine_requirement)" || return 1
    "$VENV/bin/python" -m pip uninstall -y llama-cpp-python >>"$LOG" 2>&1
    quietly "Installing llama.cpp" "$VENV/bin/python" -m pip install "$wheels"/*.whl || return 1
    engine_loads || { echo "The llama.cpp that was compiled for $engine does not load; see $LOG" >&2; return 1; }
}

remember_engine() {
    echo "$1 $2 $(engine_requirement)" >"$VENV/engine"
}

install_engine() {
    case $(installed_engine) in
        "$ENGINE built $(engine_requirement)") return ;;
        *" $(engine_requirement)") [ -n "$ENGINE" ] || return 0 ;;
    esac
    rm -f "$VENV/engine"
    local engine=${ENGINE:-$(choose_engine)}
    if [ -z "$ENGINE" ] && install_ready_engine; then
        remember_engine "$engine" ready
        return
    fi
    find_compiler
    if build_engine "$engine"; then
        remember_engine "$engine" built
    elif [ -z "$ENGINE" ] && [ "$engine" != cpu ]; then
        say "llama.cpp could not be compiled for $engine; going on with the processor alone."
        build_engine cpu || exit 1
        remember_engine cpu built
    else
        exit 1
    fi
}
