#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Saves pictures of every page and state of the real window into a folder, in both languages, light and dark, small and
# large.
#   tests/system/screens.sh FOLDER [PART]
# A part is one of first-start, data, predictions, invalid, data-missing, training, overfitting, diverged, many-runs, operation, filters.
set -euo pipefail
if [ $# -lt 1 ] || [ $# -gt 2 ]; then
    echo "usage: tests/system/screens.sh FOLDER [PART]" >&2
    exit 2
fi
mkdir -p "$1"
folder=$(cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source app/packages.sh
install_missing "${program_packages[@]}" "xvfb: a screen in memory" "xauth: for xvfb"
build_preset tests
CONVSCOPE_ENGINE=$PWD/build/tests/app/libconvscope_engine.so \
    xvfb-run --auto-servernum --server-args="-screen 0 2000x1200x24" build/tests/tests/system/screens "$folder" "${@:2}"
