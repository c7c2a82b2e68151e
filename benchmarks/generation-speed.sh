#!/usr/bin/env bash
# Generating googleapis' pubsub, spanner and bigtable with all that they import: protoc --java_out, the Wire compiler and QuickBuffers'
# protoc plugin against sluice generate, start-up and all; what the run before wrote is removed first, in the time. Goal: at most
# protoc's wall time.
set -euo pipefail
. "$(dirname "$0")/tools.sh"
build_measure
build_sluice
fetch_generators
cloud_schemas
generate_cloud
anew() {
    program "$work/generate-$1" "rm -rf '$work/cloud-$1'
mkdir '$work/cloud-$1'
$2"
}
anew protobuf "$of_protobuf"
anew wire "$of_wire"
anew quickbuf "$of_quickbuf"
anew sluice "$of_sluice"
"$work/measure" -runs "${RUNS:-11}" -warmups "${WARMUPS:-2}" \
    "protoc=$work/generate-protobuf" \
    "wire=$work/generate-wire" \
    "quickbuf=$work/generate-quickbuf" \
    "sluice=$work/generate-sluice"
