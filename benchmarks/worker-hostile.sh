#!/usr/bin/env bash
# What hostile clients come to with each worker: 10,000 idle connections, slow headers, oversized, repetitive and deeply nested bodies. Prints what was
# answered and the worker's resident memory; fails where a bound does not hold or a fresh client is not answered.
set -euo pipefail
. "$(dirname "$0")/tools.sh"
ulimit -n 20000
out=$work/hostile
mkdir -p "$out"
(cd "$benchmarks/hostile" && go build -o "$out/hostile" .)
failed=0
for worker in go/worker rust/debug/worker; do
    built_worker "$worker"
    start_server "$program"
    echo "== $worker"
    "$out/hostile" "$server" "$url" || failed=1
    stop_server || failed=1
done
exit "$failed"
