# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by app/run.sh, tests/run.sh and tests/benchmarks/run.sh: which Debian packages are needed and why, and how to install the missing ones.

# package: reason
program_packages=(
    "g++: the C++20 compiler"
    "cmake: configures the build"
    "ninja-build: runs the build"
    "libtorch-dev: LibTorch, which trains the networks"
    "libopenblas0-openmp: fast matrix products for LibTorch (the default library is many times slower)"
    "qt6-base-dev: Qt 6, the window"
    "qt6-charts-dev: Qt Charts, the curves"
    "libqt6opengl6-dev: Qt Charts can't be found without it"
    "qt6-svg-dev: icons, and charts as SVG files"
    "libqt6sql6-sqlite: Qt's SQLite driver"
    "qt6-tools-dev: translations in the build"
    "qt6-l10n-tools: compiles the translations"
    "qt6-translations-l10n: Qt's own dialogs in Spanish"
    "libdnnl-dev: oneDNN, which LibTorch computes with; called directly it is twice as fast"
    "libssl-dev: OpenSSL, which checks what the laboratory keeps"
    "libonnx-dev: networks as ONNX files, for other programs"
    "libprotobuf-dev: for libonnx-dev"
    "libcli11-dev: the command line"
    "libdeflate-dev: reads .gz files"
    "zlib1g-dev: reads the beginning of .gz files"
    "dataset-fashion-mnist: the 70,000 pictures"
    "fonts-dejavu-core: a font with all the signs used"
)

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# True where a LibTorch of the user's own is on CMAKE_PREFIX_PATH.
has_own_libtorch() {
    local folder
    local IFS=':;'
    for folder in ${CMAKE_PREFIX_PATH:-}; do
        [ -f "$folder/share/cmake/Torch/TorchConfig.cmake" ] && return 0
    done
    return 1
}

# install_missing "package: reason"…: says what it installs and why; does nothing where nothing is missing.
install_missing() {
    local entry package installed names=() missing=()
    for entry in "$@"; do
        names+=("${entry%%:*}")
    done
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${names[@]}" 2>/dev/null || true)
    for entry in "$@"; do
        package=${entry%%:*}
        if [ "$package" = libtorch-dev ] && has_own_libtorch; then
            continue
        fi
        if ! grep -qx "$package installed" <<<"$installed"; then
            [ ${#missing[@]} -eq 0 ] && echo "ConvScope needs these packages, which are not installed yet:"
            echo "  $package:${entry#*:}"
            missing+=("$package")
        fi
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# build_preset NAME [ARGUMENT…]: configures where that was not done yet, then builds what changed. Further arguments go to the build.
build_preset() {
    if [ ! -f "build/$1/build.ninja" ]; then
        cmake --preset "$1"
    fi
    cmake --build --preset "$@"
}
