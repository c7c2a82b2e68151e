#!/usr/bin/env bash
# Compares the codecs of generated bindings with those of protobuf-java, Wire, QuickBuffers and hand-written ones, and compiled
# validation with protovalidate-java, by JMH: nanoseconds and bytes allocated; and bindings made of a JSON Schema with Jackson databind and
# networknt's validator. Arguments go to JMH, for example: benchmarks/codec.sh -p message=WorkItem decode
set -euo pipefail
. "$(dirname "$0")/tools.sh"
module=$benchmarks/codec
out=$module/target/generated
classes=$module/target/classes
build_sluice
fetch_generators
lib=$generators/lib

# One copy of the schemas for each peer, in Java packages of its own.
unpack_googleapis
rm -rf "$out" "$classes"
mkdir -p "$classes"
for peer in sluice protobuf wire quickbuf; do
    protos=$out/$peer-protos
    mkdir -p "$protos/google/pubsub/v1" "$protos/google/api" "$out/$peer"
    sed "s/TOOL\.bench/$peer.bench/" "$module/src/proto/bench.proto" >"$protos/bench.proto"
    for file in "$googleapis"/new/google/pubsub/v1/*.proto; do
        sed "s/\"com\.google\.pubsub\.v1\"/\"$peer.pubsub.v1\"/" "$file" >"$protos/google/pubsub/v1/$(basename "$file")"
    done
    for file in annotations client field_behavior http launch_stage resource; do
        sed "s/\"com\.google\.api\"/\"$peer.api\"/" "$googleapis/new/google/api/$file.proto" >"$protos/google/api/$file.proto"
    done
done
# The contract's own schemas, for validation.
for peer in sluice protobuf; do
    (cd "$root/schemas" && find sluice/work sluice/capacity -name '*.proto') | while read -r file; do
        mkdir -p "$out/$peer-protos/$(dirname "$file")"
        sed "s/\"dev\.sluice\.protocol/\"$peer.protocol/" "$root/schemas/$file" >"$out/$peer-protos/$file"
    done
done
contract='sluice/work/v1/work_item.proto sluice/work/v1/admission.proto sluice/work/v1/work_status.proto sluice/capacity/v1/capacity.proto sluice/capacity/v1/lease.proto'
wellknown=$root/schema-model/target/classes/dev/sluice/schema/wellknown
all='bench.proto google/pubsub/v1/pubsub.proto google/pubsub/v1/schema.proto'
api='google/api/annotations.proto google/api/client.proto google/api/field_behavior.proto google/api/http.proto google/api/launch_stage.proto google/api/resource.proto'
mkdir -p "$out/well-known/buf/validate"
cp -r "$generators/well-known/google" "$out/well-known"
cp "$wellknown/buf/validate/validate.proto" "$out/well-known/buf/validate"
"$protoc" -I "$out/protobuf-protos" -I "$out/well-known" --java_out="$out/protobuf" $all $api $contract
# Its generator does not know optional fields of proto3: these have no presence there.
sed -i 's/^  optional /  /' "$out"/quickbuf-protos/google/pubsub/v1/*.proto
mkdir -p "$out/quickbuf-protos/google/protobuf"
for file in any duration empty field_mask struct timestamp descriptor; do
    sed 's/"com\.google\.protobuf"/"quickbuf.wellknown"/' "$out/well-known/google/protobuf/$file.proto" >"$out/quickbuf-protos/google/protobuf/$file.proto"
done
(cd "$out/quickbuf-protos" && "$protoc" -I . --plugin=protoc-gen-quickbuf="$quickbuf" \
    --quickbuf_out="indent=4,allocation=lazy,store_unknown_fields=true:$out/quickbuf" $all $api google/protobuf/{any,duration,empty,field_mask,struct,timestamp}.proto)
java -jar "$wire" --proto_path="$out/wire-protos" --java_out="$out/wire" $all \
    --includes='bench.*,google.pubsub.v1.*' --skip_declared_options --skip_applied_options >/dev/null
cp "$out/well-known/google/protobuf/descriptor.proto" "$out/sluice-protos/google"
mkdir -p "$out/sluice-protos/google/protobuf"
mv "$out/sluice-protos/google/descriptor.proto" "$out/sluice-protos/google/protobuf/descriptor.proto"
"$sluice" generate "$out/sluice-protos" --out "$out/sluice"
mkdir -p "$out/json-schemas"
cp "$module"/src/json/*.schema.json "$out/json-schemas"
"$sluice" generate "$out/json-schemas" --json-schema --package sluice.event --out "$out/sluice-json"
cp "$module"/src/json/*.json "$classes"

find "$out" "$module/src/jmh" -name '*.java' >"$out/sources"
javac -nowarn -processor org.openjdk.jmh.generators.BenchmarkProcessor -d "$classes" -cp "$lib/*:$runtime" @"$out/sources" 2>&1 | grep -v '^Note' || true
exec java -cp "$classes:$lib/*:$runtime" org.openjdk.jmh.Main -prof gc "$@"
