# Sourced by the benchmark scripts: builds what they measure with and against, below benchmarks/target.

benchmarks=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$benchmarks")
work=$benchmarks/target
corpora=${SLUICE_CORPORA:-$root/../shared/corpora}
mkdir -p "$work"

# measure: the program that runs commands in turn and prints the ratios.
build_measure() {
    (cd "$benchmarks/measure" && go build -o "$work/measure" .)
}

# sluice: the command as the distribution has it, with its archive of classes; and the runtime its bindings link against.
build_sluice() {
    "$root/sluice" --version >/dev/null
    sluice=$root/cli/target/dist/bin/sluice
    runtime=$(ls "$root"/codegen/runtime/target/sluice-runtime-*.jar | grep -v -e -sources -e -javadoc)
    jspecify=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}/org/jspecify" -name 'jspecify-*.jar' | sort | tail -n 1)
}

# buf: the native binary, not npm's shim, from the package of this platform.
fetch_buf() {
    buf_version=1.75.0
    if [ ! -d "$work/npm/node_modules/@bufbuild" ]; then
        npm install --prefix "$work/npm" --no-save --silent "@bufbuild/buf@$buf_version"
    fi
    buf=$(find "$work/npm/node_modules/@bufbuild" -path '*/bin/buf' -path '*buf-*' -type f | head -n 1)
    if [ -z "$buf" ]; then
        echo "no native buf binary for this platform in npm's @bufbuild packages" >&2
        exit 1
    fi
}

# googleapis: two states a year apart, unpacked once.
unpack_googleapis() {
    googleapis=$work/googleapis
    if [ ! -d "$googleapis/new" ]; then
        if [ ! -f "$corpora/googleapis.tar.xz" ]; then
            echo "no googleapis.tar.xz in $corpora; name its folder with SLUICE_CORPORA" >&2
            exit 1
        fi
        mkdir -p "$googleapis"
        tar -xf "$corpora/googleapis.tar.xz" -C "$googleapis"
    fi
}

# same_findings: both wrote the same number of findings, and some.
same_findings() {
    of_buf=$(wc -l <"$work/buf.json")
    of_sluice=$(wc -l <"$work/sluice.json")
    echo "findings: buf $of_buf, sluice $of_sluice"
    [ "$of_buf" -gt 0 ] && [ "$of_buf" -eq "$of_sluice" ]
}

# program PATH COMMANDS: writes shell commands as a program of its own, which measure can run.
program() {
    printf '#!/bin/sh\nset -eu\n%s\n' "$2" >"$1"
    chmod +x "$1"
}

# changed_googleapis: a repository of googleapis with branches change-1, -10, -100 and -1000, each with that many files changed: the
# first field or value numbered 1 gets another number. The files are spread evenly over the list of all.
changed_googleapis() {
    unpack_googleapis
    repository=$work/repository
    if [ ! -d "$repository" ]; then
        mkdir -p "$repository.part"
        cp -r "$googleapis/new/." "$repository.part"
        (
            cd "$repository.part"
            git init --quiet --initial-branch=base
            commit() { git -c user.name=benchmark -c user.email=benchmark@localhost -c commit.gpgsign=false commit --quiet -m "$1"; }
            git add .
            commit base
            git repack -adq
            grep -rl --include='*.proto' ' = 1;' . | sort >"$work/candidates"
            for count in 1 10 100 1000; do
                git checkout --quiet -b "change-$count" base
                awk -v count="$count" '{ all[NR] = $0 } END { for (i = 0; i < count; i++) print all[int((i + 0.5) * NR / count) + 1] }' \
                    "$work/candidates" | xargs sed -i '0,/ = 1;/s// = 536870900;/'
                git add --update .
                commit "change $count files"
            done
            git checkout --quiet base
        )
        mv "$repository.part" "$repository"
    fi
}

