#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds, measures, and prints one table: ours, the peer's, the ratio, the target, the limit. Under 10 minutes; --quick: under 90
# seconds; --json: the same as one JSON document; --only NAME: one measure; --help: the rest. A quiet machine is yours to provide.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source app/packages.sh
install_missing "${program_packages[@]}" "xvfb: a screen in memory" "python3: drives the measurements" >&2
install_missing "python3-torch: the peer that is measured against" >&2 \
    || echo "python3-torch could not be installed: the peer's column stays empty." >&2
build_preset tests --target benchmarks >&2
exec /usr/bin/python3 -B tests/benchmarks/benchmarks.py --build "$PWD/build/tests" "$@"
