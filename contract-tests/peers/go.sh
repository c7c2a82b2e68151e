#!/bin/sh
# Builds (go.sh build) or checks and tests (go.sh test) the Go reference worker and producer.
# PEERS_OUT names the folder for the programs, $PEERS_OUT/go/worker and $PEERS_OUT/go/producer; in it lies schemas.binpb, the descriptor set
# that the messages are generated from.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/toolchain.sh"
require go "the Go peers and their verification"
cd "$here/go"
case "$1" in
build)
    mkdir -p "$PEERS_OUT/go"
    go run ./internal/generate "$PEERS_OUT/schemas.binpb" protocol
    go build -trimpath -o "$PEERS_OUT/go/" ./cmd/...
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