# generators: those of the peers and what their code links against, from Maven Central.
fetch_generators() {
    generators=$work/generators
    copy() { mvn --batch-mode --no-transfer-progress -q org.apache.maven.plugins:maven-dependency-plugin:3.10.0:copy -Dartifact="$1" -DoutputDirectory="$generators"; }
    if [ ! "$generators/ready" -nt "$benchmarks/codec/pom.xml" ]; then
        copy com.google.protobuf:protoc:4.36.2:exe:linux-x86_64
        copy com.squareup.wire:wire-compiler:7.1.2:jar:jar-with-dependencies
        copy us.hebi.quickbuf:protoc-gen-quickbuf:1.3.2:exe:linux-x86_64
        rm -rf "$generators/lib"
        mvn --batch-mode --no-transfer-progress -q -f "$benchmarks/codec/pom.xml" dependency:copy-dependencies \
            -DoutputDirectory="$generators/lib"
        chmod +x "$generators"/*.exe
        unzip -qo "$generators"/lib/protobuf-java-4*.jar 'google/protobuf/*.proto' -d "$generators/well-known"
        touch "$generators/ready"
    fi
    protoc=$(ls "$generators"/protoc-4*.exe)
    quickbuf=$(ls "$generators"/protoc-gen-quickbuf*.exe)
    wire=$(ls "$generators"/wire-compiler-*.jar)
}

# cloud_schemas: the schemas of googleapis' pubsub, spanner and bigtable with all that they import, in a folder.
cloud_schemas() {
    unpack_googleapis
    cloud=$work/cloud
    apis='google/pubsub/v1 google/spanner/v1 google/spanner/admin/database/v1 google/spanner/admin/instance/v1 google/bigtable/v2 google/bigtable/admin/v2'
    if [ ! -d "$cloud" ]; then
        (
            cd "$googleapis/new"
            # $apis are words.
            find $apis -maxdepth 1 -name '*.proto' | sort >"$work/cloud-files"
            cp "$work/cloud-files" "$work/cloud-open"
            while [ -s "$work/cloud-open" ]; do
                xargs sed -n 's/^import \(public \|weak \)\{0,1\}"\([^"]*\)";.*/\2/p' <"$work/cloud-open" | grep -v '^google/protobuf/' |
                    sort -u | comm -23 - "$work/cloud-files" >"$work/cloud-more" || true
                sort -u "$work/cloud-files" "$work/cloud-more" -o "$work/cloud-files"
                mv "$work/cloud-more" "$work/cloud-open"
            done
            mkdir -p "$cloud.part"
            xargs cp --parents -t "$cloud.part" <"$work/cloud-files"
        )
        mv "$cloud.part" "$cloud"
    fi
    cloud_files=$(cat "$work/cloud-files")
}

# generate_cloud: the commands that generate cloud_schemas into $work/cloud-PEER, in variables of the peers' names.
generate_cloud() {
    # Its generator does not know optional fields of proto3: these have no presence there.
    quickbuf_protos=$work/cloud-quickbuf-protos
    if [ ! -d "$quickbuf_protos" ]; then
        cp -r "$cloud" "$quickbuf_protos.part"
        find "$quickbuf_protos.part" -name '*.proto' -exec sed -i 's/^  optional /  /' {} +
        cp -r "$generators/well-known/google" "$quickbuf_protos.part"
        sed -i 's/"com\.google\.protobuf"/"quickbuf.wellknown"/' "$quickbuf_protos.part"/google/protobuf/*.proto
        mv "$quickbuf_protos.part" "$quickbuf_protos"
    fi
    for peer in sluice protobuf wire quickbuf; do
        rm -rf "$work/cloud-$peer"
        mkdir -p "$work/cloud-$peer"
    done
    files=$(echo $cloud_files)
    well_known='google/protobuf/any.proto google/protobuf/duration.proto google/protobuf/empty.proto google/protobuf/field_mask.proto google/protobuf/struct.proto google/protobuf/timestamp.proto google/protobuf/wrappers.proto'
    of_sluice="'$sluice' generate '$cloud' --out '$work/cloud-sluice' >/dev/null"
    of_protobuf="'$protoc' -I '$cloud' -I '$generators/well-known' --java_out='$work/cloud-protobuf' $files"
    of_wire="java -jar '$wire' --proto_path='$cloud' --java_out='$work/cloud-wire' --skip_declared_options --skip_applied_options $files >/dev/null"
    of_quickbuf="cd '$quickbuf_protos' && '$protoc' -I . --plugin=protoc-gen-quickbuf='$quickbuf' --quickbuf_out='indent=4,allocation=lazy,store_unknown_fields=true:$work/cloud-quickbuf' $files $well_known"
}

# built_worker NAME: sets program to a reference worker as the build leaves it: go/worker or rust/debug/worker.
built_worker() {
    program=$root/contract-tests/peers/target/$1
    if [ ! -x "$program" ]; then
        echo "$program is not built; run mvn -pl contract-tests/peers -am -DskipTests verify" >&2
        exit 1
    fi
}

# start_server PROGRAM: starts what prints where it listens; sets server, its process id, and url. Its output goes to files in $out.
start_server() {
    "$1" >"$out/server.out" 2>"$out/server.err" &
    server=$!
    for _ in $(seq 100); do
        grep -q listening "$out/server.out" && break
        sleep 0.1
    done
    url=$(sed -n 's/^listening on //p' "$out/server.out")
}

# stop_server: ends what start_server started; its status is that of the server.
stop_server() {
    kill "$server"
    wait "$server" 2>/dev/null
}

# median: that of the numbers read, one a line; the lower one where two are in the middle.
median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
