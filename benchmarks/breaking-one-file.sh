#!/usr/bin/env bash
# Breaking changes of a project of one file: native buf against sluice, start-up and all.
# Goal: at most 1.5 times buf's wall time.
set -euo pipefail
. "$(dirname "$0")/tools.sh"
build_measure
fetch_buf
project=$work/one-file
rm -rf "$project"
mkdir -p "$project/old" "$project/new"
cat >"$project/old/order.proto" <<'PROTO'
syntax = "proto3";
package shop.v1;
option java_package = "com.example.shop.v1";
// An order.
message Order {
  string id = 1;
  int32 quantity = 2;
  repeated Line lines = 3;
  Status status = 4;
}
message Line {
  string sku = 1;
  int64 price_cents = 2;
}
enum Status {
  STATUS_UNSPECIFIED = 0;
  STATUS_OPEN = 1;
  STATUS_SHIPPED = 2;
}
service Orders {
  rpc GetOrder(Order) returns (Order);
}
PROTO
sed 's/int32 quantity = 2/string quantity = 2/' "$project/old/order.proto" >"$project/new/order.proto"
build_sluice
cd "$project"
"$work/measure" -runs "${RUNS:-21}" -warmups 3 \
    "buf@100='$buf' breaking new --against old --error-format json >'$work/buf.json'" \
    "sluice@1='$sluice' check new --against old --format json >'$work/sluice.json'"
same_findings
