#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures the window while cnn-1 trains on all of Fashion-MNIST: gaps in the event loop, and how soon a pause acts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source app/packages.sh
install_missing "${program_packages[@]}" "xvfb: a screen in memory" "xauth: for xvfb" >&2
build_preset tests >&2
CONVSCOPE_ENGINE=$PWD/build/tests/app/libconvscope_engine.so \
    xvfb-run --auto-servernum --server-args="-screen 0 2000x1200x24" build/tests/tests/benchmarks/bench_window
