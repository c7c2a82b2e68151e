#!/usr/bin/env bash
# Breaking changes of googleapis over a year, both sides read from folders: native buf against sluice.
# Goal: at least 10 times as fast, with at most a tenth of the memory.
set -euo pipefail
. "$(dirname "$0")/tools.sh"
build_measure
fetch_buf
unpack_googleapis
build_sluice
cd "$googleapis"
"$work/measure" -runs "${RUNS:-3}" -warmups 0 \
    "buf@100='$buf' breaking new --against old --error-format json >'$work/buf.json'" \
    "sluice@1='$sluice' check new --against old --format json >'$work/sluice.json'"
same_findings
