#!/usr/bin/env bash
# Generates bindings of all of googleapis and compiles them, every warning an error, so many files at a time. What a part uses
# of others is compiled with it, once. Prints files, lines, bytes of classes and seconds. CHUNK: files a time, 1,500 if it is not set.
set -euo pipefail
. "$(dirname "$0")/tools.sh"
build_sluice
unpack_googleapis
out=$work/generated-googleapis
classes=$work/generated-googleapis-classes
rm -rf "$out" "$classes"
mkdir -p "$out" "$classes"
start=$(date +%s.%N)
"$root/sluice" generate "$googleapis/new" --out "$out"
generated=$(date +%s.%N)
find "$out" -name '*.java' | sort >"$work/generated-sources"
rm -f "$work"/generated-part-*
split -l "${CHUNK:-1500}" -d -a 4 "$work/generated-sources" "$work/generated-part-"
failed=0
parts=0
for part in "$work"/generated-part-*; do
    # A class that is there already was compiled with a part before.
    sed "s|^$out/\(.*\)\.java$|\1|" "$part" | while read -r name; do
        [ -f "$classes/$name.class" ] || echo "$out/$name.java"
    done >"$part.left"
    if [ -s "$part.left" ] && ! javac -J-Xmx4g -J-XX:+UseSerialGC --release 17 -proc:none -Xlint:all -Werror -d "$classes" \
        -cp "$classes:$runtime:$jspecify" -sourcepath "$out" @"$part.left"; then
        failed=$((failed + 1))
    fi
    parts=$((parts + 1))
    rm "$part" "$part.left"
done
compiled=$(date +%s.%N)
files=$(wc -l <"$work/generated-sources")
lines=$(tr '\n' '\0' <"$work/generated-sources" | xargs -0 cat | wc -l)
count=$(find "$classes" -name '*.class' | wc -l)
bytes=$(find "$classes" -name '*.class' -printf '%s\n' | awk '{ sum += $1 } END { print sum }')
awk -v files="$files" -v lines="$lines" -v count="$count" -v bytes="$bytes" -v parts="$parts" -v failed="$failed" \
    -v start="$start" -v generated="$generated" -v compiled="$compiled" 'BEGIN {
    printf "%d files, %d lines, generated in %.1f s\n", files, lines, generated - start
    printf "%d classes, %d bytes, compiled in %.1f s, %d parts, %d failed\n", count, bytes, compiled - generated, parts, failed
    exit failed > 0
}'
