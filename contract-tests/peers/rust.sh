#!/bin/sh
# Builds (rust.sh build) or checks and tests (rust.sh test) the Rust reference worker and producer.
# PEERS_OUT names the folder for the programs, $PEERS_OUT/rust/debug/worker and $PEERS_OUT/rust/debug/producer; in it lies schemas.binpb, the
# descriptor set that the messages are generated from.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/toolchain.sh"
require cargo "the Rust peers and their verification"
cd "$here/rust"
export CARGO_TARGET_DIR="$PEERS_OUT/rust"
export SLUICE_DESCRIPTORS="$PEERS_OUT/schemas.binpb"
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
