#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds program and tests with warnings as errors, and runs all tests offscreen: under the C locale and
# again in Spanish.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source app/packages.sh

install_missing "${program_packages[@]}" \
    "locales: the Spanish locale" \
    "python3: checks the structure of the source"

build_preset tests

# The Spanish locale, made for these tests where the system has none.
if ! locale -a | grep -qi '^es_ES\.utf-\?8$'; then
    mkdir -p build/locales
    [ -d build/locales/es_ES.UTF-8 ] || localedef -i es_ES -f UTF-8 "$PWD/build/locales/es_ES.UTF-8"
    spanish=(LOCPATH="$PWD/build/locales")
else
    spanish=()
fi

echo "Tests under the C locale"
env LC_ALL=C LANG=C ctest --preset tests
echo "Tests under es_ES.UTF-8"
env ${spanish[@]+"${spanish[@]}"} ctest --preset tests-es
