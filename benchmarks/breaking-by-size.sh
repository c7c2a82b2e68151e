#!/usr/bin/env bash
# Changes of 1, 10, 100 and 1,000 files of googleapis (7,232 files) in git, each checked alone; and all of them without skipping.
# Goal: the cost grows with the change.
set -euo pipefail
. "$(dirname "$0")/tools.sh"
build_measure
changed_googleapis
build_sluice
cd "$repository"
check() { echo "'$sluice' check git:change-$1 --against git:base ${2:-} >/dev/null"; }
"$work/measure" -runs "${RUNS:-5}" -warmups 1 \
    "whole@1=$(check 1 --no-skip)" "1@1=$(check 1)" "10@1=$(check 10)" "100@1=$(check 100)" "1000@1=$(check 1000)"
