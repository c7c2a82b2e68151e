#!/usr/bin/env bash
# Makes what a release of the last commit publishes twice, in two folders, and compares it byte by byte. What only looks at the code, tests and checks
# of its style, is left out.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$root/benchmarks/target/reproducible
rm -rf "$work"
for copy in one another-folder; do
    mkdir -p "$work/$copy"
    git -C "$root" archive HEAD | tar -x -C "$work/$copy"
    (
        cd "$work/$copy"
        mvn --batch-mode --no-transfer-progress --quiet -Prelease \
            -pl '!codegen/verification,!contract-tests/peers,!contract-tests/verification,!examples' \
            -Dmaven.test.skip=true -Dexec.skip=true -Dinvoker.skip=true -Dspotless.check.skip=true -Djapicmp.skip=true package
    )
    (
        cd "$work/$copy"
        find . -path '*/target/*' -maxdepth 4 -type f \( -name 'sluice-*.jar' -o -name 'sluice-*.zip' -o -name 'bom.json' \) | sort |
            while read -r file; do sha256sum "$file"; done
    ) >"$work/$copy.sums"
done
count=$(wc -l <"$work/one.sums")
if [ "$count" -eq 0 ]; then
    echo "nothing was made" >&2
    exit 1
fi
diff "$work/one.sums" "$work/another-folder.sums"
echo "reproducible: $count files are equal"
