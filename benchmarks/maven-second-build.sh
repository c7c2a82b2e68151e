#!/usr/bin/env bash
# The second, unchanged build of examples/quick-start, with the plugin and without: the same project, its bindings as sources.
# Goal: at most 0.3 s more, for "compile" (lint, generate) and for "verify" (descriptor and check too).
set -euo pipefail
. "$(dirname "$0")/tools.sh"
build_measure
home=$work/second-build
rm -rf "$home/with" "$home/without"
mkdir -p "$home/releases"
cat >"$home/settings.xml" <<XML
<settings>
  <localRepository>$home/repository</localRepository>
  <profiles>
    <profile>
      <id>local</id>
      <repositories>
        <repository><id>built</id><url>file://$home/releases</url><snapshots><updatePolicy>always</updatePolicy></snapshots></repository>
        <repository><id>fetched</id><url>file://$HOME/.m2/repository</url></repository>
      </repositories>
      <pluginRepositories>
        <pluginRepository><id>built</id><url>file://$home/releases</url><snapshots><updatePolicy>always</updatePolicy></snapshots></pluginRepository>
        <pluginRepository><id>fetched</id><url>file://$HOME/.m2/repository</url></pluginRepository>
      </pluginRepositories>
    </profile>
  </profiles>
  <activeProfiles><activeProfile>local</activeProfile></activeProfiles>
</settings>
XML
(cd "$root" && mvn --quiet --batch-mode -DskipTests -Dexec.skip=true -pl maven-plugin,codegen/runtime -am deploy \
    "-DaltDeploymentRepository=built::default::file://$home/releases")
cp -r "$root/examples/quick-start" "$home/with"
maven="mvn --batch-mode --quiet --settings $home/settings.xml"
flags="-Dsluice.against=$home/with/src/main/proto"
(cd "$home/with" && $maven $flags verify)
mkdir -p "$home/without/src/main"
cp -r "$home/with/target/generated-sources/sluice" "$home/without/src/main/java"
rm -f "$home/without/src/main/java/"*.record
sed '/<plugins>/,/<\/plugins>/d' "$home/with/pom.xml" >"$home/without/pom.xml"
(cd "$home/without" && $maven verify)
for phase in compile verify; do
    echo "$phase"
    "$work/measure" -runs "${RUNS:-11}" -warmups "${WARMUPS:-2}" \
        "without=$maven --file '$home/without/pom.xml' --offline $phase" \
        "with=$maven --file '$home/with/pom.xml' --offline $flags $phase" | tee "$home/measured"
    awk '$1 == "with" { with = $2; least = $3 } $1 == "without" && $2 ~ /^[0-9]/ { without = $2; base = $3 }
        END { printf "added: median %.2f s, least %.2f s (goal 0.30 s)\n", (with - without) / 1000, (least - base) / 1000 }' "$home/measured"
done
