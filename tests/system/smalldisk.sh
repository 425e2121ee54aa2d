#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# smalldisk.sh DISK OUT PROGRAM ARGUMENTS…: trains on a file system of 96 MB that is full until the program complains. Needs the right to mount,
# as in `unshare -rm`; 77: there is none. The laboratory, and what `runs --json` says before and after, are copied to OUT.
disk=$1; out=$2; shift 2
mount -t tmpfs -o size=96m tmpfs "$disk" || exit 77
export CONVSCOPE_LABORATORY="$disk/laboratory.sqlite"
"$@" --epochs 2 > /dev/null || exit 2
"$1" runs --json > "$out/before.json"
dd if=/dev/zero of="$disk/ballast" bs=64k 2> /dev/null
truncate -s -400K "$disk/ballast"
exec 3< <("$@" --epochs 40 2>&1 > /dev/null)
training=$!
while read -r line <&3; do
    echo "$line" >&2
    case "$line" in *"can't be saved"*) rm "$disk/ballast";; esac
done
wait "$training"; code=$?
"$1" runs --json > "$out/after.json"
cp "$disk"/laboratory.sqlite* "$out"
exit "$code"
