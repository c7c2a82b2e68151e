#!/bin/sh
# Builds (go.sh build) or checks and tests (go.sh test) the Go reference worker.
# PEERS_OUT names the folder for the program; it becomes $PEERS_OUT/go/worker.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/toolchain.sh"
require go "the Go worker and its verification"
cd "$here/go"
case "$1" in
build)
    mkdir -p "$PEERS_OUT/go"
    go build -trimpath -o "$PEERS_OUT/go/worker" ./cmd/worker
    ;;
test)
    unformatted=$(gofmt -l .)
    if [ -n "$unformatted" ]; then
        echo "[ERROR] not formatted by gofmt:" >&2
        echo "$unformatted" >&2
        exit 1
    fi
    go vet ./...
    if [ "$(go env CGO_ENABLED)" = 1 ] && command -v "$(go env CC)" >/dev/null 2>&1; then
        go test -race ./...
    else
        echo "[WARNING] no C compiler: go test runs without the race detector"
        go test ./...
    fi
    ;;
*)
    echo "usage: go.sh build|test" >&2
    exit 2
    ;;
esac
