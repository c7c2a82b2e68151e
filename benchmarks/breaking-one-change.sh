#!/usr/bin/env bash
# One file of googleapis changed in git: native buf, told which file changed and given a prebuilt image of the old state, against sluice,
# which finds the file itself and reads both states from git.
# Goal: at least 20 times as fast.
set -euo pipefail
. "$(dirname "$0")/tools.sh"
build_measure
fetch_buf
changed_googleapis
[ -f "$work/base.binpb" ] || "$buf" build "$googleapis/new" -o "$work/base.binpb"
build_sluice
cd "$repository"
git checkout --quiet change-1
trap 'git checkout --quiet base' EXIT
changed=$(git diff --name-only base change-1)
echo "changed: $changed"
"$work/measure" -runs "${RUNS:-7}" -warmups 1 \
    "buf@100='$buf' breaking . --path '$changed' --against '$work/base.binpb' --error-format json >'$work/buf.json'" \
    "sluice@1='$sluice' check git:change-1 --against git:base --format json >'$work/sluice.json'" \
    "work-tree@1='$sluice' check . --against git:base --format json >'$work/work-tree.json'"
same_findings
