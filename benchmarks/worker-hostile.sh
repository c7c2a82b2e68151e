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
    program=$root/contract-tests/peers/target/$worker
    if [ ! -x "$program" ]; then
        echo "$program is not built; run mvn -pl contract-tests/peers -am -DskipTests verify" >&2
        exit 1
    fi
    "$program" >"$out/server.out" 2>"$out/server.err" &
    server=$!
    for _ in $(seq 100); do
        grep -q listening "$out/server.out" && break
        sleep 0.1
    done
    echo "== $worker"
    "$out/hostile" "$server" "$(sed -n 's/^listening on //p' "$out/server.out")" || failed=1
    kill "$server"
    wait "$server" || failed=1
done
exit "$failed"
