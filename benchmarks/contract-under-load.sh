#!/bin/sh
# Runs the full profile N times (default 20) against each command given, while both cores are kept busy, and prints every verdict that is not PASS.
# usage: contract-under-load.sh N PROGRAM...      for example: contract-under-load.sh 20 path/to/go/worker path/to/rust/producer
# A program of the name producer is verified as a client, any other as a provider. Without programs: the four reference peers. JOBS=2 verifies two
# programs side by side.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
sluice=$here/../sluice
runs=${1:-20}
jobs=${JOBS:-1}
[ $# -gt 0 ] && shift
if [ $# -eq 0 ]; then
    peers=$here/../contract-tests/peers/target
    set -- "$peers/go/worker" "$peers/rust/debug/worker" "$peers/go/producer" "$peers/rust/debug/producer"
fi
out=$(mktemp -d)
started=""
stop() {
    for pid in $started; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$out"
}
trap stop EXIT
trap 'exit 130' INT TERM

# verify PROGRAM REPORT: all runs of one program; each that has another verdict than PASS leaves a line in REPORT.other.
verify() {
    case $1 in
    */producer) option=--client ;;
    *) option=--command ;;
    esac
    run=1
    while [ "$run" -le "$runs" ]; do
        begin=$(date +%s)
        "$sluice" verify "$option" "$1" --profile full --seed "$run" >"$2" 2>"$2.err" && status=0 || status=$?
        took=$(($(date +%s) - begin))
        passed=$(grep -c '^PASS ' "$2" || true)
        echo "$1 run $run: $passed passed in $took s"
        if [ "$status" -ne 0 ] || grep -q -E '^(FAIL|SKIP|INCONCLUSIVE) ' "$2"; then
            echo "$1 run $run" >>"$2.other"
            grep -E '^(FAIL|SKIP|INCONCLUSIVE) ' "$2" || echo "exit status $status: $(tail -n 1 "$2.err")"
            grep -A3 -E '^rule .* (FAIL|SKIP|INCONCLUSIVE)$' "$2" || true
        fi
        run=$((run + 1))
    done
}

cores=$(getconf _NPROCESSORS_ONLN)
i=0
while [ $i -lt "$cores" ]; do
    sh -c 'while :; do :; done' &
    started="$started $!"
    i=$((i + 1))
done
n=0
verifying=""
for program in "$@"; do
    n=$((n + 1))
    verify "$program" "$out/$n" &
    started="$started $!"
    verifying="$verifying $!"
    if [ $((n % jobs)) -eq 0 ] || [ "$n" -eq $# ]; then
        # shellcheck disable=SC2086 # process ids
        wait $verifying
        verifying=""
    fi
done
other=$(cat "$out"/*.other 2>/dev/null | wc -l)
echo "$other runs had a verdict other than PASS"
[ "$other" -eq 0 ]
