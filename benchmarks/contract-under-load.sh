#!/bin/sh
# Runs the full profile N times (default 20) against each command given, while both cores are kept busy, and prints every verdict that is not PASS.
# usage: contract-under-load.sh N PROGRAM...      for example: contract-under-load.sh 20 path/to/go/worker path/to/rust/producer
# A program of the name producer is verified as a client, any other as a provider. Without programs: the four reference peers.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
sluice=$here/../sluice
runs=${1:-20}
[ $# -gt 0 ] && shift
if [ $# -eq 0 ]; then
    peers=$here/../contract-tests/peers/target
    set -- "$peers/go/worker" "$peers/rust/debug/worker" "$peers/go/producer" "$peers/rust/debug/producer"
fi
busy=""
stop() {
    for pid in $busy; do kill "$pid" 2>/dev/null || true; done
}
trap stop EXIT INT TERM
cores=$(getconf _NPROCESSORS_ONLN)
i=0
while [ $i -lt "$cores" ]; do
    sh -c 'while :; do :; done' &
    busy="$busy $!"
    i=$((i + 1))
done
other=0
out=$(mktemp)
for command in "$@"; do
    case $command in
    */producer) option=--client ;;
    *) option=--command ;;
    esac
    run=1
    while [ "$run" -le "$runs" ]; do
        begin=$(date +%s)
        "$sluice" verify "$option" "$command" --profile full --seed "$run" >"$out" 2>/dev/null || true
        took=$(($(date +%s) - begin))
        passed=$(grep -c '^PASS ' "$out" || true)
        echo "$command run $run: $passed passed in $took s"
        if grep -E '^(FAIL|SKIP|INCONCLUSIVE) ' "$out"; then
            other=$((other + 1))
            grep -A3 -E '^rule .* (FAIL|SKIP|INCONCLUSIVE)$' "$out"
        fi
        run=$((run + 1))
    done
done
rm -f "$out"
echo "$other runs had a verdict other than PASS"
[ "$other" -eq 0 ]
