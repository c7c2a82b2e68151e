#!/usr/bin/env bash
# What admission costs: submissions a second of each worker against the same server answering a constant, in turn, and the ratio of the medians.
# Goal: at least 0.75. ROUNDS and SECONDS_EACH change the run; wrk comes from Debian's package where it is missing.
set -euo pipefail
. "$(dirname "$0")/tools.sh"
command -v wrk >/dev/null || apt-get install -y wrk >/dev/null
rounds=${ROUNDS:-5}
seconds=${SECONDS_EACH:-5}
peers=$root/contract-tests/peers
out=$work/peers
mkdir -p "$out"
"$root/sluice" build "$root/schemas" --out "$out/schemas.binpb"
(cd "$peers/go" && go run ./internal/generate "$out/schemas.binpb" protocol && go build -trimpath -o "$out/" ./cmd/worker ./internal/constant)
(cd "$peers/rust" && SLUICE_DESCRIPTORS=$out/schemas.binpb CARGO_TARGET_DIR=$out/rust cargo build --locked --release --quiet --bin worker --example constant)

# rate PROGRAM: starts it, loads it, ends it; prints its submissions a second.
rate() {
    SLUICE_CONCURRENCY_LIMIT=64 SLUICE_QUEUE_LIMIT=4032 start_server "$1"
    result=$(wrk --threads 1 --connections 32 --duration "${seconds}s" --script "$benchmarks/worker-submit.lua" "$url" | grep '^rate')
    stop_server || true
    case $result in
    *"refused 0 broken 0") ;;
    *) echo "$1: $result" >&2 ;;
    esac
    set -- $result
    echo "$2"
}

failed=0
compare() {
    name=$1 worker=$2 constant=$3
    : >"$out/worker.rates"
    : >"$out/constant.rates"
    for _ in $(seq "$rounds"); do
        rate "$constant" >>"$out/constant.rates"
        rate "$worker" >>"$out/worker.rates"
    done
    of_worker=$(median <"$out/worker.rates")
    of_constant=$(median <"$out/constant.rates")
    ratio=$(awk -v w="$of_worker" -v c="$of_constant" 'BEGIN { printf "%.2f", w / c }')
    echo "$name: worker $of_worker/s, constant $of_constant/s, ratio $ratio"
    awk -v r="$ratio" 'BEGIN { exit r < 0.75 }' || failed=1
}

compare go "$out/worker" "$out/constant"
compare rust "$out/rust/release/worker" "$out/rust/release/examples/constant"
exit "$failed"
