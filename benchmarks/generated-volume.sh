#!/usr/bin/env bash
# What is generated of googleapis' pubsub, spanner and bigtable with all that they import, by sluice, protobuf-java, Wire and QuickBuffers: lines,
# bytes of classes, and the wall time of javac. Goal: javac at most as long as on Wire's, half as long as on protobuf-java's.
set -euo pipefail
. "$(dirname "$0")/tools.sh"
build_measure
build_sluice
fetch_generators
cloud_schemas
generate_cloud
for command in "$of_sluice" "$of_protobuf" "$of_wire" "$of_quickbuf"; do
    (eval "$command")
done
# The services that Wire writes are interfaces of its Kotlin runtime for gRPC: they are left out.
{ grep -rlZ 'com.squareup.wire.Service' "$work/cloud-wire" || true; } | xargs -0 --no-run-if-empty rm
for peer in protobuf wire quickbuf sluice; do
    find "$work/cloud-$peer" -name '*.java' >"$work/cloud-$peer.sources"
    program "$work/compile-$peer" "rm -rf '$work/cloud-$peer.classes'
javac -nowarn -proc:none -Xlint:none -J-XX:+UseSerialGC -J-Xmx2g -d '$work/cloud-$peer.classes' \\
    -cp '$runtime:$jspecify:$generators/lib/*' @'$work/cloud-$peer.sources'"
done
"$work/measure" -runs "${RUNS:-5}" -warmups "${WARMUPS:-1}" \
    "protobuf=$work/compile-protobuf" \
    "wire=$work/compile-wire" \
    "quickbuf=$work/compile-quickbuf" \
    "sluice=$work/compile-sluice"
for peer in protobuf wire quickbuf sluice; do
    lines=$(tr '\n' '\0' <"$work/cloud-$peer.sources" | xargs -0 cat | wc -l)
    classes=$(find "$work/cloud-$peer.classes" -name '*.class' | wc -l)
    bytes=$(find "$work/cloud-$peer.classes" -name '*.class' -printf '%s\n' | awk '{ sum += $1 } END { print sum }')
    echo "$peer: $(wc -l <"$work/cloud-$peer.sources") files, $lines lines, $classes classes, $bytes bytes of classes"
done
