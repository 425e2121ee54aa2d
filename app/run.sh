#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds ConvScope and starts it.
#   app/run.sh [ARGS]        ARGS go to the program: app/run.sh train --preset cnn-1
#   app/run.sh --build-only  stops before the start
set -euo pipefail
started_in=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
project=$PWD
source app/packages.sh

# Whatever the preparation prints goes to standard error: standard output belongs to the program.
{
    install_missing "${program_packages[@]}"
    build_preset release
} >&2

if [ "${1:-}" = --build-only ]; then
    exit 0
fi
cd "$started_in"
exec "$project/build/release/app/convscope" "$@"
