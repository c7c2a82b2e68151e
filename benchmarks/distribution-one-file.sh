#!/usr/bin/env bash
# Breaking changes of a project of one file: native buf, buf as npm starts it, and sluice from the unpacked distribution, start-up and all.
# Goals: at most 1.5 times native buf's wall time, and less than npm's.
set -euo pipefail
. "$(dirname "$0")/tools.sh"
build_measure
fetch_buf
distribution=$work/distribution
if [ -z "$(ls "$root"/cli/target/sluice-*.zip 2>/dev/null)" ]; then
    echo "no distribution: mvn -pl cli -am -DskipTests package makes it" >&2
    exit 1
fi
rm -rf "$distribution"
mkdir -p "$distribution"
unzip -q "$root"/cli/target/sluice-*.zip -d "$distribution"
sluice=$(ls -d "$distribution"/sluice-*/bin/sluice)
chmod +x "$sluice"
project=$work/one-file
mkdir -p "$project/old" "$project/new"
printf 'syntax = "proto3";\npackage shop.v1;\nmessage Order {\n  string id = 1;\n  int32 quantity = 2;\n}\n' >"$project/old/order.proto"
sed 's/int32 quantity = 2/string quantity = 2/' "$project/old/order.proto" >"$project/new/order.proto"
# The first run archives the classes.
"$sluice" --version
cd "$project"
"$work/measure" -runs "${RUNS:-21}" -warmups 3 \
    "buf@100='$buf' breaking new --against old --error-format json >'$work/buf.json'" \
    "npx@100=npx --no-install --prefix '$work/npm' buf breaking new --against old --error-format json >'$work/npx.json'" \
    "sluice@1='$sluice' check new --against old --format json >'$work/sluice.json'"
same_findings
