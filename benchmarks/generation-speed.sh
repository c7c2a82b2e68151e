#!/usr/bin/env bash
# Generating googleapis' pubsub, spanner and bigtable with all that they import: protoc --java_out, the Wire compiler and QuickBuffers'
# protoc plugin against sluice generate, start-up and all; no file is there before. Goal: at most protoc's wall time.
set -euo pipefail
. "$(dirname "$0")/tools.sh"
build_measure
build_sluice
fetch_generators
cloud_schemas
generate_cloud
anew() { echo "rm -rf '$work/cloud-$1' && mkdir '$work/cloud-$1' && $2"; }
"$work/measure" -runs "${RUNS:-11}" -warmups 2 \
    "protoc=$(anew protobuf "$of_protobuf")" \
    "wire=$(anew wire "$of_wire")" \
    "quickbuf=$(anew quickbuf "$of_quickbuf")" \
    "sluice=$(anew sluice "$of_sluice")"
