#!/bin/sh
# Builds (rust.sh build) or checks and tests (rust.sh test) the Rust reference worker.
# PEERS_OUT names the folder for the program; it becomes $PEERS_OUT/rust/debug/worker.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/toolchain.sh"
require cargo "the Rust worker and its verification"
cd "$here/rust"
export CARGO_TARGET_DIR="$PEERS_OUT/rust"
case "$1" in
build)
    cargo build --locked --quiet
    ;;
test)
    cargo fmt --check
    cargo clippy --locked --quiet --all-targets -- -D warnings
    cargo test --locked --quiet
    ;;
*)
    echo "usage: rust.sh build|test" >&2
    exit 2
    ;;
esac
