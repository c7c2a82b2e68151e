#!/usr/bin/env bash
# What the kit's open-loop load driver reaches: submissions a second against those of wrk, on as many connections to the same worker, in turn, and the
# ratio of the medians. Goal: at least 0.50. Then how the worker answers GET /v1/capacity while it is saturated and the driver floods it with
# submissions that it refuses. ROUNDS, SECONDS_EACH and SUBMISSIONS change the run; wrk comes from Debian's package where it is missing.
set -euo pipefail
. "$(dirname "$0")/tools.sh"
command -v wrk >/dev/null || apt-get install -y wrk >/dev/null
rounds=${ROUNDS:-5}
seconds=${SECONDS_EACH:-5}
submissions=${SUBMISSIONS:-150000}
connections=32
out=$work/load
mkdir -p "$out"
# Builds the command line where it is missing.
"$root/sluice" --version >/dev/null
kit="$root/cli/target/dist/lib/*"

failed=0
for worker in go/worker rust/debug/worker; do
    built_worker "$worker"
    : >"$out/wrk.rates"
    : >"$out/driver.rates"
    for _ in $(seq "$rounds"); do
        SLUICE_CONCURRENCY_LIMIT=64 SLUICE_QUEUE_LIMIT=4032 start_server "$program"
        wrk --threads 1 --connections "$connections" --duration "${seconds}s" --script "$benchmarks/worker-submit.lua" "$url" |
            awk '/^rate/ { print $2 }' >>"$out/wrk.rates"
        java -cp "$kit" "$benchmarks/load/LoadDriverRate.java" "$url" "$submissions" "$connections" | awk '{ print $2 }' >>"$out/driver.rates"
        stop_server || true
    done
    of_wrk=$(median <"$out/wrk.rates")
    of_driver=$(median <"$out/driver.rates")
    ratio=$(awk -v d="$of_driver" -v w="$of_wrk" 'BEGIN { printf "%.2f", d / w }')
    echo "$worker: driver $of_driver/s, wrk $of_wrk/s, ratio $ratio"
    awk -v r="$ratio" 'BEGIN { exit r < 0.5 }' || failed=1

    SLUICE_DOWNSTREAM_ALLOW='127.0.0.1:*' start_server "$program"
    java -cp "$kit" "$benchmarks/load/CapacityWhileSaturated.java" "$url" "$submissions" "$connections" || failed=1
    stop_server || true
done
exit "$failed"
